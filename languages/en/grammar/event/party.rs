//! Who a noun phrase stands for.

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, EventParticipant, LocalId, MentionForm, MentionKind, Span, Upos};

use super::joined::{acts_by_itself, is_joined, opens_clause};
use super::lexicon::{Word, lexicon};
use super::slots::is_of_either;
use crate::grammar::mention::Names;
use dossier_annotate::{Sentence, View};

dossier_world::words!(ACTING_PRONOUNS = "event/acting_pronouns.txt");

/// People that are read of one list.
const LONGEST_LIST: usize = 20;
/// Depth at which nobody looks further for owners.
const MOST_DEPTH: usize = 4;

/// A noun phrase that takes part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Party {
    /// The words and the entity behind them.
    pub who: EventParticipant,
    /// Its head word.
    pub head: usize,
    /// Whether it can act: a name, a human being, a body.
    pub acts: bool,
    /// Whether it is a place or a building.
    pub place: bool,
    /// Whether it is a thing that destroys.
    pub weapon: bool,
    /// What kind of name it is.
    pub kind: Option<MentionKind>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// Whether the entity is the one it acts for: "Peru's police".
    pub stands: bool,
    /// For a thing: the one whose it is ("the minister's plan", "a request from Peru").
    pub owner: Option<(EventParticipant, usize)>,
}

/// The mention that covers each word, the longest where several do.
pub(super) struct Cast<'a> {
    names: &'a Names,
    at: Vec<u32>,
    /// The office that covers each word.
    role_at: Vec<u32>,
}

impl<'a> Cast<'a> {
    pub fn new(view: &View, names: &'a Names) -> Self {
        let mut at = vec![u32::MAX; view.len()];
        for (i, m) in names.mentions.iter().enumerate() {
            for t in view.inside(m.span) {
                let longer = names
                    .mentions
                    .get(at[t] as usize)
                    .is_none_or(|old| m.span.len() > old.span.len());
                if longer {
                    at[t] = i as u32;
                }
            }
        }
        let mut role_at = vec![u32::MAX; view.len()];
        for (i, r) in names.roles.iter().enumerate() {
            for t in view.inside(r.span) {
                role_at[t] = role_at[t].min(i as u32);
            }
        }
        Self { names, at, role_at }
    }

    /// The mention that covers word `i`.
    pub fn mention(&self, i: usize) -> Option<Named> {
        let m = self.names.mentions.get(*self.at.get(i)? as usize)?;
        Some(Named {
            span: m.span,
            kind: m.value.kind,
            form: m.value.form,
            local: m.value.local,
        })
    }

    /// Whether somebody holds an office that the article names.
    pub fn holds_office(&self, local: Option<LocalId>) -> bool {
        local.is_some_and(|l| self.names.roles.iter().any(|r| r.value.holder == l))
    }

    /// Whether the bearer is a country.
    pub fn is_country(&self, local: Option<LocalId>) -> bool {
        local
            .and_then(|l| self.names.locals.get(l.0 as usize))
            .is_some_and(|l| l.is_country)
    }

    /// The fullest name of a bearer.
    pub fn name(&self, local: LocalId) -> Option<&str> {
        self.names.locals.get(local.0 as usize).map(|l| l.name.as_str())
    }

    /// Everybody in the enumeration headed by `head`.
    pub fn parties(&self, g: &Sentence, head: usize) -> Vec<Party> {
        let mut out: Vec<Party> = Vec::new();
        for c in g
            .conjuncts(head)
            .into_iter()
            .filter(|&c| c <= head || is_joined(g, head, c))
        {
            let party = self.party(g, c, 0);
            let listed = self.listed_behind(g, c);
            for party in std::iter::once(party).chain(listed) {
                let known = out.iter().any(|p| {
                    p.who.span == party.who.span || p.who.local.is_some() && p.who.local == party.who.local
                });
                if !known {
                    out.push(party);
                }
            }
        }
        out
    }

    /// "President Ana Ruiz, Prime Minister Bo Lind and Speaker Kai Moe": people with their offices, one behind the
    /// other, are a list whatever the tree makes of it.
    fn listed_behind(&self, g: &Sentence, head: usize) -> Vec<Party> {
        let mut out = Vec::new();
        let is_person = |m: &Named| m.kind == MentionKind::Person && m.form.is_name();
        let role_of = |i: usize| self.names.roles.get(*self.role_at.get(i)? as usize);
        let holder_of = |i: usize| {
            let role = role_of(i)?;
            let behind = g.inside(role.span).end;
            let m = self.mention(behind).filter(is_person)?;
            (m.local == Some(role.value.holder)).then_some((behind, m))
        };
        let named = self.mention(head).filter(is_person).map(|m| (head, m));
        let Some((_, first)) = named.or_else(|| holder_of(head)) else {
            return out;
        };
        let mut last = first;
        for _ in 0..LONGEST_LIST {
            let mut k = g.inside(last.span).end;
            let parts = k;
            while k < parts + 2 && g.range.contains(&k) && g.is(k, &[",", ";", "and"]) {
                k += 1;
            }
            if k == parts || !g.range.contains(&k) {
                break;
            }
            let opens = role_of(k).is_some_and(|r| r.span.start == g.span(k).start);
            let Some((i, next)) = holder_of(k).filter(|_| opens) else {
                break;
            };
            if acts_by_itself(g, g.inside(next.span).end) {
                break;
            }
            let mut party = self.party(g, i, MOST_DEPTH);
            party.take(next);
            out.push(party);
            last = next;
        }
        out
    }

    /// Whom the noun phrase of `head` stands for.
    pub fn party(&self, g: &Sentence, head: usize, depth: usize) -> Party {
        let lemma = &*g.lemma(head).to_lowercase();
        let is = |class| lexicon().is(class, lemma);
        let human = is(Word::Human) || is(Word::State);
        let mut party = Party {
            who: EventParticipant {
                span: g.noun_phrase(head),
                local: None,
            },
            head,
            acts: human,
            place: is(Word::Facility),
            weapon: is(Word::Weapon),
            kind: None,
            pronoun: false,
            stands: false,
            owner: None,
        };
        if g.upos(head) == Upos::Pron {
            return self.pronoun(g, party, depth);
        }
        if let Some(m) = self.name_of(g, head, human) {
            party.take(m);
            return party;
        }
        // "The country" is no council, whoever was named before.
        let is_land = matches!(lemma, "country" | "nation" | "kingdom" | "republic");
        let fits = |m: &Named| !is_land || self.is_country(m.local);
        let nominal = self.mention(head).filter(|m| m.form == MentionForm::Nominal);
        if let Some(m) = nominal.filter(fits) {
            party.who.local = m.local;
            party.kind = Some(m.kind);
            party.acts |= m.kind != MentionKind::Work;
            if m.local.is_some() {
                return party;
            }
        }
        // "the group's leader, Ana Ruiz": the apposition names who the description is of.
        if depth < 2 && (human || g.is_noun(head)) {
            let named = g
                .children_by(head, &[Deprel::Appos])
                .filter_map(|k| self.name_of(g, k, true).map(|m| (k, m)))
                // "Reinstate the law, Ana Ruiz said": who stands in front of a verb of his own is no apposition.
                .find(|&(k, m)| human || m.kind == MentionKind::Person && !opens_clause(g, k))
                .map(|(_, m)| m);
            if let Some(m) = named {
                party.take(m);
                return party;
            }
        }
        // "The province of Velm", "the city of Karsholm": the place has a name.
        let of_place = || {
            g.children_by(head, &[Deprel::Nmod])
                .filter(|&k| preposition_of(g, k) == Some("of"))
                .find_map(|k| {
                    self.mention(k)
                        .filter(|m| m.kind == MentionKind::Place && m.names())
                })
        };
        if matches!(
            lemma,
            "city" | "town" | "village" | "province" | "district" | "island"
        ) && let Some(m) = of_place()
        {
            party.take(m);
            return party;
        }
        let owner = if depth < 4 {
            self.owner(g, head, depth)
        } else {
            None
        };
        if is(Word::State) {
            // "Mr Ruiz's envoys" are not Mr Ruiz.
            let acts_for = |k: usize| {
                self.mention(k).is_some_and(|m| match m.kind {
                    MentionKind::Person => false,
                    // A city's police are not the city.
                    MentionKind::Place => self.is_country(m.local),
                    // Who sits in a body is not the body.
                    _ => !matches!(lemma, "lawmaker" | "judge" | "jury"),
                })
            };
            party.who.local = owner.filter(|&(_, k)| acts_for(k)).and_then(|(who, _)| who.local);
            party.stands = party.who.local.is_some();
        } else if !human {
            party.owner = owner;
            // "One of the officials", "dozens of rebels": those who are counted act.
            if depth < 2
                && matches!(g.upos(head), Upos::Num | Upos::Noun)
                && lexicon().is(Word::Counts, lemma)
            {
                let of = g
                    .children_by(head, &[Deprel::Nmod, Deprel::Obl])
                    .find(|&k| preposition_of(g, k) == Some("of"));
                if let Some(inner) = of {
                    let whole = self.party(g, inner, depth + 1);
                    party.acts = whole.acts;
                    party.place = whole.place;
                    party.owner = None;
                }
            }
            // A title between marks ("Night Train") is a work.
            let first = g.inside(party.who.span).start;
            let is_marked = first > g.range.start && g.is(first - 1, &["“", "\"", "‘", "``"]);
            if g.upos(head) == Upos::Propn && !is_marked {
                party.acts = true;
            }
        }
        party
    }

    /// Whether a name ties the phrase down: "teachers from Lima", "a court in Peru".
    pub fn is_tied(&self, g: &Sentence, head: usize) -> bool {
        use Deprel as D;
        g.below(
            head,
            &[
                D::Nmod,
                D::NmodPoss,
                D::Amod,
                D::Compound,
                D::Flat,
                D::NmodDesc,
                D::Appos,
            ],
        )
        .into_iter()
        .filter_map(|k| self.mention(k))
        .any(|m| m.local.is_some() && m.form != MentionForm::Pronoun)
    }

    fn pronoun(&self, g: &Sentence, mut party: Party, depth: usize) -> Party {
        let head = party.head;
        party.pronoun = true;
        if g.is(head, &["who", "which", "that", "whom"]) && depth < 2 {
            // A relative pronoun stands for the noun that its clause describes.
            let mut at = head;
            for _ in 0..4 {
                let Some(h) = g.head(at) else { break };
                if matches!(g.deprel(at), Deprel::AclRelcl | Deprel::Acl) {
                    if is_of_either(g, head, h) {
                        return party;
                    }
                    return self.party(g, h, depth + 1);
                }
                at = h;
            }
        }
        if let Some(m) = self.mention(head) {
            party.who.local = m.local;
            party.kind = m.local.map(|_| m.kind);
        }
        party.acts = g.is_in(head, &ACTING_PRONOUNS);
        party
    }

    /// The name that a noun phrase is or carries: at its head, or behind the title that heads it.
    fn name_of(&self, g: &Sentence, head: usize, human: bool) -> Option<Named> {
        use Deprel as D;
        let own = self.mention(head).filter(|m| m.names());
        let person = |k: usize| {
            self.mention(k)
                .filter(|m| m.names() && m.kind == MentionKind::Person)
        };
        if let Some(m) = own {
            if m.kind == MentionKind::Person {
                return own;
            }
            // "National Assembly Chairman Bo Lind": the office in front is not the one who acts.
            let bearer = g
                .below(head, &[D::Flat, D::FlatName, D::Compound, D::NmodDesc])
                .into_iter()
                .filter(|&k| k > head)
                .find_map(person);
            let titled = g
                .children_by(head, &[D::NmodDesc])
                .any(|k| lexicon().is(Word::Human, &g.lemma(k).to_lowercase()));
            let behind = g.inside(m.span).end;
            let next = Some(behind)
                .filter(|b| titled && g.range.contains(b))
                .and_then(person);
            return bearer.or(next).or_else(|| self.holder_behind(g, m)).or(own);
        }
        if !human && g.upos(head) != Upos::Propn {
            return None;
        }
        let inside = g.below(
            head,
            &[
                D::Flat,
                D::FlatName,
                D::Compound,
                D::NmodDesc,
                D::Appos,
                D::NmodUnmarked,
            ],
        );
        // "Ruiz supporters" are not Ruiz: a name in front of the noun says whose they are.
        let is_behind = |k: &usize| *k > head || matches!(g.deprel(*k), D::Flat | D::FlatName | D::NmodDesc);
        if let Some(m) = inside.into_iter().filter(is_behind).find_map(person) {
            return Some(m);
        }
        // A title and the name right behind it belong together even where the tree does not join them.
        let next = g.inside(g.noun_phrase(head)).end;
        if !human || !g.range.contains(&next) {
            return None;
        }
        person(next).filter(|m| m.span.start == g.span(next).start)
    }

    /// "Harbour Committee (HC) Chairwoman Ana Ruiz": the one whose office stands between the body and the name.
    fn holder_behind(&self, g: &Sentence, body: Named) -> Option<Named> {
        let mut k = g.inside(body.span).end;
        if g.range.contains(&k) && g.is(k, &["("]) {
            k = (k..g.range.end).find(|&i| g.is(i, &[")"]))? + 1;
        }
        let role = self.names.roles.get(*self.role_at.get(k)? as usize)?;
        let name = g.inside(role.span).end;
        let m = self
            .mention(name)
            .filter(|m| m.kind == MentionKind::Person && m.names())?;
        let starts = m.span.start == g.span(name).start;
        (starts && m.local == Some(role.value.holder)).then_some(m)
    }

    /// Whose a thing is: possessor, demonym, name in front, or the name behind "of", "by", "from".
    fn owner(&self, g: &Sentence, head: usize, depth: usize) -> Option<(EventParticipant, usize)> {
        use Deprel as D;
        for rels in [
            &[D::NmodPoss][..],
            &[D::Amod, D::Compound, D::NmodDesc],
            &[D::Nmod],
        ] {
            for k in g.children_by(head, rels) {
                if rels[0] == D::Nmod && !matches!(preposition_of(g, k), Some("of" | "by" | "from")) {
                    continue;
                }
                if let Some(m) = self.mention(k).filter(|m| m.local.is_some()) {
                    let who = EventParticipant {
                        span: m.span,
                        local: m.local,
                    };
                    return Some((who, k));
                }
                // "the president's plan", "demands by protesters": a description can own a thing too.
                if rels[0] != D::Amod
                    && [Word::Human, Word::State]
                        .iter()
                        .any(|&w| lexicon().is(w, g.lemma(k)))
                {
                    let inner = self.party(g, k, depth.max(2) + 1);
                    return Some((inner.who, k));
                }
            }
        }
        None
    }
}

/// One mention.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub span: Span,
    pub kind: MentionKind,
    pub form: MentionForm,
    pub local: Option<LocalId>,
}

impl Named {
    fn names(&self) -> bool {
        (self.form.is_name() || self.form == MentionForm::Demonym)
            && !matches!(self.kind, MentionKind::Work | MentionKind::Event)
    }
}

impl Party {
    fn take(&mut self, m: Named) {
        self.who = EventParticipant {
            span: m.span,
            local: m.local,
        };
        self.kind = Some(m.kind);
        self.acts = true;
        self.place = m.kind == MentionKind::Place;
        self.weapon = false;
        self.owner = None;
    }
}

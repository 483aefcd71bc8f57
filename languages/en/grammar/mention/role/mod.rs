//! The grammar of offices: which titles stand at which person's name.
//!
//! An office is a noun of the list with what qualifies it in front ("Deputy Prime Minister", "Chinese Foreign
//! Ministry spokesperson") and what it belongs to behind ("of the Standing Committee …", "to China", "at the
//! University"). Offices side by side, joined by "and" or commas, form a chain; a chain belongs to the
//! person's name right behind it, or to the one in front of it across a comma or a copula.

mod apposition;
mod chain;
mod compound;
mod doubt;
mod extent;
mod holder;
mod over;
mod seat;
mod served;
mod subject;
mod term;

use std::collections::BTreeMap;

use dossier_model::{
    Annotation, BodyBy, Layer, LocalEntity, LocalId, MentionForm, MentionKind, RoleBy, RoleEvidence,
    RoleMention, Span, Time,
};

use jiff::civil::Date;

use super::scan::Name;
use crate::grammar::clause::auxiliary;
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::{country, office};

dossier_world::words!(TITLE_ATTRIBUTES = "mention/title_attributes.txt");
dossier_world::words!(DETERMINERS = "mention/determiners.txt");
dossier_world::words!(BEFORE_ELECTED = "mention/before_elected.txt");
dossier_world::words!(OFFICE_VERBS = "mention/office_verbs.txt");
dossier_world::words!(RELATIONS = "mention/relations.txt");
dossier_world::words!(CALLINGS = "mention/callings.txt");
dossier_world::words!(NO_OFFICES = "mention/no_offices.txt");

/// An office in the words of one sentence.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    /// First word, the organisation in front included.
    pub start: usize,
    /// One past the last word, the organisation behind included.
    pub end: usize,
    /// First word of the title proper.
    pub title: usize,
    /// One past the last word of the title proper.
    pub title_end: usize,
    /// The noun.
    pub head: usize,
    organization: Option<(usize, usize)>,
    country: Option<String>,
    former: bool,
    /// What gives it to its holder.
    by: RoleBy,
    /// Whether another office or the words behind the name tell its body.
    inferred: bool,
    /// Whose it is, once known.
    pub holder: Option<LocalId>,
    /// Whether a determiner stands in front.
    pub definite: bool,
    /// Whether one stands in front of the marker that the office is over: "the former Norvik chairman".
    pub shared: bool,
}

/// What the names of an article are, by word.
pub(crate) struct Names<'a> {
    /// The names in order.
    pub names: &'a [Name],
    /// Their bearers.
    pub locals_of: &'a [Option<LocalId>],
    /// All bearers.
    pub locals: &'a [LocalEntity],
}

impl Names<'_> {
    /// The name that holds word `k`.
    pub fn at(&self, k: usize) -> Option<usize> {
        let i = self.names.partition_point(|n| n.end <= k);
        self.names.get(i).filter(|n| n.start <= k).map(|_| i)
    }

    /// The name that starts with word `k`.
    fn starting(&self, k: usize) -> Option<(usize, &Name)> {
        let i = self.names.partition_point(|n| n.start < k);
        self.names.get(i).filter(|n| n.start == k).map(|n| (i, n))
    }

    /// The name that ends before word `k`.
    fn ending(&self, k: usize) -> Option<(usize, &Name)> {
        let i = self.names.partition_point(|n| n.end < k);
        self.names.get(i).filter(|n| n.end == k).map(|n| (i, n))
    }

    fn country(&self, words: &View, i: usize) -> Option<String> {
        let n = self.names.get(i)?;
        if n.form == MentionForm::Demonym || n.kind == MentionKind::Group {
            return country::by_demonym(words.cover(n.start, n.end).of(words.text())).map(str::to_owned);
        }
        let id = self.locals_of.get(i).copied().flatten()?;
        self.locals
            .get(id.0 as usize)
            .filter(|l| l.is_country || l.kind == MentionKind::Organization)
            .and_then(|l| l.country.clone())
    }
}

/// All offices of the article, in order, with their holders where the words tell.
pub(crate) fn offices(words: &View, names: &Names<'_>) -> Vec<Office> {
    let mut all = Vec::new();
    for ((start, end), _) in words.sentence_ranges() {
        let from = all.len();
        let mut k = start;
        while k < end {
            let noun = (is_head(words, k) || is_rank(words, names, k)) && names.at(k).is_none();
            if noun
                && !is_verb(words, k, start)
                && !qualifies_next(words, names, k, end)
                && !compound::modifies_noun(words, names, k, end)
            {
                let office = read(
                    words,
                    names,
                    k,
                    start,
                    end,
                    all.last()
                        .filter(|o: &&Office| o.start >= start)
                        .map_or(start, |o| o.end),
                );
                k = office.end.max(k + 1);
                all.push(office);
            } else {
                k += 1;
            }
        }
        if let Some(slice) = all.get_mut(from..) {
            holder::attach(words, names, slice, start, end);
        }
    }
    all
}

/// Whether word `k` is the noun of an office, "ex-" and "-elect" in one word with it or not.
fn is_head(words: &View, k: usize) -> bool {
    let w = words.fold(k);
    office::is_office(w) || office::is_office(office::bare(w))
}

/// An abbreviated rank or office right in front of a name, or of another one: "Gen.", "Lt. Col.", "Sen.".
fn is_rank(words: &View, names: &Names<'_>, k: usize) -> bool {
    let person = |k: usize| {
        names
            .starting(k)
            .is_some_and(|(_, n)| n.kind == MentionKind::Person && !office::is_rank(words.fold(n.start)))
    };
    office::is_rank(words.fold(k))
        && words.is_capital(k)
        && (person(k + 1)
            || (office::is_rank(words.fold(k + 1)) || office::is_office(words.fold(k + 1))) && person(k + 2))
}

/// "Deputy" of "Deputy Prime Minister", "chief" of "chief foreign correspondent": the office comes later.
pub(crate) fn qualifies_next(words: &View, names: &Names<'_>, k: usize, end: usize) -> bool {
    if !office::is_modifier(words.fold(k)) {
        return false;
    }
    (k + 1..end.min(k + 4))
        .take_while(|&m| {
            names.at(m).is_none()
                && (office::is_modifier(words.fold(m))
                    || office::is_office(words.fold(m))
                    || compound::is_part(words, m))
        })
        .any(|m| office::is_office(words.fold(m)))
}

/// "to head", "will chair": nouns of the list that are verbs here.
fn is_verb(words: &View, k: usize, start: usize) -> bool {
    let before = words.fold(k.saturating_sub(1));
    k > start
        && OFFICE_VERBS.has(words.fold(k))
        && (auxiliary(before).is_some_and(|a| a.is_modal())
            || matches!(before, "to" | "they" | "we" | "also"))
}

/// The last word of "President-elect", "editor-in-chief".
fn hyphenated(words: &View, head: usize, end: usize) -> usize {
    let dash = |k: usize| k < end && matches!(words.word(k), "-" | "‑") && words.is_glued(k);
    let last = match () {
        () if dash(head + 1)
            && matches!(
                words.fold(head + 2),
                "elect" | "designate" | "nominate" | "general"
            ) =>
        {
            head + 2
        }
        () if dash(head + 1)
            && words.fold(head + 2) == "in"
            && dash(head + 3)
            && words.fold(head + 4) == "chief" =>
        {
            head + 4
        }
        () => return head,
    };
    if last < end { last } else { head }
}

fn read(words: &View, names: &Names<'_>, noun: usize, start: usize, end: usize, floor: usize) -> Office {
    let mut head = noun;
    while head + 1 < end
        && (office::is_office(words.fold(head + 1))
            || is_rank(words, names, noun) && office::is_rank(words.fold(head + 1)))
        && names.at(head + 1).is_none()
        && words.shape(head + 1) == words.shape(head)
    {
        head += 1;
    }
    head = hyphenated(words, head, end);
    let mut title = noun;
    while title > floor.max(start) {
        let w = words.fold(title - 1);
        let free = names.at(title - 1).is_none();
        let joined = words.word(title - 1) == "-"
            && title >= 2 + floor.max(start)
            && office::is_modifier(words.fold(title - 2));
        let capital = words.shape(title - 1) == Shape::Capital
            && words.shape(noun) == Shape::Capital
            && common::is_common(w)
            && !common::is_function(w)
            && (!words.opens_sentence(title - 1) || is_chamber(w));
        // "was elected governor" has a verb, "the elected governor" a title.
        let verb = w == "elected" && BEFORE_ELECTED.has(words.fold(title.wrapping_sub(2)));
        if verb {
            break;
        }
        if free && (office::is_modifier(w) || office::is_office(w) || capital) {
            title -= 1;
        } else if free && joined {
            title -= 2;
        } else {
            break;
        }
    }
    title = compound::start(words, names, (title, noun), floor.max(start));
    // "senior communications adviser"
    while title > floor.max(start)
        && title < noun
        && names.at(title - 1).is_none()
        && office::is_modifier(words.fold(title - 1))
    {
        title -= 1;
    }
    // "ex-defence minister"
    let said = title > floor.max(start)
        && names.at(title - 1).is_none()
        && office::says_former(words.fold(title - 1));
    if said {
        title -= 1;
    }
    if compound::is_of_state(words, noun) && noun >= floor.max(start) + 2 {
        title = noun - 2;
    }
    let mut former = said || office::says_former(words.fold(noun));
    let company = unknown_company(words, names, noun, title, floor.max(start));
    if let Some((_, split)) = company {
        title = split;
    }
    let mut proper = title;
    while proper < noun {
        match words.fold(proper) {
            "late" | "then" => former = true,
            word if over::OVER.has(word) => former = true,
            word if TITLE_ATTRIBUTES.has(word) => {}
            _ => break,
        }
        proper += 1;
    }
    let mut office = Office {
        start: title,
        end: head + 1,
        title: proper,
        title_end: head + 1,
        head,
        organization: company,
        country: None,
        former,
        by: RoleBy::Title,
        inferred: false,
        holder: None,
        definite: false,
        shared: false,
    };
    if let Some((first, _)) = company {
        office.start = first;
    } else {
        extent::before(words, names, &mut office, floor.max(start));
    }
    extent::behind(words, names, &mut office, end);
    if office.organization.is_none() {
        office.organization = served::in_front(words, names, &office, floor.max(start));
    }
    let marker = over::in_front(words, names, office.start, floor.max(start));
    // "Ex-CIA chief"
    let prefixed = (office.start..office.head).any(|k| office::says_former(words.fold(k)));
    office.former |=
        marker.is_some() || prefixed || over::is_dismissed(words, names, office.start, floor.max(start));
    let determined = |k: usize| k > start && DETERMINERS.has(words.fold(k - 1));
    let (definite, marked) = (determined(office.start), marker.is_some_and(determined));
    office.definite = definite;
    office.shared = office.former && (definite || marked);
    office
}

/// A chamber that its own offices are called by: "House Speaker", "Senate Majority Leader".
fn is_chamber(folded: &str) -> bool {
    matches!(
        folded,
        "house" | "senate" | "parliament" | "assembly" | "congress"
    )
}

/// Whether the noun is a calling that people have for themselves.
fn is_calling(words: &View, head: usize) -> bool {
    CALLINGS.has(office::bare(words.fold(head)))
}

/// Capitalised words in front of a company's office that nobody else explains: "Norvik Energy CEO". The name's
/// first word and one past its last.
fn unknown_company(
    words: &View,
    names: &Names<'_>,
    noun: usize,
    title: usize,
    floor: usize,
) -> Option<(usize, usize)> {
    if !office::is_of_company(words.fold(noun)) {
        return None;
    }
    // The words of the title proper: "chief executive", "senior analyst", "co-founder".
    let mut split = noun;
    while split > title && office::is_grade(words.fold(split - 1)) {
        split -= 1;
    }
    let mut first = split;
    while first > floor && first + 5 > split {
        let w = words.fold(first - 1);
        let named = names.at(first - 1).is_some();
        if named || words.shape(first - 1) != Shape::Capital || common::is_function(w) || office::is_office(w)
        {
            break;
        }
        first -= 1;
    }
    // Words that a title may hold ("Energy Minister") are a company's only behind one that no title holds.
    let own = (first..split)
        .next()
        .filter(|&k| !office::is_modifier(words.fold(k)) && !common::is_common(words.fold(k)))?;
    (!words.opens_sentence(own) || split - own > 1).then_some((first, split))
}

/// An office as a role of its holder, with the time that the sentence tells it is held for.
pub(crate) fn told(
    words: &View,
    times: &Layer<Time>,
    day: Option<Date>,
    office: &Office,
) -> Option<Annotation<RoleMention>> {
    // "her predecessor" is what somebody is to another, no office; a star or a resident holds none.
    let noun = office::bare(words.fold(office.head));
    let alone = office.title + 1 == office.title_end && office.organization.is_none();
    if RELATIONS.has(noun) || NO_OFFICES.has(noun) || noun == "fellow" && alone {
        return None;
    }
    let term = term::of(words, times, office);
    // A date that tells since when it is held makes it no older.
    let day = day.filter(|_| term.from.is_none());
    if doubt::is_open(words, times, day, office) {
        return None;
    }
    // "a ‘con artist’": what somebody calls him.
    if office.title > 0 && words.is_quotation_mark(office.title - 1) && words.is_quotation_mark(office.end) {
        return None;
    }
    office.role(words, term)
}

impl Office {
    /// The words of the office as a role of `holder`, held for `term`.
    fn role(&self, words: &View, term: term::Term) -> Option<Annotation<RoleMention>> {
        let holder = self.holder?;
        let first = self.organization.map_or(self.start, |(first, _)| first);
        let span = words.cover(self.start.min(first), self.end);
        let cover = |(s, e): (usize, usize)| -> Span { words.cover(s, e) };
        let role = RoleMention {
            holder,
            title: self.title(words),
            organization: self.organization.map(cover),
            // "a Peruvian actor" tells where the actor is from.
            country: self
                .country
                .clone()
                .filter(|_| self.organization.is_some() || !is_calling(words, self.head)),
            former: self.former,
            from: term.from,
            to: term.to,
            evidence: RoleEvidence {
                by: self.by,
                body: match () {
                    () if self.organization.is_none() && self.country.is_none() => BodyBy::None,
                    () if self.inferred => BodyBy::Inferred,
                    () => BodyBy::Adjacent,
                },
            },
        };
        Some(Annotation::new(span, role))
    }

    /// The title without "ex-" or "then-" in the same word.
    fn title(&self, words: &View) -> Span {
        let span = words.cover(self.title, self.title_end);
        let first = words.word(self.title);
        let cut = if office::says_former(words.fold(self.title)) {
            first
                .find(['-', '‑'])
                .and_then(|at| Some(at + first.get(at..)?.chars().next()?.len_utf8()))
        } else {
            None
        };
        Span {
            start: span.start + cut.unwrap_or(0) as u32,
            end: span.end,
        }
    }

    /// The country that the office belongs to.
    pub fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }
}

/// The offices of each person, in order of mention; the first of very many.
pub(crate) fn held(offices: &[Office]) -> BTreeMap<LocalId, Vec<&Office>> {
    let mut held: BTreeMap<LocalId, Vec<&Office>> = BTreeMap::new();
    for o in offices {
        let Some(holder) = o.holder else { continue };
        let own = held.entry(holder).or_default();
        if own.len() < 64 {
            own.push(o);
        }
    }
    held
}

/// The country that the offices of each person belong to; none where they belong to several.
pub(crate) fn homes(offices: &[Office]) -> BTreeMap<LocalId, String> {
    let mut codes: BTreeMap<LocalId, Option<String>> = BTreeMap::new();
    for o in offices {
        let (Some(holder), Some(code)) = (o.holder, o.country()) else {
            continue;
        };
        codes
            .entry(holder)
            .and_modify(|c| {
                if c.as_deref() != Some(code) {
                    *c = None;
                }
            })
            .or_insert_with(|| Some(code.to_owned()));
    }
    codes
        .into_iter()
        .filter_map(|(id, code)| Some((id, code?)))
        .collect()
}

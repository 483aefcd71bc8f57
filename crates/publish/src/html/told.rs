use std::collections::HashMap;

use dossier_model::{Quotation, QuoteForm, Statement, VoiceKind};

use super::context::{Chips, Context, Fold, key, support};
use crate::clean::clean;
use crate::plain;

/// Statements by how many tell them.
pub(super) struct Told {
    /// Two origins or more.
    pub(super) several: Fold<Fact>,
    /// Several articles of one origin: one source, printed more than once.
    pub(super) repeated: Fold<Fact>,
    /// One article, by article.
    pub(super) alone: Vec<Alone>,
    pub(super) alone_count: usize,
    /// Joined with less certainty.
    pub(super) doubtful: Vec<Fact>,
}

/// One statement.
pub(super) struct Fact {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) voices: Vec<String>,
    pub(super) support: String,
    /// How sure it is, where that is less than a fact takes.
    pub(super) sureness: Option<String>,
    /// Why its wordings are one, where there are several.
    pub(super) why: Option<String>,
    pub(super) chips: Chips,
}

/// What one article alone tells.
pub(super) struct Alone {
    pub(super) label: String,
    pub(super) count: String,
    pub(super) rows: Vec<Fact>,
}

pub(super) fn told(c: &Context<'_>, doubtful: &[Statement]) -> Told {
    let mut several = Vec::new();
    let mut repeated = Vec::new();
    let mut alone: Vec<Alone> = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut statements: Vec<&Statement> = c.story.statements.iter().collect();
    statements.sort_by_key(|s| std::cmp::Reverse((s.support.origins, s.support.articles, s.support.voices)));
    let mut alone_count = 0;
    for s in statements {
        let row = fact(c, s);
        if s.support.origins > 1 {
            several.push(row);
        } else if s.support.articles > 1 {
            repeated.push(row);
        } else if let Some(source) = s.reports.first().and_then(|r| c.source(&r.cite.article)) {
            alone_count += 1;
            let place = *places.entry(source.number).or_insert_with(|| {
                alone.push(Alone {
                    label: source.label.to_string(),
                    count: String::new(),
                    rows: Vec::new(),
                });
                alone.len() - 1
            });
            if let Some(group) = alone.get_mut(place) {
                group.rows.push(row);
            }
        }
    }
    for group in &mut alone {
        group.count = plain::count(group.rows.len(), "statement");
    }
    alone.sort_by_key(|a| std::cmp::Reverse(a.rows.len()));
    Told {
        several: Fold::new(several, 12),
        repeated: Fold::new(repeated, 6),
        alone,
        alone_count,
        doubtful: doubtful.iter().map(|s| fact(c, s)).collect(),
    }
}

fn fact(c: &Context<'_>, s: &Statement) -> Fact {
    let mut voices: Vec<String> = Vec::new();
    for report in &s.reports {
        let voice = c.voice(&report.voice).filter(|v| v.kind != VoiceKind::Outlet);
        if let Some(name) = voice.map(|v| clean(&v.name)).filter(|n| !voices.contains(n)) {
            voices.push(name);
        }
    }
    voices.truncate(4);
    Fact {
        id: key(s.id.as_str()),
        text: clean(&s.text),
        voices,
        support: support(s.support),
        sureness: c.sureness(s.confidence),
        why: (s.reports.len() > 1).then(|| clean(&s.why)),
        chips: c.chips(s.reports.iter().map(|r| &r.cite)),
    }
}

/// Somebody and what they said.
pub(super) struct Speaker {
    pub(super) href: Option<String>,
    pub(super) name: String,
    pub(super) role: Option<String>,
    /// Whether the name is only what an article prints.
    pub(super) unresolved: bool,
    pub(super) quotes: Fold<Said>,
}

/// One quotation, however many print it.
pub(super) struct Said {
    pub(super) id: String,
    pub(super) words: String,
    pub(super) form: &'static str,
    pub(super) direct: bool,
    pub(super) cue: Option<String>,
    /// The speaker as printed, where that is another form of the name.
    pub(super) printed: Option<String>,
    /// How sure it is, where that is less than a fact takes.
    pub(super) sureness: Option<String>,
    pub(super) chips: Chips,
}

/// Who said these, those who said most first.
pub(super) fn speakers(c: &Context<'_>, quotes: &[Quotation]) -> Vec<Speaker> {
    // A speaker is an entity, or else the words that name one, or else nobody.
    let mut groups: Vec<Vec<&Quotation>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for quote in quotes {
        let key = match (&quote.speaker, &quote.speaker_text) {
            (Some(id), _) => format!("e {id}"),
            (None, Some(text)) => format!("t {}", text.to_lowercase()),
            (None, None) => String::new(),
        };
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(quotes) = groups.get_mut(place) {
            quotes.push(quote);
        }
    }
    let mut speakers: Vec<Speaker> = groups.iter().map(|quotes| speaker(c, quotes)).collect();
    speakers.sort_by_key(|s| (s.unresolved, std::cmp::Reverse(s.quotes.len())));
    speakers
}

fn speaker(c: &Context<'_>, quotes: &[&Quotation]) -> Speaker {
    let entity = quotes
        .iter()
        .find_map(|q| q.speaker.as_ref())
        .and_then(|id| c.entity(id));
    let printed = quotes.iter().find_map(|q| q.speaker_text.as_deref());
    let name = entity.map(|e| clean(&e.name));
    let role = entity
        .and_then(|e| e.roles.iter().find(|r| c.is_fact(r.confidence)))
        .map(|r| match &r.organization {
            Some(o) => format!("{}, {}", clean(&r.title), clean(o)),
            None => clean(&r.title),
        });
    let mut rows: Vec<(&Quotation, Vec<&dossier_model::Cite>)> = Vec::new();
    for quote in quotes {
        match rows
            .iter_mut()
            .find(|(q, _)| q.words == quote.words && q.form == quote.form)
        {
            Some((_, cites)) => cites.push(&quote.cite),
            None => rows.push((quote, vec![&quote.cite])),
        }
    }
    let said = rows.into_iter().map(|(q, cites)| Said {
        id: key(q.id.as_str()),
        words: clean(&q.words),
        form: match q.form {
            QuoteForm::Direct => "in their words",
            QuoteForm::Indirect => "reported",
            QuoteForm::Mixed => "partly in their words",
        },
        direct: q.form == QuoteForm::Direct,
        cue: q.cue.as_deref().map(clean),
        printed: q.speaker_text.as_deref().map(clean).filter(|t| {
            name.as_ref()
                .map_or_else(|| printed.is_none_or(|p| clean(p) != *t), |n| n != t)
        }),
        sureness: c.sureness(q.confidence),
        chips: c.chips(cites),
    });
    Speaker {
        href: entity.and_then(|e| c.who(&e.id)).and_then(|w| w.href),
        unresolved: entity.is_none(),
        role,
        quotes: Fold::new(said.collect(), 4),
        name: name
            .or_else(|| printed.map(clean))
            .unwrap_or_else(|| "Speaker not named".to_owned()),
    }
}

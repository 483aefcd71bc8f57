//! Sentences with their trees in, events out.

use dossier_model::{
    Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Deprel, EventMention, EventParticipant, Layer,
    LocalEntity, LocalId, Mention, MentionForm, MentionKind, Plover, Published, PublishedPrecision, Span,
    Time, TimeType, TokensBuilder, Upos, When, WhenPrecision,
};
use jiff::civil::date;

use dossier_annotate::View;

use crate::grammar::common;
use crate::grammar::mention::Names;

/// Reads the case file: `=== name day=…` (a name in `headline_` is one), `names`, `tree`, then a line for each event that is expected.
#[test]
fn cases() {
    let text = include_str!("tests.txt");
    let mut wrong = String::new();
    for case in text.split("=== ").skip(1) {
        let mut lines = case.lines();
        let head = lines.next().unwrap_or("");
        let (name, day) = head.split_once(" day=").unwrap_or((head, ""));
        let names = lines.next().and_then(|l| l.strip_prefix("names")).unwrap();
        let tree = lines.next().and_then(|l| l.strip_prefix("tree ")).unwrap();
        let expected: Vec<&str> = lines.filter(|l| !l.is_empty()).collect();
        let kind = if name.starts_with("headline_") {
            BlockKind::Headline
        } else {
            BlockKind::Body
        };
        let found = read(tree, names, day, kind);
        if found != expected {
            wrong += &format!("{name}\n  expected {expected:#?}\n  found {found:#?}\n");
        }
        assert!(!name.starts_with("not_") || expected.is_empty(), "{name}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Events of one sentence whose words are written `form/UPOS/lemma/head/relation`, as lines of text.
fn read(tree: &str, names: &str, day: &str, kind: BlockKind) -> Vec<String> {
    let (mut text, mut tokens) = (String::new(), TokensBuilder::default());
    for word in tree.split(' ') {
        let parts: Vec<&str> = word.split('/').collect();
        let [form, upos, lemma, head, rel] = parts[..] else {
            panic!("{word}");
        };
        if !text.is_empty() {
            text.push(' ');
        }
        let span = Span::new(text.len(), text.len() + form.len());
        text.push_str(form);
        let lower = form.to_lowercase();
        let lemma = match lemma {
            "" if upos == "PROPN" => form,
            "" => &lower,
            other => other,
        };
        let head: usize = head.parse().expect(word);
        let rel = Deprel::from_name(rel).unwrap_or(Deprel::Dep);
        tokens.push(
            span,
            Upos::from_name(upos).expect(word),
            lemma,
            head.checked_sub(1),
            rel,
        );
    }
    let (mut mentions, mut locals) = (Vec::new(), Vec::new());
    for name in names.split(';').map(str::trim).filter(|n| !n.is_empty()) {
        let (name, kind) = name.split_once('=').unwrap();
        let at = text.find(name).expect(name);
        let (kind, form) = match kind {
            "p" => (MentionKind::Person, MentionForm::Name),
            "l" => (MentionKind::Place, MentionForm::Name),
            "g" => (MentionKind::Group, MentionForm::Demonym),
            _ => (MentionKind::Organization, MentionForm::Name),
        };
        let local = Some(LocalId(locals.len() as u32));
        mentions.push((Span::new(at, at + name.len()), Mention { kind, form, local }));
        locals.push(LocalEntity {
            kind,
            name: name.to_owned(),
            country: None,
            is_country: kind == MentionKind::Place,
            key: String::new(),
            gender: None,
            order: None,
        });
    }
    let names = Names {
        mentions: Layer::from_pairs(mentions),
        locals,
        roles: Layer::default(),
    };
    // The articles of the cases are of Saturday 2 May 2026; Friday is the day before, Monday is ahead.
    let times = text.find(day).filter(|_| !day.is_empty()).map(|at| {
        let on = if day == "Friday" {
            date(2026, 5, 1)
        } else {
            date(2026, 5, 4)
        };
        let when = When {
            from: Some(on),
            to: Some(on),
            time: None,
            precision: WhenPrecision::Day,
            text: day.to_owned(),
        };
        let time = Time {
            kind: TimeType::Date,
            value: on.to_string(),
            when: Some(when),
        };
        (Span::new(at, at + day.len()), time)
    });
    let meta = ArticleDraft {
        published: Some(Published {
            date: date(2026, 5, 2),
            time: None,
            offset: None,
            precision: PublishedPrecision::Day,
            basis: Basis::Option,
        }),
        ..ArticleDraft::default()
    };
    let whole = Span::new(0, text.len());
    let block = Block { kind, span: whole };
    let article = Article::new(ArticleId::new("case"), meta, text, vec![block]);
    let (sentences, tokens) = ([whole], tokens.build());
    let view = View::new(article.text(), &sentences, &tokens, common::is_function);
    let events = super::find(&article, &view, &Layer::from_pairs(times), &names);
    events
        .iter()
        .map(|e| line(article.text(), e.span, &e.value))
        .collect()
}

fn line(text: &str, span: Span, e: &EventMention) -> String {
    let side = |side: &[EventParticipant]| {
        let names: Vec<&str> = side.iter().map(|p| p.span.of(text)).collect();
        names.join(", ")
    };
    let mut out = format!(
        "{} {} {}/{} [{}] {} > {}",
        e.status.as_str(),
        e.kind.as_str(),
        e.plover.map_or("-", Plover::as_str),
        e.mode.map_or("-", |m| m.as_str()),
        span.of(text),
        side(&e.sources),
        side(&e.targets)
    );
    if let Some(place) = e.place {
        out += &format!(" @{}", place.span.of(text));
    }
    if let Some(when) = &e.when {
        out += &format!(" on {}", when.text);
    }
    if let Some(object) = e.object {
        out += &format!(" of {}", object.of(text));
    }
    if e.several {
        out += " several";
    }
    out.trim_end().to_owned()
}

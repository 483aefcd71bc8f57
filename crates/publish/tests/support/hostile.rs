//! A dossier whose every field of an article's making is out to break what it is printed in.

#![allow(clippy::too_many_lines, reason = "a made record, field by field")]

use dossier_model::*;

/// One story over one article and its earlier version: `bad` wherever an article can put words, `url` as its address.
pub fn dossier(bad: &str, url: &str) -> Dossier {
    let meta = ArticleDraft {
        source: bad.to_owned(),
        url: Some(url.to_owned()),
        outlet: Some(bad.to_owned()),
        agency: Some(bad.to_owned()),
        title: Some(bad.to_owned()),
        byline: Some(bad.to_owned()),
        published: None,
        language: None,
        also: vec![bad.to_owned()],
        ..ArticleDraft::default()
    };
    let earlier = ArticleDraft {
        version: Some(Box::new(Version {
            later: Some(ArticleId::new("a/<b>")),
            ..Version::default()
        })),
        ..meta.clone()
    };
    let earlier = super::article(bad, earlier, &[(BlockKind::Body, bad)]);
    let whole = Some(earlier.blocks()[0].span);
    let change = |kind| Change {
        kind,
        before: whole,
        after: whole,
    };
    let meta = ArticleDraft {
        version: Some(Box::new(Version {
            earlier: Some(earlier.id.clone()),
            changes: vec![change(ChangeKind::Headline), change(ChangeKind::Changed)],
            ..Version::default()
        })),
        ..meta
    };
    let article = super::article(
        "a/<b>",
        meta,
        &[(BlockKind::Body, bad), (BlockKind::Caption, bad)],
    );
    let cite = Cite {
        article: article.id.clone(),
        span: Span::new(0, article.text().len()),
    };
    let story = Story {
        main: None,
        id: StoryId::new("../\"><x>"),
        title: bad.to_owned(),
        why: bad.to_owned(),
        period: None,
        articles: vec![article.id.clone()],
        origins: vec![Origin {
            id: OriginId::new(bad),
            articles: vec![article.id.clone()],
            kind: OriginKind::Own,
            why: bad.to_owned(),
            confidence: None,
        }],
        voices: vec![Voice {
            id: VoiceId::new(bad),
            name: bad.to_owned(),
            entity: Some(EntityId::new(bad)),
            kind: VoiceKind::Person,
            why: bad.to_owned(),
        }],
        copies: vec![Copy {
            from: cite.clone(),
            to: cite.clone(),
            words: 3,
            similarity: f64::NAN,
            direction: Direction::Unknown,
            kind: CopyKind::News,
            why: bad.to_owned(),
            confidence: None,
        }],
        entities: vec![Entity {
            id: EntityId::new(bad),
            kind: MentionKind::Person,
            name: bad.to_owned(),
            names: vec![NameCount {
                text: format!("{bad}2"),
                count: 1,
            }],
            country: Some(bad.to_owned()),
            roles: vec![Role {
                title: bad.to_owned(),
                organization: Some(bad.to_owned()),
                state: RoleState::Held,
                from: None,
                to: None,
                cites: Cites::one(cite.clone()),
                confidence: None,
            }],
            cites: Cites::one(cite.clone()),
            why: bad.to_owned(),
            confidence: None,
        }],
        events: vec![Event {
            background: None,
            id: EventId::new(bad),
            kind: EventType::Other,
            label: bad.to_owned(),
            plover: None,
            mode: None,
            status: Status::Denied,
            when: Some(super::when(None, None, WhenPrecision::Day, bad)),
            place: Some(EntityId::new("nobody")),
            participants: vec![],
            cites: Cites::one(cite.clone()),
            support: Support::default(),
            why: bad.to_owned(),
            confidence: None,
        }],
        figures: vec![Figure {
            background: None,
            id: FigureId::new(bad),
            measure: bad.to_owned(),
            unit: Some(UnitBase::count(bad).into()),
            period: None,
            reports: vec![FigureReport {
                value: Some(f64::INFINITY),
                low: None,
                high: None,
                bound: Bound::Exact,
                unit: Some(UnitBase::count(bad).into()),
                basis: Some(bad.to_owned()),
                voice: VoiceId::new(bad),
                cite: cite.clone(),
            }],
            series: None,
            agreement: Agreement::Different,
            why: bad.to_owned(),
            support: Support::default(),
            confidence: None,
        }],
        statements: vec![Statement {
            background: None,
            id: StatementId::new(bad),
            text: bad.to_owned(),
            reports: vec![StatementReport {
                cite: cite.clone(),
                voice: VoiceId::new(bad),
            }],
            support: super::support(1, 1, 1),
            why: bad.to_owned(),
            confidence: None,
        }],
        conflicts: vec![Conflict {
            id: ConflictId::new(bad),
            kind: ConflictKind::Polarity,
            of: vec![StatementId::new(bad)],
            cites: Cites::one(cite.clone()),
            why: bad.to_owned(),
            confidence: None,
        }],
        quotes: vec![Quotation {
            id: QuoteId::new(bad),
            words: bad.to_owned(),
            form: QuoteForm::Direct,
            denies: false,
            cue: Some(bad.to_owned()),
            speaker: None,
            speaker_text: Some(bad.to_owned()),
            cite: cite.clone(),
            confidence: None,
        }],
        timeline: vec![TimelineRow {
            background: None,
            when: super::when(None, None, WhenPrecision::Day, bad),
            label: bad.to_owned(),
            refs: vec![TimelineRef::Event(EventId::new(bad))],
            cites: Cites::one(cite.clone()),
            confidence: None,
        }],
        digest: vec![Digest {
            text: bad.to_owned(),
            cites: Cites::one(cite),
            support: Support::default(),
            against: None,
            confidence: None,
        }],
    };
    Dossier {
        notes: vec![Note::new(bad, bad)],
        articles: vec![article, earlier],
        stories: vec![story],
    }
}

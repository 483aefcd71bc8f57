#![allow(clippy::too_many_lines, reason = "a made record, field by field")]

use dossier_model::*;

use super::{Texts, day, days, support, year};

const A: &str = "a1c0ffee00000001";
const B: &str = "a1c0ffee00000002";
const C: &str = "a1c0ffee00000003";
const D: &str = "a1c0ffee00000004";
const E: &str = "a1c0ffee00000005";
const F: &str = "a1c0ffee00000006";

pub fn story(t: &Texts<'_>) -> Story {
    let origin = |id: &str, articles: &[&str], kind, why: &str| Origin {
        id: OriginId::new(id),
        articles: articles.iter().map(|a| ArticleId::new(*a)).collect(),
        kind,
        why: why.to_owned(),
        confidence: None,
    };
    let own = "No passage of it stands in another article.";
    Story {
        main: None,
        id: StoryId::new("s-a1c0ffee"),
        why: "3 articles, 0.41 alike on average; most of them tell of Talvia, tunnel".to_owned(),
        title: "Talvia’s president in Corrant to sign the Brenn Strait tunnel".to_owned(),
        period: Some(Period {
            from: day(2031, 3, 1),
            to: day(2031, 3, 5),
        }),
        articles: [A, B, C, D, E, F].iter().map(|a| ArticleId::new(*a)).collect(),
        origins: vec![
            origin(
                "o1",
                &[A, B],
                OriginKind::Agency,
                "Both credit TNA and share 84 of 96 words.",
            ),
            origin("o2", &[C], OriginKind::Own, own),
            origin("o3", &[D], OriginKind::Own, own),
            origin("o4", &[E], OriginKind::Own, own),
            origin("o5", &[F], OriginKind::Own, own),
        ],
        voices: voices(),
        copies: copies(t),
        entities: entities(t),
        events: events(t),
        figures: figures(t),
        statements: statements(t),
        conflicts: vec![],
        quotes: quotes(t),
        timeline: timeline(t),
        digest: digest(t),
    }
}

fn voices() -> Vec<Voice> {
    let voice = |id: &str, name: &str, entity: Option<&str>, kind| Voice {
        id: VoiceId::new(id),
        name: name.to_owned(),
        entity: entity.map(EntityId::new),
        kind,
        why: "A source that the articles name.".to_owned(),
    };
    use VoiceKind::*;
    vec![
        voice("v1", "Talvian Ministry of Transport", Some("e5"), Organization),
        voice("v2", "Tomás Rell", Some("e2"), Person),
        voice("v3", "Central Statistics Bureau", Some("e6"), Organization),
        voice("v4", "CTU", Some("e7"), Organization),
        voice("v5", "Anneke Sól", Some("e4"), Person),
        voice("v6", "Layla Haddad", Some("e8"), Person),
        voice("v7", "Mara Ilven", Some("e1"), Person),
        voice("v8", "Saltline", None, Organization),
        voice("v9", "TNA", None, Outlet),
        voice("v10", "Osk Tribune", None, Outlet),
        voice("v11", "Lantern Weekly", None, Outlet),
        voice("v12", "Strait Radio", None, Outlet),
        voice("v13", "Delta Wire", None, Outlet),
    ]
}

fn copies(t: &Texts<'_>) -> Vec<Copy> {
    let lead = "President Mara Ilven will pay a state visit to Corrant on March 3 and 4, the first by a Talvian \
         leader in eleven years, and is expected to sign an agreement on a rail tunnel under the Brenn Strait.";
    vec![
        Copy {
            from: t.cite(A, lead),
            to: t.cite(B, lead),
            words: 37,
            similarity: 1.0,
            direction: Direction::Known,
            kind: CopyKind::News,
            why: "most words stand in both in the same order".to_owned(),
            confidence: None,
        },
        Copy {
            from: t.cite(
                A,
                "The tunnel, 41 kilometres long between Halden and Port Osk, is to cost 12.4 billion US dollars and \
                 to open by 2038, according to the Talvian Ministry of Transport.",
            ),
            to: t.cite(
                B,
                "The tunnel, 41 kilometres long between Halden and Port Osk, is expected to cost 12.4 billion US \
                 dollars and to open by 2038, the Talvian Ministry of Transport says.",
            ),
            words: 26,
            similarity: 0.9,
            direction: Direction::Unknown,
            kind: CopyKind::News,
            why: "most words stand in both in the same order".to_owned(),
            confidence: None,
        },
    ]
}

fn entities(t: &Texts<'_>) -> Vec<Entity> {
    let entity = |id: &str, kind, names: &[(&str, usize)], country: Option<&str>, roles, cites| Entity {
        id: EntityId::new(id),
        kind,
        name: names[0].0.to_owned(),
        names: names
            .iter()
            .map(|&(text, count)| NameCount {
                text: text.to_owned(),
                count,
            })
            .collect(),
        country: country.map(str::to_owned),
        roles,
        cites,
        why: "Named in one article.".to_owned(),
        confidence: None,
    };
    let role = |title: &str, organization: Option<&str>, cites| Role {
        title: title.to_owned(),
        organization: organization.map(str::to_owned),
        state: RoleState::Held,
        from: None,
        to: None,
        cites,
        confidence: None,
    };
    use MentionKind::*;
    vec![
        entity(
            "e1",
            Person,
            &[("Mara Ilven", 6), ("Ilven", 4)],
            None,
            vec![role(
                "President",
                Some("Talvia"),
                t.cites(&[(A, "President Mara Ilven"), (C, "Talvian President Mara Ilven")]),
            )],
            t.cites(&[
                (A, "Mara Ilven"),
                (B, "Mara Ilven"),
                (C, "Mara Ilven"),
                (D, "Mara Ilven"),
                (E, "Ilven"),
                (F, "Mara Ilven"),
            ]),
        ),
        entity(
            "e2",
            Person,
            &[("Tomás Rell", 1), ("Tomas Rell", 1), ("Rell", 3)],
            None,
            vec![role(
                "Prime Minister",
                Some("Corrant"),
                t.cites(&[(C, "Prime Minister Tomás Rell")]),
            )],
            t.cites(&[(C, "Tomás Rell"), (D, "Tomas Rell"), (E, "Rell"), (F, "Rell")]),
        ),
        entity(
            "e3",
            Person,
            &[("Joren Vask", 1)],
            None,
            vec![Role {
                title: "President".to_owned(),
                organization: Some("Talvia".to_owned()),
                state: RoleState::Former,
                from: None,
                to: Some(TermDate {
                    day: day(2030, 12, 31),
                    precision: WhenPrecision::Day,
                }),
                cites: t.cites(&[(A, "Ilven’s predecessor, Joren Vask")]),
                confidence: None,
            }],
            t.cites(&[(A, "Joren Vask")]),
        ),
        entity(
            "e4",
            Person,
            &[("Anneke Sól", 1)],
            None,
            vec![role(
                "Transport Minister",
                None,
                t.cites(&[(D, "Transport Minister Anneke Sól")]),
            )],
            t.cites(&[(D, "Anneke Sól")]),
        ),
        entity(
            "e8",
            Person,
            &[("Layla Haddad", 1), ("ليلى حداد", 1)],
            None,
            vec![role(
                "economist",
                Some("Port Osk University"),
                t.cites(&[(D, "Layla Haddad (ليلى حداد), an economist at Port Osk University")]),
            )],
            t.cites(&[(D, "Layla Haddad"), (D, "ليلى حداد")]),
        ),
        entity(
            "e5",
            Organization,
            &[("Talvian Ministry of Transport", 2)],
            None,
            vec![],
            t.cites(&[
                (A, "Talvian Ministry of Transport"),
                (B, "Talvian Ministry of Transport"),
            ]),
        ),
        entity(
            "e6",
            Organization,
            &[("Central Statistics Bureau", 1)],
            None,
            vec![],
            t.cites(&[(C, "Central Statistics Bureau")]),
        ),
        entity(
            "e7",
            Organization,
            &[("CTU", 1)],
            None,
            vec![],
            t.cites(&[(C, "CTU")]),
        ),
        entity(
            "e9",
            Organization,
            &[("Fjordbank", 1)],
            Some("NO"),
            vec![],
            t.cites(&[(D, "Fjordbank")]),
        ),
        entity(
            "e10",
            Place,
            &[("Brenn Strait", 6)],
            None,
            vec![],
            t.cites(&[
                (A, "Brenn Strait"),
                (B, "Brenn Strait"),
                (C, "Brenn Strait"),
                (D, "Brenn Strait"),
                (E, "Brenn Strait"),
                (F, "Brenn Strait"),
            ]),
        ),
        entity(
            "e11",
            Place,
            &[("Port Osk", 5)],
            None,
            vec![],
            t.cites(&[(A, "Port Osk"), (B, "Port Osk"), (C, "Port Osk"), (E, "Port Osk")]),
        ),
        entity(
            "e12",
            Place,
            &[("Corrant", 5)],
            None,
            vec![],
            t.cites(&[(A, "Corrant"), (B, "Corrant"), (D, "Corrant"), (F, "Corrant")]),
        ),
        entity(
            "e13",
            Place,
            &[("Talvia", 3)],
            None,
            vec![],
            t.cites(&[(C, "Talvia"), (F, "Talvia")]),
        ),
        entity(
            "e14",
            Place,
            &[("Norway", 1)],
            Some("NO"),
            vec![],
            t.cites(&[(D, "Norway")]),
        ),
        entity(
            "e15",
            Work,
            &[("Saint Aubrey", 2)],
            None,
            vec![],
            t.cites(&[(A, "Saint Aubrey"), (E, "Saint Aubrey")]),
        ),
    ]
}

fn events(t: &Texts<'_>) -> Vec<Event> {
    struct Row<'a> {
        id: &'a str,
        kind: EventType,
        label: &'a str,
        plover: Option<(Plover, Option<&'static str>)>,
        status: Status,
        when: Option<When>,
        place: Option<&'a str>,
        who: &'a [(&'a str, ParticipantRole)],
        cites: Cites,
        support: Support,
    }
    use ParticipantRole::{Source, Target};
    let rows = vec![
        Row {
            id: "ev1",
            kind: EventType::Visit,
            label: "Mara Ilven pays a state visit to Corrant",
            plover: Some((Plover::Consult, Some("visit"))),
            status: Status::Past,
            when: days(day(2031, 3, 3), day(2031, 3, 4), "March 3 and 4"),
            place: Some("e12"),
            who: &[("e1", Source)],
            cites: t.cites(&[
                (A, "President Mara Ilven will pay a state visit to Corrant on March 3 and 4"),
                (B, "President Mara Ilven will pay a state visit to Corrant on March 3 and 4"),
                (C, "Talvian President Mara Ilven landed in Port Osk on Monday"),
                (F, "Talvia’s Mara Ilven ended her visit to Corrant on Tuesday"),
            ]),
            support: support(4, 3, 3),
        },
        Row {
            id: "ev2",
            kind: EventType::Signing,
            label: "Treaty on the Brenn Strait tunnel signed",
            plover: Some((Plover::Agree, None)),
            status: Status::Past,
            when: days(day(2031, 3, 4), day(2031, 3, 4), "Tuesday"),
            place: Some("e11"),
            who: &[("e1", Source), ("e2", Target)],
            cites: t.cites(&[
                (A, "is expected to sign an agreement on a rail tunnel under the Brenn Strait"),
                (B, "is expected to sign an agreement on a rail tunnel under the Brenn Strait"),
                (D, "Mara Ilven and Tomas Rell signed the Brenn Strait agreement on Tuesday"),
                (E, "President Ilven and Prime Minister Rell signed the treaty on the Brenn Strait tunnel in Port Osk"),
                (F, "a signed treaty on a rail tunnel under the Brenn Strait"),
            ]),
            support: support(5, 4, 4),
        },
        Row {
            id: "ev3",
            kind: EventType::Talks,
            label: "Ilven and Rell talk for two hours",
            plover: Some((Plover::Consult, Some("meet"))),
            status: Status::Past,
            when: days(day(2031, 3, 3), day(2031, 3, 3), "Monday"),
            place: Some("e11"),
            who: &[("e1", Source), ("e2", Target)],
            cites: t.cites(&[(C, "met Prime Minister Tomás Rell for two hours of talks on the Brenn Strait rail tunnel")]),
            support: support(1, 1, 1),
        },
        Row {
            id: "ev4",
            kind: EventType::Meeting,
            label: "First meeting of the joint commission",
            plover: Some((Plover::Consult, Some("meet"))),
            status: Status::Planned,
            when: Some(super::when(
                Some(day(2031, 6, 1)),
                Some(day(2031, 6, 30)),
                WhenPrecision::Month,
                "in June",
            )),
            place: None,
            who: &[],
            cites: t.cites(&[(E, "A joint commission will hold its first meeting in June.")]),
            support: support(1, 1, 1),
        },
        Row {
            id: "ev5",
            kind: EventType::Construction,
            label: "Work on the tunnel begins",
            plover: None,
            status: Status::Planned,
            when: Some(super::when(
                Some(day(2032, 3, 1)),
                Some(day(2032, 5, 31)),
                WhenPrecision::Month,
                "in the spring of 2032",
            )),
            place: Some("e10"),
            who: &[],
            cites: t.cites(&[(C, "Ground will be broken in the spring of 2032.")]),
            support: support(1, 1, 1),
        },
        Row {
            id: "ev6",
            kind: EventType::Opening,
            label: "The tunnel opens",
            plover: None,
            status: Status::Planned,
            when: Some(super::when(None, Some(day(2038, 12, 31)), WhenPrecision::Year, "by 2038")),
            place: Some("e10"),
            who: &[],
            cites: t.cites(&[
                (A, "to open by 2038"),
                (B, "to open by 2038"),
                (E, "once trains run in 2038"),
                (F, "to open by 2038"),
            ]),
            support: support(4, 3, 3),
        },
        Row {
            id: "ev7",
            kind: EventType::Accident,
            label: "The ferry Saint Aubrey sinks",
            plover: None,
            status: Status::Past,
            when: days(day(2019, 11, 9), day(2019, 11, 9), "November 9, 2019"),
            place: None,
            who: &[],
            cites: t.cites(&[
                (A, "the loss of the ferry Saint Aubrey, in which 64 people died"),
                (E, "The ferry sank on November 9, 2019"),
            ]),
            support: support(2, 2, 2),
        },
        Row {
            id: "ev8",
            kind: EventType::Visit,
            label: "Joren Vask travels to Port Osk",
            plover: Some((Plover::Consult, Some("visit"))),
            status: Status::Past,
            when: Some(super::when(
                Some(day(2020, 5, 1)),
                Some(day(2020, 5, 31)),
                WhenPrecision::Month,
                "in May 2020",
            )),
            place: Some("e11"),
            who: &[("e3", Source)],
            cites: t.cites(&[(A, "Joren Vask, last travelled to Port Osk in May 2020")]),
            support: support(1, 1, 1),
        },
        Row {
            id: "ev9",
            kind: EventType::Construction,
            label: "A second tube for cars",
            plover: None,
            status: Status::Hypothetical,
            when: None,
            place: None,
            who: &[],
            cites: t.cites(&[(C, "Should the Norwegian lenders agree, a second tube for cars could follow.")]),
            support: support(1, 1, 1),
        },
        Row {
            id: "ev10",
            kind: EventType::Deployment,
            label: "Troops moved to the strait",
            plover: Some((Plover::Mobilize, Some("troops"))),
            status: Status::Denied,
            when: None,
            place: Some("e10"),
            who: &[],
            cites: t.cites(&[(
                D,
                "A defence ministry spokesman denied that troops had been moved to the strait before the visit.",
            )]),
            support: support(1, 1, 1),
        },
        Row {
            id: "ev11",
            kind: EventType::Visit,
            label: "Rell invited to Halden",
            plover: Some((Plover::Consult, Some("visit"))),
            status: Status::Planned,
            when: Some(super::when(
                Some(day(2031, 9, 1)),
                Some(day(2031, 11, 30)),
                WhenPrecision::Quarter,
                "the autumn",
            )),
            place: None,
            who: &[("e2", Source), ("e1", Target)],
            cites: t.cites(&[(F, "invited Rell to Halden for the autumn")]),
            support: support(1, 1, 1),
        },
    ];
    rows.into_iter()
        .map(|r| Event {
            background: None,
            id: EventId::new(r.id),
            kind: r.kind,
            label: r.label.to_owned(),
            plover: r.plover.map(|p| p.0),
            mode: r.plover.and_then(|p| p.1).and_then(PloverMode::from_name),
            status: r.status,
            when: r.when,
            place: r.place.map(EntityId::new),
            participants: r
                .who
                .iter()
                .map(|&(entity, role)| Participant {
                    entity: EntityId::new(entity),
                    role,
                })
                .collect(),
            cites: r.cites,
            support: r.support,
            why: "The tellings share type, day and people.".to_owned(),
            confidence: None,
        })
        .collect()
}

fn figures(t: &Texts<'_>) -> Vec<Figure> {
    let report = |value: f64, bound, unit: &UnitBase, basis: Option<&str>, voice: &str, cite| FigureReport {
        value: Some(value),
        low: None,
        high: None,
        bound,
        unit: Some(unit.clone().into()),
        basis: basis.map(str::to_owned),
        voice: VoiceId::new(voice),
        cite,
    };
    let figure =
        |id: &str, measure: &str, unit: &UnitBase, period, reports, agreement, why: &str, support| Figure {
            background: None,
            id: FigureId::new(id),
            measure: measure.to_owned(),
            unit: Some(unit.clone().into()),
            period,
            reports,
            series: None,
            agreement,
            why: why.to_owned(),
            support,
            confidence: None,
        };
    use Bound::*;
    let usd = &UnitBase::Currency(Iso4217::USD);
    let (jobs, persons) = (UnitBase::count("job"), UnitBase::count("person"));
    vec![
        figure(
            "f1",
            "cost of the tunnel",
            usd,
            None,
            vec![
                report(
                    12.4e9,
                    Exact,
                    usd,
                    None,
                    "v1",
                    t.cite(A, "is to cost 12.4 billion US dollars"),
                ),
                report(
                    12.4e9,
                    Exact,
                    usd,
                    None,
                    "v1",
                    t.cite(B, "is expected to cost 12.4 billion US dollars"),
                ),
                report(
                    12e9,
                    About,
                    usd,
                    None,
                    "v10",
                    t.cite(C, "The bill is put at about 12 billion US dollars."),
                ),
                report(
                    12.4e9,
                    Exact,
                    usd,
                    None,
                    "v11",
                    t.cite(D, "the 12.4 billion dollars"),
                ),
            ],
            Agreement::Compatible,
            "“About 12 billion” leaves room for 12.4 billion.",
            support(4, 3, 3),
        ),
        figure(
            "f2",
            "trade between Talvia and Corrant",
            usd,
            year(2030, "in 2030"),
            vec![
                report(
                    4.2e9,
                    Exact,
                    usd,
                    Some("Talvian statistics"),
                    "v9",
                    t.cite(
                        A,
                        "Trade between the two neighbours reached 4.2 billion US dollars in 2030",
                    ),
                ),
                report(
                    4.2e9,
                    Exact,
                    usd,
                    Some("Talvian statistics"),
                    "v9",
                    t.cite(
                        B,
                        "Trade between the two neighbours reached 4.2 billion US dollars in 2030",
                    ),
                ),
                report(
                    3.7e9,
                    Exact,
                    usd,
                    Some("Corrant’s Central Statistics Bureau"),
                    "v3",
                    t.cite(C, "counts 3.7 billion US dollars of trade with Talvia last year"),
                ),
            ],
            Agreement::ByBasis,
            "One is by Talvian statistics, the other by Corrant’s Central Statistics Bureau.",
            support(3, 2, 2),
        ),
        figure(
            "f3",
            "jobs on the Corranti side",
            &jobs,
            None,
            vec![
                report(
                    9000.0,
                    Exact,
                    &jobs,
                    None,
                    "v4",
                    t.cite(C, "Work would create 9,000 jobs on the Corranti side"),
                ),
                report(
                    14000.0,
                    Exact,
                    &jobs,
                    None,
                    "v11",
                    t.cite(D, "The government promises 14,000 jobs in Corrant."),
                ),
            ],
            Agreement::Different,
            "9,000 and 14,000 differ and no report says why.",
            support(2, 2, 2),
        ),
        figure(
            "f4",
            "ferry passengers on a working day",
            &persons,
            None,
            vec![
                report(
                    18000.0,
                    About,
                    &persons,
                    None,
                    "v10",
                    t.cite(C, "Some 18,000 people cross the strait by ferry"),
                ),
                report(
                    18000.0,
                    Exact,
                    &persons,
                    None,
                    "v8",
                    t.cite(E, "Ferries carry 18,000 passengers on a working day"),
                ),
            ],
            Agreement::Same,
            "Both round to 18,000.",
            support(2, 2, 2),
        ),
        figure(
            "f5",
            "deaths on the Saint Aubrey",
            &persons,
            year(2019, "2019"),
            vec![
                report(64.0, Exact, &persons, None, "v9", t.cite(A, "64 people died")),
                report(
                    64.0,
                    Exact,
                    &persons,
                    None,
                    "v12",
                    t.cite(E, "sixty-four people died"),
                ),
                report(
                    64.0,
                    Exact,
                    &persons,
                    None,
                    "v13",
                    t.cite(F, "the 64 dead of 2019"),
                ),
            ],
            Agreement::Same,
            "All say 64.",
            support(3, 3, 3),
        ),
        figure(
            "f6",
            "length of the tunnel",
            &UnitBase::measure("km"),
            None,
            vec![report(
                41.0,
                Exact,
                &UnitBase::measure("km"),
                None,
                "v1",
                t.cite(A, "41 kilometres long"),
            )],
            Agreement::Single,
            "One report.",
            support(1, 1, 1),
        ),
        figure(
            "f7",
            "share of the cost lent by Fjordbank",
            &UnitBase::Percent,
            None,
            vec![report(
                40.0,
                Exact,
                &UnitBase::Percent,
                None,
                "v5",
                t.cite(D, "would lend 40 percent of the sum"),
            )],
            Agreement::Single,
            "One report.",
            support(1, 1, 1),
        ),
        Figure {
            background: None,
            id: FigureId::new("f8"),
            measure: "ferry passengers lost to the trains".to_owned(),
            unit: None,
            period: year(2038, "in 2038"),
            reports: vec![FigureReport {
                value: None,
                low: Some(0.6),
                high: Some(0.7),
                bound: Range,
                unit: None,
                basis: None,
                voice: VoiceId::new("v8"),
                cite: t.cite(E, "two thirds of them"),
            }],
            series: None,
            agreement: Agreement::Single,
            why: "One report.".to_owned(),
            support: support(1, 1, 1),
            confidence: None,
        },
    ]
}

fn statements(t: &Texts<'_>) -> Vec<Statement> {
    let statement = |id: &str, reports: &[(&str, &str, &str)], support| Statement {
        background: None,
        id: StatementId::new(id),
        text: reports[0].1.to_owned(),
        reports: reports
            .iter()
            .map(|&(article, words, voice)| StatementReport {
                cite: t.cite(article, words),
                voice: VoiceId::new(voice),
            })
            .collect(),
        support,
        why: "Both name the same.".to_owned(),
        confidence: None,
    };
    vec![
        statement(
            "st1",
            &[
                (
                    E,
                    "President Ilven and Prime Minister Rell signed the treaty on the Brenn Strait tunnel in Port Osk on \
                     Tuesday.",
                    "v12",
                ),
                (
                    D,
                    "Mara Ilven and Tomas Rell signed the Brenn Strait agreement on Tuesday.",
                    "v11",
                ),
                (
                    F,
                    "Talvia’s Mara Ilven ended her visit to Corrant on Tuesday with a signed treaty on a rail tunnel \
                     under the Brenn Strait, to open by 2038.",
                    "v13",
                ),
            ],
            support(3, 3, 3),
        ),
        statement(
            "st2",
            &[(A, super::AGENCY_TRADE, "v9"), (B, super::AGENCY_TRADE, "v9")],
            support(2, 1, 1),
        ),
        statement(
            "st3",
            &[
                (
                    C,
                    "Some 18,000 people cross the strait by ferry every working day.",
                    "v10",
                ),
                (
                    E,
                    "Ferries carry 18,000 passengers on a working day, the operator Saltline told this station.",
                    "v8",
                ),
            ],
            support(2, 2, 2),
        ),
        statement(
            "st4",
            &[(D, "The bank has not confirmed it.", "v11")],
            support(1, 1, 1),
        ),
        statement(
            "st5",
            &[(
                D,
                "A defence ministry spokesman denied that troops had been moved to the strait before the visit.",
                "v11",
            )],
            support(1, 1, 1),
        ),
        statement(
            "st6",
            &[(C, "Ground will be broken in the spring of 2032.", "v10")],
            support(1, 1, 1),
        ),
        statement(
            "st7",
            &[(
                E,
                "Relatives of those lost on the Saint Aubrey laid wreaths at the harbour.",
                "v12",
            )],
            support(1, 1, 1),
        ),
    ]
}

fn quotes(t: &Texts<'_>) -> Vec<Quotation> {
    struct Row<'a>(
        &'a str,
        &'a str,
        QuoteForm,
        Option<&'a str>,
        Option<&'a str>,
        Option<&'a str>,
        Cite,
    );
    let rows = [
        Row(
            "q1",
            "“We have waited a century for this, and we shall not wait another year,”",
            QuoteForm::Direct,
            Some("told"),
            Some("e2"),
            Some("Rell"),
            t.cite(C, "“We have waited a century for this, and we shall not wait another year,” Rell told reporters"),
        ),
        Row(
            "q2",
            "Norway’s Fjordbank would lend 40 percent of the sum",
            QuoteForm::Indirect,
            Some("said"),
            Some("e4"),
            Some("Transport Minister Anneke Sól"),
            t.cite(D, "Transport Minister Anneke Sól said that Norway’s Fjordbank would lend 40 percent of the sum."),
        ),
        Row(
            "q3",
            "“I have seen no study that finds half of them,”",
            QuoteForm::Direct,
            Some("said"),
            Some("e8"),
            Some("Layla Haddad"),
            t.cite(D, "“I have seen no study that finds half of them,” said Layla Haddad (ليلى حداد)"),
        ),
        Row(
            "q4",
            "the tunnel would bring the two peoples closer than any bridge of words",
            QuoteForm::Indirect,
            Some("said"),
            Some("e1"),
            Some("Ilven"),
            t.cite(F, "Ilven said the tunnel would bring the two peoples closer than any bridge of words"),
        ),
        Row(
            "q5",
            "“The strait has taken enough of us,”",
            QuoteForm::Direct,
            Some("said"),
            Some("e1"),
            Some("she"),
            t.cite(F, "“The strait has taken enough of us,” she said"),
        ),
        Row(
            "q6",
            "troops had been moved to the strait before the visit",
            QuoteForm::Indirect,
            Some("denied"),
            None,
            Some("A defence ministry spokesman"),
            t.cite(D, "A defence ministry spokesman denied that troops had been moved to the strait before the visit."),
        ),
    ];
    rows.into_iter()
        .map(
            |Row(id, words, form, cue, speaker, speaker_text, cite)| Quotation {
                id: QuoteId::new(id),
                words: words.to_owned(),
                form,
                denies: cue == Some("denied"),
                cue: cue.map(str::to_owned),
                speaker: speaker.map(EntityId::new),
                speaker_text: speaker_text.map(str::to_owned),
                cite,
                confidence: None,
            },
        )
        .collect()
}

fn timeline(t: &Texts<'_>) -> Vec<TimelineRow> {
    let mut rows: Vec<TimelineRow> = events(t)
        .into_iter()
        .filter_map(|e| {
            Some(TimelineRow {
                background: None,
                when: e.when?,
                label: e.label,
                refs: vec![TimelineRef::Event(e.id)],
                cites: e.cites,
                confidence: None,
            })
        })
        .collect();
    rows.extend(
        figures(t)
            .into_iter()
            .filter(|f| f.id.as_str() == "f2")
            .filter_map(|f| {
                Some(TimelineRow {
                    background: None,
                    when: f.period?,
                    label: f.measure,
                    refs: vec![TimelineRef::Figure(f.id)],
                    cites: Cites::new(f.reports.into_iter().map(|r| r.cite).collect())?,
                    confidence: None,
                })
            }),
    );
    rows.sort_by_key(|r| r.when.from.or(r.when.to));
    rows
}

fn digest(t: &Texts<'_>) -> Vec<Digest> {
    let row = |text: &str, places: &[(&str, &str)], support| Digest {
        text: text.to_owned(),
        cites: t.cites(places),
        support,
        against: None,
        confidence: None,
    };
    let signed = "President Ilven and Prime Minister Rell signed the treaty on the Brenn Strait tunnel in Port Osk on \
         Tuesday.";
    let jobs = "Work would create 9,000 jobs on the Corranti side, the transport union CTU estimates.";
    let cost = "The tunnel, 41 kilometres long between Halden and Port Osk, is to cost 12.4 billion US dollars and to \
         open by 2038, according to the Talvian Ministry of Transport.";
    vec![
        row(
            signed,
            &[
                (
                    D,
                    "Mara Ilven and Tomas Rell signed the Brenn Strait agreement on Tuesday.",
                ),
                (E, signed),
                (F, "a signed treaty on a rail tunnel under the Brenn Strait"),
            ],
            support(5, 4, 4),
        ),
        row(
            cost,
            &[
                (A, cost),
                (C, "The bill is put at about 12 billion US dollars."),
                (D, "the 12.4 billion dollars"),
            ],
            support(4, 3, 3),
        ),
        row(
            "Some 18,000 people cross the strait by ferry every working day.",
            &[
                (
                    C,
                    "Some 18,000 people cross the strait by ferry every working day.",
                ),
                (E, "Ferries carry 18,000 passengers on a working day"),
            ],
            support(2, 2, 2),
        ),
        row(jobs, &[(C, jobs)], support(1, 1, 1)),
        row(
            "A joint commission will hold its first meeting in June.",
            &[(E, "A joint commission will hold its first meeting in June.")],
            support(1, 1, 1),
        ),
    ]
}

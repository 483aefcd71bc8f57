//! Joins of articles that are made by hand: what the reader of one article hands over, without the reader.

use dossier_model::{
    AnnotatedArticle, Entity, Gender, Layer, LocalEntity, LocalId, Mention, MentionForm, MentionKind,
    NameOrder, Relation, RelationKind, RoleMention, RoleState, Span, StateBody, TermDate, WhenPrecision,
};

use super::{Choices, Join, Split, Within};
use crate::testing::read;

/// An article that names referents, each written as "P Ana Ruiz|Ruiz": its kind, its fullest name, its other names. `PF`
/// and `PM` tell a gender, `PE` an eastern name, `PW` a western one, `C` a country. A key follows behind "=".
fn article(id: &str, referents: &[&str]) -> AnnotatedArticle {
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut locals = Vec::new();
    for (i, referent) in referents.iter().enumerate() {
        let (referent, key) = referent.split_once('=').unwrap_or((referent, ""));
        let (code, names) = referent.split_once(' ').expect("a kind and a name");
        let kind = match &code[..1] {
            "P" => MentionKind::Person,
            "O" => MentionKind::Organization,
            _ => MentionKind::Place,
        };
        for (n, name) in names.split('|').enumerate() {
            let start = text.len();
            text.push_str(name);
            let form = match n {
                0 => MentionForm::Name,
                _ if name.chars().all(char::is_uppercase) => MentionForm::Abbreviation,
                _ if kind == MentionKind::Person => MentionForm::Short,
                _ => MentionForm::Name,
            };
            mentions.push((
                Span::new(start, text.len()),
                Mention {
                    kind,
                    form,
                    local: Some(LocalId(i as u32)),
                },
            ));
            text.push_str(if name == "Norland" { "’s " } else { ". " });
        }
        let name = names.split('|').next().unwrap_or("").to_owned();
        locals.push(LocalEntity {
            kind,
            key: match kind {
                MentionKind::Person => String::new(),
                _ if key.is_empty() => format!("o:{}", name.to_lowercase()),
                _ => format!("o:{key}"),
            },
            name,
            country: match key.get(..2) {
                _ if code == "C" => Some("NL".to_owned()),
                Some(of) if of.bytes().all(|b| b.is_ascii_uppercase()) => Some(of.to_owned()),
                _ => None,
            },
            is_country: code == "C",
            gender: match code {
                "PF" => Some(Gender::Female),
                "PM" => Some(Gender::Male),
                _ => None,
            },
            order: match code {
                "PE" => Some(NameOrder::FamilyFirst),
                "PW" => Some(NameOrder::FamilyLast),
                _ => None,
            },
        });
    }
    let mut out = read(id, &text);
    out.notes.mentions = Layer::from_pairs(mentions);
    out.notes.wording.relations = owners(&out.notes.mentions, &text);
    out.notes.wording.bodies = locals.iter().map(ministry).collect();
    out.notes.locals = locals;
    out
}

/// Names right behind the possessive of Norland are its own.
fn owners(mentions: &Layer<Mention>, text: &str) -> Vec<Relation> {
    (1..mentions.len())
        .filter(|&i| mentions[i - 1].span.of(text) == "Norland")
        .map(|i| Relation {
            kind: RelationKind::BelongsTo,
            from: i as u32,
            to: i as u32 - 1,
        })
        .collect()
}

/// Ministries, which every state has.
fn ministry(local: &LocalEntity) -> Option<StateBody> {
    let key = local.key.strip_prefix("o:")?;
    let name = key.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == ' ');
    (local.kind == MentionKind::Organization && name.ends_with("ministry")).then(|| StateBody {
        name: name.to_owned(),
        is_only: true,
    })
}

fn rows_with(articles: &[&[&str]], choices: &Choices) -> Vec<Entity> {
    let articles: Vec<AnnotatedArticle> = articles
        .iter()
        .enumerate()
        .map(|(i, referents)| article(&format!("{i:016x}"), referents))
        .collect();
    crate::entities(&articles, choices)
}

/// The rows as their spellings, in order of the first: "Ana Ruiz + Ruiz; Ion Popa".
fn told(rows: &[Entity]) -> String {
    let mut told: Vec<String> = rows
        .iter()
        .map(|e| {
            let mut names: Vec<&str> = e.names.iter().map(|n| n.text.as_str()).collect();
            names.sort_unstable();
            names.join(" + ")
        })
        .collect();
    told.sort();
    told.join("; ")
}

#[track_caller]
fn check(articles: &[&[&str]], expected: &str) {
    let rows = rows_with(articles, &Choices::default());
    assert_eq!(told(&rows), expected);
    let turned: Vec<&[&str]> = articles.iter().rev().copied().collect();
    let mut again: Vec<AnnotatedArticle> = turned
        .iter()
        .enumerate()
        .map(|(i, b)| article(&format!("{:016x}", articles.len() - 1 - i), b))
        .collect();
    again.reverse();
    again.rotate_left(1);
    let again = crate::entities(&again, &Choices::default());
    assert_eq!(format!("{again:?}"), format!("{rows:?}"), "another order");
}

#[test]
fn people_of_one_name_are_one() {
    check(&[&["P Tô Lan"], &["P To Lan|Lan"]], "Lan + To Lan + Tô Lan");
    check(
        &[&["PW Kenji Sato|Sato"], &["P Sato Kenji"]],
        "Kenji Sato + Sato + Sato Kenji",
    );
    check(
        &[&["PW John F. Carver"], &["PW John Carver"]],
        "John Carver + John F. Carver",
    );
    check(
        &[&["P Mohammed Morsi"], &["P Mohamed Mursi"]],
        "Mohamed Mursi + Mohammed Morsi",
    );
}

#[test]
fn two_people_of_one_family_stay_two() {
    check(
        &[
            &["PM Bill Carver|Carver"],
            &["PF Hilda Carver|Carver"],
            &["P Carver"],
        ],
        "Bill Carver + Carver; Carver; Carver + Hilda Carver",
    );
    // A title or a pronoun told that it is a woman.
    check(
        &[&["PM Bill Carver"], &["PF Hilda Carver"], &["PF Carver"]],
        "Bill Carver; Carver + Hilda Carver",
    );
    check(&[&["P Ion Popa Jr."], &["P Ion Popa"]], "Ion Popa; Ion Popa Jr.");
    check(&[&["P Hà Lan"], &["P Hạ Lan"]], "Hà Lan; Hạ Lan");
    check(
        &[
            &["PW George W. Carver"],
            &["PW George H. W. Carver"],
            &["PW George Carver"],
        ],
        "George Carver; George H. W. Carver; George W. Carver",
    );
}

#[test]
fn a_name_alone_is_of_the_one_it_fits() {
    check(&[&["P Ana Ruiz"], &["P Ruiz"]], "Ana Ruiz + Ruiz");
    check(&[&["PE Kim Min-ji"], &["P Kim"]], "Kim + Kim Min-ji");
    // A given name alone is another's, unless an article uses it.
    check(&[&["P Ana Ruiz"], &["P Ana"]], "Ana; Ana Ruiz");
    check(&[&["P Ana Ruiz|Ana"], &["P Ana"]], "Ana + Ana Ruiz");
    check(
        &[&["P Andrés Soto Osorio|Soto Osorio"], &["P Soto Osorio"]],
        "Andrés Soto Osorio + Soto Osorio",
    );
    check(&[&["P Ruiz"], &["P Ruiz"]], "Ruiz");
}

#[test]
fn a_name_alone_is_the_usual_one() {
    let usual: &[&str] = &["PE Kim Min-ji|Kim"];
    let rare: &[&str] = &["PE Kim Do-yun"];
    check(
        &[usual, usual, usual, usual, usual, rare, &["P Kim"]],
        "Kim + Kim Min-ji; Kim Do-yun",
    );
    check(
        &[usual, usual, rare, &["P Kim"]],
        "Kim; Kim + Kim Min-ji; Kim Do-yun",
    );
}

#[test]
fn an_article_that_has_both_keeps_them_apart() {
    check(
        &[&["P Mohammed Morsi", "P Mohamed Mursi"], &["P Mohamed Mursi"]],
        "Mohamed Mursi; Mohammed Morsi",
    );
}

#[test]
fn bodies_are_one_by_key_and_short_form() {
    check(
        &[&["O Norvik Energy Inc.=norvik energy"], &["O Norvik Energy"]],
        "Norvik Energy + Norvik Energy Inc.",
    );
    check(
        &[&["O Coast News Agency|CNA"], &["O CNA"]],
        "CNA + Coast News Agency",
    );
    check(&[&["O Coast News Agency"], &["O CNA"]], "CNA + Coast News Agency");
    check(
        &[
            &["O Coast News Agency"],
            &["O Central Norland Authority"],
            &["O CNA"],
        ],
        "CNA; Central Norland Authority; Coast News Agency",
    );
    check(
        &[
            &["O Norvik Institute|Norvik"],
            &["O Norvik College|Norvik"],
            &["O Norvik"],
        ],
        "Norvik; Norvik + Norvik College; Norvik + Norvik Institute",
    );
}

#[test]
fn a_ministry_is_of_one_country() {
    let here: &[&str] = &["C Norland", "O Foreign Ministry"];
    let there: &[&str] = &["O Suran Foreign Ministry|Foreign Ministry=SU foreign ministry"];
    let open: &[&str] = &["O Foreign Ministry"];
    // Nobody knows whose it is where the story tells of two.
    let rows = rows_with(&[here, here, there, open], &Choices::default());
    assert_eq!(
        told(&rows),
        "Foreign Ministry; Foreign Ministry; Foreign Ministry + Suran Foreign Ministry; Norland"
    );
    assert_eq!(
        rows.iter()
            .filter(|e| e.name == "Foreign Ministry")
            .map(|e| e.cites.len())
            .max(),
        Some(2)
    );
    check(&[here, here, open], "Foreign Ministry; Norland");
}

#[test]
fn one_name_of_two_kinds_is_what_most_take_it_for() {
    let firm: &[&str] = &["O Harbour Ferry"];
    check(&[firm, firm, firm, &["P Harbour Ferry"]], "Harbour Ferry");
    check(&[firm, &["P Harbour Ferry"]], "Harbour Ferry; Harbour Ferry");
    let town: &[&str] = &["L Jordanby"];
    check(&[town, town, town, &["P Jordanby"]], "Jordanby; Jordanby");
}

#[test]
fn every_join_has_its_reason() {
    let rows = rows_with(&[&["P Tô Lan"], &["P To Lan"], &["P Lan"]], &Choices::default());
    assert_eq!(
        rows[0].why,
        "“To Lan” and “Tô Lan” are the same letters but for diacritics, signs or capitals. \
         “Tô Lan” is the only full name here that “Lan” alone fits."
    );
    let rows = rows_with(&[&["P Ana Ruiz"], &["P Ana Ruiz"]], &Choices::default());
    assert_eq!(rows[0].why, "The same full name in 2 articles.");
}

fn choices(joins: &[&[&str]], splits: &[&[&str]]) -> Choices {
    let names = |n: &[&str]| n.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    Choices {
        source: "names.toml".to_owned(),
        joins: joins
            .iter()
            .map(|j| Join {
                names: names(j),
                ..Join::default()
            })
            .collect(),
        splits: splits
            .iter()
            .map(|s| Split {
                names: names(s),
                ..Split::default()
            })
            .collect(),
    }
}

#[test]
fn the_user_joins() {
    let mut chosen = choices(&[&["Ana Ruiz", "A. R. Soto"]], &[]);
    chosen.joins[0].name = Some("Ana Ruiz Soto".to_owned());
    chosen.joins[0].kind = Some(MentionKind::Work);
    let rows = rows_with(&[&["P Ana Ruiz"], &["P A. R. Soto"]], &chosen);
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].name.as_str(), rows[0].kind),
        ("Ana Ruiz Soto", MentionKind::Work)
    );
    assert_eq!(
        rows[0].why,
        "Joined by names.toml: join 1 (“Ana Ruiz”, “A. R. Soto”)."
    );
}

#[test]
fn the_user_splits() {
    let names: &[&[&str]] = &[&["P Tô Lan"], &["P To Lan"]];
    let chosen = choices(&[], &[&["Tô Lan", "To Lan"]]);
    let rows = rows_with(names, &chosen);
    assert_eq!(told(&rows), "To Lan; Tô Lan");
    assert!(
        rows.iter()
            .all(|r| r.why == "Kept apart by names.toml: split 1 (“Tô Lan”, “To Lan”).")
    );
    // Even where the reader of one article joined them.
    let one: &[&str] = &["O Tô Lan|To Lan|To Lan"];
    assert_eq!(told(&rows_with(&[one], &chosen)), "To Lan; Tô Lan");
}

#[test]
fn a_choice_holds_where_the_user_says() {
    let mut chosen = choices(&[], &[&["Tô Lan", "To Lan"]]);
    chosen.splits[0].within = Within {
        article: Some(format!("{:016x}", 7)),
        story: None,
    };
    let names: &[&[&str]] = &[&["P Tô Lan"], &["P To Lan"]];
    assert_eq!(told(&rows_with(names, &chosen)), "To Lan + Tô Lan");
}

#[test]
fn an_entry_that_matches_nothing_is_told() {
    let chosen = choices(&[&["Tô Lan", "To Lan"]], &[&["Ana Ruiz", "Anna Ruiz"]]);
    let settings = crate::Settings {
        choices: chosen,
        ..crate::Settings::default()
    };
    let dossier = crate::relate(
        vec![article("1", &["P To Lan"])],
        Vec::new(),
        &settings,
        crate::Vocabulary::EMPTY,
    );
    let notes: Vec<String> = dossier
        .notes
        .iter()
        .map(|n| format!("{}: {}", n.source, n.message))
        .collect();
    assert_eq!(
        notes,
        [
            "names.toml: split 1 (“Ana Ruiz”, “Anna Ruiz”) matched nothing; hint: write full names exactly as the articles print them"
        ]
    );
}

#[test]
fn an_office_has_the_time_that_is_told() {
    let year = |y: i16| TermDate {
        day: jiff::civil::date(y, 1, 1),
        precision: WhenPrecision::Year,
    };
    let with = |id: &str, former: bool, from: Option<TermDate>| {
        let mut a = article(id, &["P Ana Ruiz", "P mayor"]);
        let title = a.notes.mentions.get(1).map(|m| m.span).expect("title");
        a.notes.roles = Layer::from_pairs([(
            title,
            RoleMention {
                holder: LocalId(0),
                title,
                organization: None,
                country: None,
                former,
                from,
                to: None,
                evidence: dossier_model::RoleEvidence::default(),
            },
        )]);
        a
    };
    let role = |articles: &[AnnotatedArticle]| {
        let rows = crate::entities(articles, &Choices::default());
        let ana = rows.iter().find(|e| e.name == "Ana Ruiz").expect("a row");
        ana.roles.first().map(|r| (r.state, r.from))
    };
    assert_eq!(
        role(&[with("1", false, None), with("2", true, Some(year(2019)))]),
        Some((RoleState::Former, Some(year(2019))))
    );
    // Two beginnings are none.
    assert_eq!(
        role(&[
            with("1", false, Some(year(2018))),
            with("2", false, Some(year(2019)))
        ]),
        Some((RoleState::Held, None))
    );
}

#[test]
fn ten_thousand_articles_are_one_story_of_many_people() {
    let articles: Vec<AnnotatedArticle> = (0..10_000)
        .map(|i| {
            let many = format!("P Kim Carver{}", i % 2000);
            let own = format!("P Ana Person{i}|Person{i}");
            article(
                &format!("{i:016x}"),
                &[&many, &own, "P Carver1", "O Coast News Agency|CNA", "C Norland"],
            )
        })
        .collect();
    let rows = crate::entities(&articles, &Choices::default());
    assert!(rows.len() > 10_000);
}

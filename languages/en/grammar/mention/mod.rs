//! Names, titles, short forms, nominals and pronouns, joined inside the article.

#![allow(clippy::too_many_lines, reason = "rewritten on frames, then taken apart")]

mod body;
mod gazetteer;
mod join;
pub(crate) mod name_word;
mod no_name;
mod nominal;
mod part;
mod pattern;
mod person;
mod role;
mod scan;
mod settled;
#[doc(hidden)]
pub mod tagger;
mod told;
mod typing;

use dossier_annotate::View;
use dossier_model::{Layer, LocalEntity, Mention, RoleMention, Time};
use jiff::civil::Date;

/// Who and what one article names.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Every mention.
    pub mentions: Layer<Mention>,
    /// Whom and what they are of.
    pub locals: Vec<LocalEntity>,
    /// Titles and offices.
    pub roles: Layer<RoleMention>,
}

/// Finds names and joins those of one bearer; `day` is the day of the article.
#[must_use]
pub fn find(words: &View, times: &Layer<Time>, day: Option<Date>) -> Names {
    let rules = ruled(words, times);
    let mut names = tagger::names(words, rules);
    typing::drop_times(words, times, &mut names);
    settled::settle(words, times, &mut names);
    no_name::drop_no_names(words, &mut names);
    let join::Joined {
        locals_of,
        mut locals,
        genders,
    } = join::join(words, &mut names);
    let by_word = role::Names {
        names: &names,
        locals_of: &locals_of,
        locals: &locals,
    };
    let offices = role::offices(words, &by_word);
    let homes = role::homes(&offices);
    let held = role::held(&offices);
    let described = {
        let known = nominal::Known {
            names: &by_word,
            held: &held,
            genders: &genders,
            homes: &homes,
        };
        nominal::find(words, &known)
    };
    for (id, home) in homes {
        if let Some(local) = locals.get_mut(id.0 as usize) {
            local.country.get_or_insert(home);
        }
    }
    let named = names.iter().zip(&locals_of).map(|(n, local)| {
        let mention = Mention {
            kind: n.kind,
            form: n.form,
            local: *local,
        };
        (words.cover(n.start, n.end), mention)
    });
    Names {
        mentions: Layer::from_pairs(named.chain(described)),
        roles: Layer::new(
            offices
                .iter()
                .filter_map(|o| role::told(words, times, day, o))
                .collect(),
        ),
        locals,
    }
}

/// What lists, shapes and the words around tell.
fn ruled(words: &View, times: &Layer<Time>) -> Vec<scan::Name> {
    let mut names = scan::scan(words);
    typing::settle(words, times, &mut names);
    names
}

#[cfg(test)]
mod tests {
    use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, MentionForm, MentionKind, Span};

    use super::*;

    fn read(text: &str) -> (Article, Names) {
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split('\n') {
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(at, at + line.len()),
            });
            at += line.len() + 1;
        }
        let article = Article::new(ArticleId::new("test"), ArticleDraft::default(), text, blocks);
        let notes = crate::annotate(&article);
        let names = Names {
            mentions: notes.mentions,
            locals: notes.locals,
            roles: notes.roles,
        };
        (article, names)
    }

    /// Names of persons, organisations and places as "text=kind", joined by " | ".
    fn check(text: &str, expected: &str) {
        let (article, names) = read(text);
        let found: Vec<String> = names
            .mentions
            .iter()
            .filter(|m| m.value.form.is_name())
            .filter_map(|m| {
                let kind = match m.value.kind {
                    MentionKind::Person => "P",
                    MentionKind::Organization => "O",
                    MentionKind::Place => "L",
                    MentionKind::Event => "E",
                    MentionKind::Work => "W",
                    _ => return None,
                };
                Some(format!("{}={kind}", m.span.of(article.text())))
            })
            .collect();
        assert_eq!(found.join(" | "), expected, "{text}");
    }

    /// Mentions of people as "text>name", `-` for one that stays open.
    fn check_people(text: &str, expected: &str) {
        let (article, names) = read(text);
        let found: Vec<String> = names
            .mentions
            .iter()
            .filter(|m| m.value.kind == MentionKind::Person)
            .map(|m| {
                let local = m.value.local.and_then(|l| names.locals.get(l.0 as usize));
                format!(
                    "{}>{}",
                    m.span.of(article.text()),
                    local.map_or("-", |l| l.name.as_str())
                )
            })
            .collect();
        assert_eq!(found.join(" | "), expected, "{text}");
    }

    /// Roles as "name: title / organisation / country".
    fn check_roles(text: &str, expected: &[&str]) {
        let (article, names) = read(text);
        let found: Vec<String> = names
            .roles
            .iter()
            .map(|r| {
                let name = names
                    .locals
                    .get(r.value.holder.0 as usize)
                    .map_or("?", |l| l.name.as_str());
                let organization = r.value.organization.map_or("-", |o| o.of(article.text()));
                let country = r.value.country.as_deref().unwrap_or("-");
                let former = if r.value.former { " former" } else { "" };
                format!(
                    "{name}: {} / {organization} / {country}{former}",
                    r.value.title.of(article.text())
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn people_stand_without_titles() {
        check("Talks with President Ana Ruiz went on.", "Ana Ruiz=P");
        check("It was led by Dr. Karl von Berg, a chemist.", "Karl von Berg=P");
        check(
            "A letter reached Kim Jong-suk and Mr. Osei on Monday.",
            "Kim Jong-suk=P | Osei=P",
        );
        check(
            "The team met Trần Văn Hải and Nguyen Thi Mai in Hanoi.",
            "Trần Văn Hải=P | Nguyen Thi Mai=P | Hanoi=L",
        );
        check("Deputy Prime Minister To Van Minh spoke.", "To Van Minh=P");
    }

    #[test]
    fn a_title_with_a_country_holds_two_names() {
        check("President of Chile Ana Ruiz arrived.", "Chile=L | Ana Ruiz=P");
        check("He met Peru's foreign minister.", "Peru=L");
    }

    #[test]
    fn places_side_by_side_are_several() {
        check(
            "The Vinh Long - Hanoi - Hue City line opens.",
            "Vinh Long=L | Hanoi=L | Hue City=L",
        );
        check(
            "The Đà Nẵng-Hà Nội-Hải Phòng line opens.",
            "Đà Nẵng=L | Hà Nội=L | Hải Phòng=L",
        );
        check("Growing Chile–Peru trade helped.", "Chile=L | Peru=L");
    }

    #[test]
    fn organisations_by_head_and_tail() {
        check(
            "She works for the Ministry of Science and Technology today.",
            "Ministry of Science and Technology=O",
        );
        check(
            "The Northern Rail Company (NRC) and the UN agreed.",
            "Northern Rail Company=O | NRC=O | UN=O",
        );
        check("It joined the Bank of Norway last year.", "Bank of Norway=O");
        check(
            "The Social Democratic and Labour Party won.",
            "Social Democratic and Labour Party=O",
        );
    }

    #[test]
    fn happenings_and_laws_are_neither() {
        check(
            "Since World War II the Lisbon Treaty held.",
            "World War II=E | Lisbon Treaty=W",
        );
        check(
            "The 2015 Norway general election was close.",
            "2015 Norway general election=E",
        );
    }

    #[test]
    fn not_names() {
        check("On Monday the Party and State thanked all.", "");
        check("However, talks in May failed. Police said so.", "");
        check("They want “Good Neighbours, Good Friends” to last.", "");
        check("The Comprehensive Strategic Partnership goes on.", "");
        check("The Deputy spoke of the East and cost 5 USD.", "");
    }

    #[test]
    fn not_bodies_by_their_letters() {
        check("It cost 5 million USD, or 4 million EUR, for an ICBM.", "");
        check("The new OLED sets rely on GPS.", "");
    }

    #[test]
    fn not_people_with_what_stands_beside() {
        check_people(
            "They saw World Series MVP Ben Ortega there.",
            "Ben Ortega>Ben Ortega",
        );
        check("They thanked Photo Ana Ruiz for it.", "Ana Ruiz=P");
        check("Talks with S. Korea failed.", "S. Korea=L");
        check("He met Peter Ruiz Image there.", "Peter Ruiz=P");
        check(
            "The envoy was Christopher R. Hill of old.",
            "Christopher R. Hill=P",
        );
        check_people("They fear Joint Chiefs and War II.", "");
    }

    #[test]
    fn names_end_where_shouting_begins() {
        check("It showed Ana Ruiz ERUPTION there.", "Ana Ruiz=P");
        check("See WATCHED Ana Ruiz there.", "Ana Ruiz=P");
    }

    #[test]
    fn letters_in_brackets_make_one_name() {
        check(
            "The Chile-Peru Free Trade Area (CPFTA) grew.",
            "Chile-Peru Free Trade Area=O | CPFTA=O",
        );
        check(
            "It told the Center for American Progress so.",
            "Center for American Progress=O",
        );
    }

    #[test]
    fn not_a_home_by_a_team_or_a_subject() {
        let (_, names) = read("The Indians manager Ana Ruiz met Juan Sato of the Peruvian Policy Institute.");
        assert!(
            names
                .locals
                .iter()
                .filter(|l| l.kind != MentionKind::Group)
                .all(|l| l.country.is_none())
        );
    }

    #[test]
    fn short_names_go_to_their_full_one() {
        check_people(
            "Ana Ruiz spoke. Later Ruiz left.",
            "Ana Ruiz>Ana Ruiz | Ruiz>Ana Ruiz",
        );
        check_people(
            "Lin Weimin spoke. Lin left.",
            "Lin Weimin>Lin Weimin | Lin>Lin Weimin",
        );
        check_people(
            "Phạm Thanh Sơn spoke. Later Son left.",
            "Phạm Thanh Sơn>Phạm Thanh Sơn | Son>Phạm Thanh Sơn",
        );
    }

    #[test]
    fn not_joined_where_two_bear_the_name() {
        check_people(
            "Ana Ruiz met Juan Ruiz. Then Ruiz left.",
            "Ana Ruiz>Ana Ruiz | Juan Ruiz>Juan Ruiz | Ruiz>-",
        );
    }

    #[test]
    fn countries_are_one_in_all_spellings() {
        let (_, names) = read("Việt Nam trades. Vietnam grows. Viet Nam builds.");
        let countries: Vec<_> = names.locals.iter().filter(|l| l.is_country).collect();
        assert_eq!(countries.len(), 1);
        assert_eq!(countries.first().and_then(|c| c.country.as_deref()), Some("VN"));
    }

    #[test]
    fn abbreviations_join_their_names() {
        let (_, names) = read("The Northern Rail Company (NRC) grew. NRC hired.");
        let bodies: Vec<_> = names
            .locals
            .iter()
            .filter(|l| l.kind == MentionKind::Organization)
            .map(|l| l.name.as_str())
            .collect();
        assert_eq!(bodies, ["Northern Rail Company"]);
        assert!(
            names
                .mentions
                .iter()
                .any(|m| m.value.form == MentionForm::Abbreviation)
        );
    }

    #[test]
    fn titles_in_front() {
        check_roles(
            "Peruvian Ambassador to Chile Ana Ruiz spoke.",
            &["Ana Ruiz: Ambassador to Chile / - / PE"],
        );
        check_roles(
            "Minister of Defence and Deputy Prime Minister Ana Ruiz spoke.",
            &[
                "Ana Ruiz: Minister of Defence / - / -",
                "Ana Ruiz: Deputy Prime Minister / - / -",
            ],
        );
        check_roles(
            "A former president of Peru, Ana Ruiz, spoke.",
            &["Ana Ruiz: president / Peru / PE former"],
        );
    }

    #[test]
    fn titles_behind() {
        check_roles(
            "It was led by Ana Ruiz, member of the Rail Committee and head of the Bridge Commission; Lin Weimin, Minister of Trade; and others.",
            &[
                "Ana Ruiz: member / Rail Committee / -",
                "Ana Ruiz: head / Bridge Commission / -",
                "Lin Weimin: Minister of Trade / - / -",
            ],
        );
        check_roles(
            "Ana Ruiz, a researcher on Peru, spoke.",
            &["Ana Ruiz: researcher / - / -"],
        );
    }

    #[test]
    fn not_roles_of_the_next_person() {
        check_roles(
            "Prime Minister Ana Ruiz, and Speaker Lin Weimin spoke.",
            &["Ana Ruiz: Prime Minister / - / -", "Lin Weimin: Speaker / - / -"],
        );
    }

    #[test]
    fn not_roles_of_who_stands_beside() {
        check_roles("The brother of the gunman, Ion Popa, spoke from Lima.", &[]);
        check_roles("A friend of the mayor, Ana Ruiz, said so.", &[]);
        check_roles("A spokesman for the governor, Ana Ruiz, said so.", &[]);
        check_roles("The suspect in the robbery, Ion Popa, was there.", &[]);
        check_roles("Ion Popa, the alleged attacker, was there.", &[]);
        check_roles("A neighbour of Ion Popa, the gunman, was there.", &[]);
        check_roles(
            "The office of the mayor, Ana Ruiz, was shut.",
            &["Ana Ruiz: mayor / - / -"],
        );
        check_roles(
            "Police named the gunman, Ion Popa, on Monday.",
            &["Ion Popa: gunman / - / -"],
        );
    }

    #[test]
    fn a_part_of_a_body_is_not_the_body() {
        check_roles(
            "Ana Ruiz, head of the Central Asia programme at the Baltic Institute, said so.",
            &["Ana Ruiz: head of the Central Asia programme / Baltic Institute / -"],
        );
        check_roles(
            "Ana Ruiz, president of Peru, said so.",
            &["Ana Ruiz: president / Peru / PE"],
        );
    }

    #[test]
    fn fields_and_years_are_no_bodies() {
        check(
            "Talks with Minister of National Defence Ana Ruiz went on.",
            "Ana Ruiz=P",
        );
        check(
            "It joined the Ministry of National Defence.",
            "Ministry of National Defence=O",
        );
        check("They opened the Year of Humanistic Exchange there.", "");
    }

    #[test]
    fn things_in_capitals_are_nobody() {
        check("Workers feared Chaos. The chaos grew, and chaos it was.", "");
        check(
            "Mr. Park left. He went to the park and to another park.",
            "Park=P",
        );
    }

    #[test]
    fn descriptions_and_pronouns() {
        check_people(
            "Peruvian Ambassador Ana Ruiz spoke. The ambassador left.",
            "Ana Ruiz>Ana Ruiz | The ambassador>Ana Ruiz",
        );
        check_people(
            "Juan Ruiz said he was glad.",
            "Juan Ruiz>Juan Ruiz | he>Juan Ruiz",
        );
    }

    #[test]
    fn a_deputy_is_described_whole() {
        check_people(
            "Deputy Prime Minister Ana Ruiz spoke. The Deputy Prime Minister left.",
            "Ana Ruiz>Ana Ruiz | The Deputy Prime Minister>Ana Ruiz",
        );
    }

    #[test]
    fn not_at_home_where_the_subject_is() {
        let (_, names) = read("Ana Ruiz, head of the French Language Department, spoke.");
        assert!(names.locals.iter().all(|l| l.country.is_none()));
    }

    #[test]
    fn not_resolved_where_two_fit() {
        check_people(
            "Ambassador Ana Ruiz met Ambassador Lin Weimin. The ambassador left.",
            "Ana Ruiz>Ana Ruiz | Lin Weimin>Lin Weimin | The ambassador>-",
        );
        check_people("Ana Ruiz said he was late.", "Ana Ruiz>Ana Ruiz | he>-");
    }

    #[test]
    fn father_and_son_are_two() {
        check_people(
            "Ion Popa Jr. met Ion Popa on Monday. Dan Moore III, a farmer, left; Moore returned.",
            "Ion Popa Jr.>Ion Popa Jr. | Ion Popa>Ion Popa | Dan Moore III>Dan Moore III | Moore>Dan Moore III",
        );
    }

    #[test]
    fn hostile_text_ends() {
        let mut text = "Ana (“of the Party of de la - & ".repeat(3000);
        text.push_str("\u{301}\u{200d}İ’s");
        let (article, names) = read(&text);
        for m in names.mentions.iter() {
            assert!(article.text().get(m.span.range()).is_some());
        }
    }
}

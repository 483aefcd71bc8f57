//! Why the names of a row are of one, in plain sentences.

use super::choice::Choices;
use super::evidence::{Evidence, Reason};

/// So many reasons of a row are told, the others are counted.
const MOST: usize = 5;

/// The reasons of a row in plain sentences; `articles` is how many name it.
pub(super) fn render(reasons: &[Reason], split: &[usize], articles: usize, choices: &Choices) -> String {
    let mut told: Vec<String> = Vec::new();
    for reason in reasons {
        let line = sentence(reason, choices);
        if !line.is_empty() && !told.contains(&line) {
            told.push(line);
        }
    }
    told.extend(split.iter().map(|&k| choices.told_split(k)));
    if told.is_empty() {
        return match articles {
            1 => "Named in one article.".to_owned(),
            n => format!("The same full name in {n} articles."),
        };
    }
    let more = told.len().saturating_sub(MOST);
    if more > 0 {
        told.truncate(MOST);
        told.push(format!("{more} more spellings were joined in the same ways."));
    }
    told.join(" ")
}

fn sentence(reason: &Reason, choices: &Choices) -> String {
    let (a, b) = (&reason.a, &reason.b);
    match reason.evidence {
        Evidence::Chosen(k) => choices.told(k),
        Evidence::Country if a == b => String::new(),
        Evidence::Country => format!("“{a}” and “{b}” are names of one country."),
        Evidence::SameName => String::new(),
        Evidence::Diacritics => {
            format!("“{a}” and “{b}” are the same letters but for diacritics, signs or capitals.")
        }
        Evidence::Address => format!("“{a}” and “{b}” differ by a form of address."),
        Evidence::SameBody => {
            format!(
                "“{a}” and “{b}” are one name but for its form, a known abbreviation or the word for its country."
            )
        }
        Evidence::Order => format!("“{a}” and “{b}” are one name in two orders."),
        Evidence::Middle => {
            format!("“{a}” and “{b}” differ by a middle name or initial; no other name here fits.")
        }
        Evidence::Initial => format!("“{b}” is the only full name here that “{a}” fits."),
        Evidence::Nickname => format!(
            "“{a}” and “{b}” have one family name, and one given name is the common short form of the other."
        ),
        Evidence::Spelling => format!("“{a}” and “{b}” are two ways to write one name."),
        Evidence::UsedFor => format!("An article that names “{b}” in full also says “{a}”."),
        Evidence::Surname => format!("“{b}” is the only full name here that “{a}” alone fits."),
        Evidence::Usual => {
            format!("“{a}” alone is used for “{b}” by articles that name nearly nobody else so.")
        }
        Evidence::Alone => format!("“{a}” stands alone in several articles, and no full name here fits it."),
        Evidence::SameLetters => {
            format!(
                "“{a}” and “{b}” share most of their words, and both are introduced with the same letters."
            )
        }
        Evidence::Introduced => format!("“{a}” is introduced as the short form of “{b}”."),
        Evidence::Initials => format!("“{a}” are the initials of “{b}”, the only name here that they fit."),
        Evidence::Kind => {
            format!("“{a}” is the same in articles where it was read as another kind of thing.")
        }
    }
}

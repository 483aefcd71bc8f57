//! The language of an article.

use dossier_model::{Block, BlockKind, Evidence};
use whatlang::Lang;

dossier_world::words!(ENGLISH_WORDS = "language/english_words.txt");

/// A BCP 47 tag from a field, lower case up to its region: "en_us" is "en-US". `None` where it is none.
#[must_use]
pub(crate) fn tag(field: &str) -> Option<String> {
    let field = field.trim().replace('_', "-");
    let mut parts = field.split('-');
    let primary = parts.next()?.to_ascii_lowercase();
    if !(2..=3).contains(&primary.len())
        || !primary.bytes().all(|b| b.is_ascii_lowercase())
        || primary == "und"
    {
        return None;
    }
    let mut out = primary;
    for part in parts.take(3) {
        if part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            break;
        }
        out.push('-');
        match part.len() {
            2 => out.push_str(&part.to_ascii_uppercase()),
            4 => {
                out.push_str(&part[..1].to_ascii_uppercase());
                out.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => out.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(out)
}

/// The language that the body is written in, and how it is known where not by the field. A field may say the site's and not the
/// article's: where the words are surely of another, they count. `None` where the body is short or the guess is unsure.
#[must_use]
pub(crate) fn detect(
    text: &str,
    blocks: &[Block],
    stated: Option<&str>,
) -> (Option<String>, Option<Evidence>) {
    const ENOUGH: usize = 1_500;
    let mut sample = String::new();
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Body) {
        sample.push_str(crate::clean::cut(block.span.of(text), ENOUGH));
        sample.push('\n');
        if sample.len() > ENOUGH {
            break;
        }
    }
    let stated = stated.and_then(tag);
    let english = english(&sample);
    let says_english = stated
        .as_deref()
        .is_some_and(|t| t.split('-').next() == Some("en"));
    let found = match (english, &stated) {
        (English::Surely, _) if says_english => return (stated, None),
        (English::Surely, _) => Some("en"),
        // Templates in English are set for sites in other languages; the other way round is rare.
        (English::Hardly, Some(_)) if says_english => told(&sample, english, MOST_SURE),
        (_, Some(_)) => None,
        (_, None) => told(&sample, english, SURE),
    };
    match found {
        Some(code) => (Some(code.to_owned()), Some(Evidence::Text)),
        None => (stated, None),
    }
}

/// How sure a guess must be where no field says anything, and where it is to count more than a field.
const SURE: f64 = 0.6;
const MOST_SURE: f64 = 0.9;

/// The language by its letters and words, where that is as sure as asked.
fn told(sample: &str, english: English, least: f64) -> Option<&'static str> {
    if sample.chars().filter(|c| c.is_alphabetic()).count() < 50 {
        return None;
    }
    let info = whatlang::detect(sample)?;
    let other = info.lang() == Lang::Eng || english == English::Hardly;
    let sure = info.is_reliable() && info.confidence() > least;
    match sibling(sample, info.lang()) {
        // Trigrams are never sure between the two; against a field they must be.
        Some(sibling) => (other && (sure || least <= SURE)).then_some(sibling),
        None => (sure && other).then(|| code(info.lang())),
    }
}

/// Two languages so close that trigrams do not part them.
struct Siblings {
    /// As which they are detected.
    told_as: &'static [Lang],
    /// Their tags, and words that one has and the other spells otherwise.
    both: [(&'static str, &'static str); 2],
}

const SIBLINGS: &[Siblings] = &[
    Siblings {
        told_as: &[Lang::Dan, Lang::Nob],
        both: [
            (
                "da",
                "af blev efter sagde mellem nogle hvad ud kun skib selv meget nye siger uge",
            ),
            (
                "nb",
                "av ble etter sa mellom noen hva ut opp skip selve mye sier uke",
            ),
        ],
    },
    Siblings {
        told_as: &[Lang::Ind],
        both: [
            (
                "ms",
                "kerana ialah berkata beliau sahaja wang awam isnin khamis jumaat ahad ogos julai mac pihak",
            ),
            (
                "id",
                "karena adalah mengatakan saja uang senin kamis jumat minggu agustus juli maret bisa",
            ),
        ],
    },
];

/// Which of two siblings has more of its own words, two more at least.
fn sibling(sample: &str, lang: Lang) -> Option<&'static str> {
    let both = SIBLINGS.iter().find(|s| s.told_as.contains(&lang))?.both;
    let mut counts = [0_usize; 2];
    for word in sample
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
    {
        for (count, (_, own)) in counts.iter_mut().zip(both) {
            *count += usize::from(own.split(' ').any(|o| o == word));
        }
    }
    let [(first, _), (second, _)] = both;
    match counts {
        [one, two] if one >= two + 2 => Some(first),
        [one, two] if two >= one + 2 => Some(second),
        _ => None,
    }
}

/// What counting words says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum English {
    /// So many of the words are English function words that no other language comes into question. Most news is English,
    /// and counting words is a tenth of the work of weighing trigrams.
    Surely,
    Perhaps,
    /// Next to none are.
    Hardly,
}

fn english(sample: &str) -> English {
    let (mut words, mut own, mut articles) = (0_usize, 0_usize, 0_usize);
    for word in sample.split_ascii_whitespace().take(200) {
        words += 1;
        own += usize::from(ENGLISH_WORDS.has(word));
        articles += usize::from(word == "the");
    }
    if words >= 40 && articles >= 2 && own * 10 >= words {
        English::Surely
    } else if own * 12 < words {
        English::Hardly
    } else {
        English::Perhaps
    }
}

/// The shortest ISO 639 code, as BCP 47 asks.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Cym => "cy",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jav => "jv",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mkd => "mk",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Sna => "sn",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Tuk => "tk",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Zul => "zu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::Span;

    #[test]
    fn reads_tags() {
        for (field, expected) in [
            ("en", Some("en")),
            ("en_us", Some("en-US")),
            ("EN-GB", Some("en-GB")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("english", None),
            ("", None),
            ("é", None),
        ] {
            assert_eq!(tag(field).as_deref(), expected, "{field}");
        }
    }

    #[test]
    fn detects() {
        let check = |text: &str, expected: Option<&str>| {
            let block = Block {
                kind: BlockKind::Body,
                span: Span::new(0, text.len()),
            };
            assert_eq!(detect(text, &[block], None).0.as_deref(), expected, "{text}");
        };
        check(
            "Ministers of the two coasts agreed on Monday to open a ferry line in May, and the first ship will carry two hundred cars.",
            Some("en"),
        );
        check(
            "Die Minister der beiden Küsten haben sich am Montag darauf geeinigt, im Mai eine Fährlinie zu eröffnen.",
            Some("de"),
        );
        check("Ferry line.", None);
        let english = "Ministers of the two coasts agreed on Monday to open a ferry line in May, and the mayor said that the \
                       harbour was ready for the first ship. "
            .repeat(3);
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, english.len()),
        };
        let stated = |tag: &str| detect(&english, &[block], Some(tag)).0;
        assert_eq!(stated("vi").as_deref(), Some("en"));
        assert_eq!(stated("en-GB").as_deref(), Some("en-GB"));
        // Dutch has "of" and "was", Scots shares half of English: counting words alone must not decide for these.
        check(
            &"De ministers van beide kusten spraken maandag af om in mei een veerlijn te openen, of er was geen geld voor \
              de haven, zei de burgemeester van de stad die al jaren op een schip voor auto's wacht. "
                .repeat(3),
            Some("nl"),
        );
        check(
            &"Ministers of the two coasts agreed on Monday to open a ferry line in May, and the mayor said that the harbour \
              was ready for the first ship, which will carry two hundred cars from the north. "
                .repeat(3),
            Some("en"),
        );
    }
}

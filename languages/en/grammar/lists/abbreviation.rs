//! Words that are written with a full stop, by what the stop does at the end of a sentence, and the words that
//! tell on either side of it.

/// What a full stop after a word says about the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands in front of a name: "Mr.", "Gen.", an initial. The sentence goes on.
    Title,
    /// "e.g.", "vs.": the sentence goes on.
    Latin,
    /// In front of a number: "No.", "Fig."; a word of its own otherwise.
    Number,
    /// A month or a day of the week; goes on before a number.
    Month,
    /// "a.m.", "p.m.".
    Clock,
    /// Letters with stops and short place names: "U.S.", "D.C.", "Calif.". Ends before words that begin sentences.
    Place,
    /// After a name: "Inc.", "Jr.". Ends before words that begin sentences.
    Suffix,
    /// "etc.": as any word.
    Final,
}

const TITLES: &[&str] = &[
    "Adm", "Amb", "Assoc", "Asst", "Atty", "Ave", "Bde", "Bp", "Brig", "Bro", "Capt", "Cdr", "Cmdr", "Cmdre",
    "Col", "Comdr", "Comr", "Cpl", "Cpt", "Det", "Dr", "Dra", "Drs", "Engr", "Ens", "Fr", "Ft", "Gen", "Gov",
    "Hon", "Insp", "Judge", "Lt", "Ltjg", "Maj", "Messrs", "Mgr", "Mlle", "Mme", "Mmes", "Mr", "Mrs", "Ms",
    "Msgr", "Mt", "Mx", "Ofc", "Pfc", "Pres", "Prin", "Prof", "Profs", "Pte", "Pvt", "Reg", "Rep", "Reps",
    "Rev", "Revd", "Sen", "Sens", "Sgt", "Sr", "Sra", "Srta", "St", "Ste", "Supt", "Surg", "TP", "Tp",
    "Treas", "Tx", "Ven", "Vice-Adm", "Wg", "Ald", "Cllr", "Cong", "Esq", "Flt", "Gd", "Hr", "Ing", "Lic",
    "Sqn", "Ths", "PGS", "GS", "TS", "Q",
];

const LATIN: &[&str] = &[
    "al", "approx", "c", "ca", "cf", "circa", "e.g", "eg", "est", "i.e", "ie", "incl", "resp", "s", "v",
    "viz", "vs", "aka", "a.k.a", "f.k.a", "feat",
];

const NUMBERS: &[&str] = &[
    "Art", "Arts", "Ch", "Chap", "Doc", "Eq", "Ex", "Exh", "Fig", "Figs", "N", "No", "Nos", "Nr", "Op", "P",
    "Para", "Pt", "Ref", "Res", "Rs", "Sec", "Sect", "Tab", "Tel", "Vol", "Vols", "art", "ch", "chap", "eq",
    "fig", "figs", "no", "nos", "op", "p", "para", "pp", "pt", "ref", "sec", "tel", "vol", "vols",
];

const MONTHS: &[&str] = &[
    "Apr", "Aug", "Dec", "Feb", "Fri", "Jan", "Jul", "Jun", "Mar", "Mon", "Nov", "Oct", "Sat", "Sep", "Sept",
    "Sun", "Thu", "Thur", "Thurs", "Tue", "Tues", "Wed",
];

const PLACES: &[&str] = &[
    "Ala", "Alta", "Ariz", "Ark", "Assn", "Blvd", "Cal", "Calif", "Colo", "Conn", "Ctr", "Del", "Dept",
    "Depts", "Dist", "Eng", "Fla", "Ga", "Govt", "Ill", "Ind", "Inst", "Intl", "Kan", "Kans", "Ky", "La",
    "Man", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "N.Y", "Natl", "Neb", "Nev", "Okla", "Ont",
    "Ore", "Pa", "Pk", "Rd", "Sask", "Tenn", "Tex", "Univ", "Va", "Vt", "Wash", "Wis", "Wisc", "Wyo",
    "Const", "Sts", "Jct", "Gds", "Stn", "Sq", "Bldg", "Pct", "pct", "dept", "govt", "mi", "sq", "min",
    "max", "avg", "ext", "Ext",
];

const SUFFIXES: &[&str] = &[
    "Bancorp", "Bhd", "Bros", "Cie", "Co", "Corp", "Cos", "Inc", "JSC", "Jr", "Jnr", "Snr", "LLC", "LLP",
    "Ltd", "MD", "Mfg", "Ph.D", "PhD", "Plc", "Pty", "Pvt", "S.A", "Sdn", "SpA", "jr",
];

const FINAL: &[&str] = &["etc", "Etc"];

/// What the full stop after `word` (written without it) does; `None` for a word that is no abbreviation.
#[must_use]
pub fn find(word: &str) -> Option<Abbreviation> {
    let count = word.chars().take(12).count();
    if count == 0 || count > 10 {
        return None;
    }
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M") {
        return Some(Abbreviation::Clock);
    }
    let table: [(&[&str], Abbreviation); 7] = [
        (LATIN, Abbreviation::Latin),
        (TITLES, Abbreviation::Title),
        (NUMBERS, Abbreviation::Number),
        (MONTHS, Abbreviation::Month),
        (SUFFIXES, Abbreviation::Suffix),
        (PLACES, Abbreviation::Place),
        (FINAL, Abbreviation::Final),
    ];
    // An initial is a letter by itself; the pronoun is no initial.
    let mut chars = word.chars();
    if count == 1 && chars.next().is_some_and(char::is_uppercase) && !matches!(word, "I") {
        return Some(Abbreviation::Title);
    }
    if let Some((_, kind)) = table.iter().find(|(list, _)| list.contains(&word)) {
        return Some(*kind);
    }
    if is_dotted(word) {
        return Some(Abbreviation::Place);
    }
    // "GEN. ANA RUIZ": capitals throughout.
    if count > 1 && count < 6 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        let lower = word[1..].to_ascii_lowercase();
        return TITLES
            .iter()
            .find(|t| t.starts_with(&word[..1]) && t[1..] == *lower)
            .map(|_| Abbreviation::Title);
    }
    None
}

/// Letters parted by full stops: "U.S", "Ph.D", "U.N".
#[must_use]
pub fn is_dotted(word: &str) -> bool {
    let mut parts = 0;
    for part in word.split('.') {
        let letters = part.chars().take(3).count();
        if letters == 0 || letters > 2 || !part.chars().all(char::is_alphabetic) {
            return false;
        }
        parts += 1;
        if parts > 8 {
            return false;
        }
    }
    parts > 1
}

const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "Add",
    "Additionally",
    "After",
    "Again",
    "All",
    "Almost",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Anyone",
    "Are",
    "Around",
    "As",
    "Asked",
    "At",
    "Because",
    "Before",
    "Besides",
    "Between",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Currently",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Either",
    "Even",
    "Every",
    "Everyone",
    "Finally",
    "First",
    "Following",
    "For",
    "Former",
    "Formerly",
    "From",
    "Further",
    "Furthermore",
    "Given",
    "Had",
    "Has",
    "Have",
    "He",
    "Hence",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Initially",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Let",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "My",
    "Neither",
    "Never",
    "Nevertheless",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Out",
    "Over",
    "Overall",
    "People",
    "Perhaps",
    "Police",
    "Previously",
    "Rather",
    "Recently",
    "Several",
    "She",
    "Should",
    "Similarly",
    "Since",
    "So",
    "Some",
    "Someone",
    "Soon",
    "Still",
    "Such",
    "Than",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Thus",
    "To",
    "Today",
    "Together",
    "Two",
    "Under",
    "Unless",
    "Unlike",
    "Until",
    "Up",
    "Upon",
    "Was",
    "We",
    "Well",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whose",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yesterday",
    "Yet",
    "You",
    "Your",
];

/// Whether `word` with its capital letter is more likely the start of a sentence than part of a name.
#[must_use]
pub fn is_starter(word: &str) -> bool {
    STARTERS.binary_search(&word).is_ok()
}

const CLOCK_SUFFIXES: &[&str] = &[
    "AEDT",
    "AEST",
    "BST",
    "CDT",
    "CEST",
    "CET",
    "CST",
    "EAT",
    "EDT",
    "EEST",
    "EET",
    "EST",
    "ET",
    "Eastern",
    "Friday",
    "GMT",
    "HKT",
    "ICT",
    "IST",
    "JST",
    "KST",
    "MDT",
    "MSK",
    "MST",
    "Monday",
    "Mountain",
    "NZST",
    "PDT",
    "PHT",
    "PKT",
    "PST",
    "PT",
    "Pacific",
    "SAST",
    "SGT",
    "Saturday",
    "Sunday",
    "Thursday",
    "Tuesday",
    "UTC",
    "WAT",
    "WIB",
    "Wednesday",
];

/// Whether `word` goes on with a time of day.
#[must_use]
pub fn is_clock_suffix(word: &str) -> bool {
    CLOCK_SUFFIXES.binary_search(&word).is_ok()
}

const REPORTING: &[&str] = &[
    "added",
    "adds",
    "announced",
    "answered",
    "argued",
    "asked",
    "asks",
    "claimed",
    "commented",
    "concluded",
    "continued",
    "cried",
    "declared",
    "demanded",
    "exclaimed",
    "explained",
    "insisted",
    "joked",
    "muttered",
    "noted",
    "pleaded",
    "questioned",
    "recalled",
    "remarked",
    "replied",
    "responded",
    "said",
    "says",
    "shouted",
    "stated",
    "told",
    "tweeted",
    "urged",
    "warned",
    "whispered",
    "wondered",
    "wrote",
    "yelled",
];

/// Whether `word` reports speech after a quotation.
#[must_use]
pub fn is_reporting_verb(word: &str) -> bool {
    REPORTING.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [STARTERS, CLOCK_SUFFIXES, REPORTING] {
            assert!(
                list.windows(2).all(|w| w[0] < w[1]),
                "{:?}",
                list.windows(2).find(|w| w[0] >= w[1])
            );
        }
    }

    #[test]
    fn kinds() {
        assert_eq!(find("Gen"), Some(Abbreviation::Title));
        assert_eq!(find("J"), Some(Abbreviation::Title));
        assert_eq!(find("U.S"), Some(Abbreviation::Place));
        assert_eq!(find("I"), None);
        assert_eq!(find("word"), None);
        assert!(!is_dotted("example.com"));
        assert!(is_dotted("Ph.D"));
    }
}

//! The noun that a number counts: a shallow noun-phrase chunker over closed-class words, which leans on
//! parts of speech where they are known.

use dossier_model::{Tokens, Upos};

use super::lex::{Kind, View};

/// Parts of speech by position, where a tagger has run.
#[derive(Clone, Copy)]
pub(crate) struct Tags<'a> {
    tokens: &'a Tokens,
    tagged: bool,
}

impl<'a> Tags<'a> {
    /// Reads whether the words carry real tags: untagged words have neither determiner nor adposition.
    pub(crate) fn new(tokens: &'a Tokens) -> Self {
        let tagged = (0..tokens.len()).any(|i| {
            matches!(
                tokens.upos(i),
                Upos::Det | Upos::Adp | Upos::Verb | Upos::Aux | Upos::Pron
            )
        });
        Self { tokens, tagged }
    }

    /// The token that holds piece `i`.
    pub(crate) fn token(&self, view: View<'_>, i: usize) -> Option<usize> {
        let at = view.lexes.get(i)?.span;
        let k = self.tokens.spans().partition_point(|s| s.end <= at.start);
        self.tokens
            .spans()
            .get(k)
            .filter(|s| s.start <= at.start)
            .map(|_| k)
    }

    /// Its part of speech, where tags are real.
    pub(crate) fn upos(&self, view: View<'_>, i: usize) -> Option<Upos> {
        if !self.tagged {
            return None;
        }
        self.token(view, i).map(|k| self.tokens.upos(k))
    }
}

/// A noun phrase behind a number: pieces `from..to`, its head at `head`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// First piece.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// The head noun.
    pub head: usize,
}

/// Words that end a noun phrase that has begun, whatever follows.
pub(crate) fn closed(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "and"
            | "or"
            | "but"
            | "nor"
            | "of"
            | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "from"
            | "by"
            | "with"
            | "without"
            | "within"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "above"
            | "below"
            | "about"
            | "around"
            | "after"
            | "before"
            | "during"
            | "since"
            | "until"
            | "till"
            | "between"
            | "among"
            | "amid"
            | "amongst"
            | "against"
            | "across"
            | "along"
            | "through"
            | "throughout"
            | "per"
            | "via"
            | "versus"
            | "vs"
            | "than"
            | "as"
            | "if"
            | "while"
            | "when"
            | "where"
            | "who"
            | "whom"
            | "whose"
            | "which"
            | "what"
            | "how"
            | "why"
            | "because"
            | "although"
            | "though"
            | "so"
            | "not"
            | "no"
            | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "am"
            | "has"
            | "have"
            | "had"
            | "having"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "i"
            | "you"
            | "he"
            | "she"
            | "it"
            | "we"
            | "they"
            | "me"
            | "him"
            | "her"
            | "us"
            | "them"
            | "his"
            | "its"
            | "our"
            | "their"
            | "my"
            | "your"
            | "there"
            | "here"
            | "also"
            | "only"
            | "just"
            | "now"
            | "then"
            | "yet"
            | "still"
            | "already"
            | "ago"
            | "each"
            | "every"
            | "both"
            | "all"
            | "any"
            | "some"
            | "said"
            | "says"
            | "told"
            | "including"
            | "excluding"
            | "according"
            | "compared"
            | "based"
            | "due"
            | "given"
            | "up"
            | "down"
            | "out"
            | "off"
            | "away"
            | "back"
            | "near"
            | "behind"
            | "beyond"
            | "despite"
            | "upon"
            | "toward"
            | "towards"
            | "whether"
            | "like"
            | "plus"
            | "worth"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "annually"
            | "daily"
            | "weekly"
            | "monthly"
            | "yearly"
            | "apiece"
            | "altogether"
            | "respectively"
            | "later"
            | "earlier"
            | "old"
            | "however"
            | "instead"
            | "too"
            | "never"
            | "ever"
            | "always"
            | "often"
            | "perhaps"
    )
}

/// Whether a word has the form of an adverb.
fn adverb(word: &str) -> bool {
    word.len() > 5
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "supply"
                | "assembly"
                | "monopoly"
                | "anomaly"
                | "butterfly"
                | "friendly"
                | "elderly"
                | "deadly"
                | "monthly"
                | "weekly"
                | "yearly"
                | "quarterly"
                | "costly"
        )
}

/// Common verb forms that follow a subject and look like no noun: stops for text without tags.
fn verb(word: &str) -> bool {
    matches!(
        word,
        "died"
            | "went"
            | "came"
            | "took"
            | "made"
            | "got"
            | "gave"
            | "left"
            | "lost"
            | "won"
            | "fell"
            | "rose"
            | "grew"
            | "began"
            | "became"
            | "saw"
            | "met"
            | "held"
            | "kept"
            | "led"
            | "ran"
            | "arrived"
            | "attended"
            | "joined"
            | "signed"
            | "remain"
            | "remained"
            | "remains"
            | "live"
            | "lived"
            | "work"
            | "worked"
            | "followed"
            | "received"
            | "showed"
            | "fled"
            | "crossed"
            | "killed"
            | "injured"
            | "wounded"
            | "see"
            | "say"
            | "go"
            | "come"
            | "get"
            | "take"
            | "make"
            | "want"
            | "need"
            | "use"
            | "used"
            | "set"
            | "travelled"
            | "traveled"
            | "visited"
            | "participated"
            | "gathered"
            | "protested"
            | "voted"
    )
}

/// Nouns whose plural does not end in "s", with the singular.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "people"),
    ("persons", "people"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("geese", "goose"),
    ("mice", "mouse"),
    ("lice", "louse"),
    ("oxen", "ox"),
    ("dice", "die"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("lives", "life"),
    ("leaves", "leaf"),
    ("wolves", "wolf"),
    ("thieves", "thief"),
    ("halves", "half"),
    ("shelves", "shelf"),
    ("calves", "calf"),
    ("loaves", "loaf"),
    ("scarves", "scarf"),
    ("selves", "self"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("bacteria", "bacterium"),
    ("media", "medium"),
    ("data", "data"),
    ("alumni", "alumnus"),
    ("fungi", "fungus"),
    ("stimuli", "stimulus"),
    ("nuclei", "nucleus"),
    ("cacti", "cactus"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("bases", "base"),
    ("theses", "thesis"),
    ("oases", "oasis"),
    ("diagnoses", "diagnosis"),
    ("hypotheses", "hypothesis"),
    ("axes", "axis"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("ties", "tie"),
    ("pies", "pie"),
    ("lies", "lie"),
    ("zombies", "zombie"),
    ("rookies", "rookie"),
    ("calories", "calorie"),
    ("brownies", "brownie"),
    ("caches", "cache"),
    ("aches", "ache"),
    ("headaches", "headache"),
    ("niches", "niche"),
    ("shoes", "shoe"),
    ("canoes", "canoe"),
    ("toes", "toe"),
    ("foes", "foe"),
    ("buses", "bus"),
    ("gases", "gas"),
    ("viruses", "virus"),
    ("campuses", "campus"),
    ("statuses", "status"),
    ("bonuses", "bonus"),
    ("censuses", "census"),
    ("houses", "house"),
    ("horses", "horse"),
    ("nurses", "nurse"),
    ("cases", "case"),
    ("purchases", "purchase"),
    ("licenses", "license"),
    ("offenses", "offense"),
    ("exercises", "exercise"),
    ("bruises", "bruise"),
    ("quizzes", "quiz"),
    ("staff", "staff"),
    ("police", "police"),
    ("personnel", "personnel"),
    ("crew", "crew"),
    ("aircraft", "aircraft"),
    ("spacecraft", "spacecraft"),
    ("watercraft", "watercraft"),
    ("hovercraft", "hovercraft"),
    ("fish", "fish"),
    ("sheep", "sheep"),
    ("cattle", "cattle"),
    ("deer", "deer"),
    ("swine", "swine"),
    ("poultry", "poultry"),
    ("offspring", "offspring"),
    ("series", "series"),
    ("species", "species"),
    ("headquarters", "headquarters"),
    ("barracks", "barracks"),
    ("means", "means"),
    ("crossroads", "crossroads"),
    ("infantry", "infantry"),
    ("youth", "youth"),
    ("folk", "folk"),
    ("faculty", "faculty"),
    ("clergy", "clergy"),
    ("troops", "troop"),
    ("news", "news"),
    ("shrimp", "shrimp"),
    ("salmon", "salmon"),
    ("trout", "trout"),
    ("bison", "bison"),
    ("moose", "moose"),
    ("elk", "elk"),
    ("passersby", "passerby"),
    ("bystanders", "bystander"),
    ("gross", "gross"),
    ("head", "head"),
    ("strong", ""),
    ("semis", "semi"),
];

/// Words in "s" that are no plural.
fn singular_s(word: &str) -> bool {
    word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is")
        || matches!(
            word,
            "gas"
                | "always"
                | "perhaps"
                | "across"
                | "besides"
                | "sometimes"
                | "overseas"
                | "athletics"
                | "economics"
                | "politics"
                | "physics"
                | "mathematics"
                | "indoors"
                | "outdoors"
                | "afterwards"
                | "towards"
                | "yes"
                | "alas"
                | "atlas"
                | "canvas"
                | "pancreas"
                | "christmas"
                | "texas"
                | "kansas"
                | "arkansas"
                | "illinois"
                | "lens"
                | "its"
                | "this"
                | "was"
                | "has"
        )
}

/// Whether a word, in lower case, is a plural or may stand with a number above one.
pub(crate) fn plural(word: &str) -> bool {
    if let Some((_, s)) = IRREGULAR.iter().find(|(p, _)| *p == word) {
        return !s.is_empty();
    }
    if word.ends_with("men")
        && word.len() > 4
        && !matches!(word, "specimen" | "abdomen" | "regimen" | "acumen" | "omen")
    {
        return true;
    }
    word.len() > 2 && word.ends_with('s') && !singular_s(word)
}

/// The singular of a noun; proper nouns keep their capital.
pub(crate) fn singular(word: &str) -> String {
    let low = word.to_lowercase();
    if let Some((_, s)) = IRREGULAR.iter().find(|(p, s)| *p == low && !s.is_empty()) {
        return (*s).to_owned();
    }
    if low.len() > 4
        && low.ends_with("men")
        && plural(&low)
        && let Some(stem) = word.strip_suffix("en")
    {
        return format!("{stem}an");
    }
    if !plural(&low) {
        return word.to_owned();
    }
    let cut = |tail: &str| {
        word.get(..word.len().saturating_sub(tail.len()))
            .unwrap_or(word)
            .to_owned()
    };
    if low.len() > 4 && low.ends_with("ies") {
        return cut("ies") + "y";
    }
    if low.len() > 4
        && ["sses", "shes", "ches", "xes", "zzes"]
            .iter()
            .any(|t| low.ends_with(t))
        || [
            "heroes",
            "potatoes",
            "tomatoes",
            "vetoes",
            "echoes",
            "torpedoes",
            "mosquitoes",
            "volcanoes",
            "cargoes",
        ]
        .contains(&low.as_str())
    {
        return cut("es");
    }
    if low.ends_with("wives") || low.ends_with("knives") {
        return cut("ves") + "fe";
    }
    cut("s")
}

/// How many pieces a phrase may have.
const REACH: usize = 9;

/// The noun phrase from piece `from` on that a number above one (`many`) or one counts.
pub(crate) fn phrase(view: View<'_>, tags: Tags<'_>, from: usize, many: bool) -> Option<Phrase> {
    let mut head = None;
    let mut k = from;
    while k < view.len() && k < from + REACH {
        if view.is(k, Kind::Mark) {
            if view.joins(k) && k > from {
                k += 1;
                continue;
            }
            // "50 large, modern ships"; "of" phrases and clauses end it.
            let open = head.is_none()
                && view.raw(k) == ","
                && k > from
                && matches!(tags.upos(view, k - 1), Some(Upos::Adj))
                && matches!(tags.upos(view, k + 1), Some(Upos::Adj));
            if open {
                k += 1;
                continue;
            }
            break;
        }
        let word = view.low(k);
        let inside = k > from && (view.joins(k - 1) || view.joins(k + 1));
        if view.is(k, Kind::Digits) {
            // "27 787 jets", "63,000 Model 3 cars".
            if k == from || !view.capital(k - 1) || head.is_some() {
                break;
            }
            k += 1;
            continue;
        }
        if (closed(word) || matches!(view.raw(k), "s" | "t")) && !inside {
            // "Vietnamese and Chinese students": goes on while no plural has come.
            let pair = many
                && head.is_none()
                && k > from
                && matches!(word, "and" | "or")
                && view.is(k + 1, Kind::Word)
                && !closed(view.low(k + 1))
                && (view.capital(k - 1) || matches!(tags.upos(view, k - 1), Some(Upos::Adj)));
            if pair {
                k += 1;
                continue;
            }
            break;
        }
        if let Some(h) = head {
            // Behind a plural only a compound goes on: "sports fans", not "people Monday".
            let more = match tags.upos(view, k) {
                Some(Upos::Noun) => !view.capital(k) || view.capital(h),
                Some(Upos::Propn) => view.capital(h),
                Some(_) => inside,
                None => !many || (plural(word) && !plural_verb(word) && k == h + 1),
            };
            if !more || (many && !plural(word) && !followed_by_plural(view, tags, k)) {
                break;
            }
        }
        match tags.upos(view, k) {
            Some(Upos::Noun | Upos::Propn) => {
                if !many || plural(word) {
                    head = Some(k);
                }
            }
            Some(Upos::Adj | Upos::Num | Upos::X) => {
                // A tagger takes a rare plural for an adjective now and then.
                if many && plural(word) && word.ends_with('s') && !view.joins(k + 1) {
                    head = Some(k);
                }
            }
            Some(Upos::Adv) => {
                if !matches!(tags.upos(view, k + 1), Some(Upos::Adj | Upos::Verb)) && !inside {
                    break;
                }
            }
            // "26 saves", "eight more picks": right behind a number a plural is a noun, whatever its tag.
            Some(Upos::Verb)
                if many && k == from && plural(word) && word.ends_with('s') && !view.capital(k) =>
            {
                head = Some(k);
            }
            Some(Upos::Verb) => {
                let modifier =
                    word.ends_with("ed") || word.ends_with("ing") || word.ends_with("en") || inside;
                if !modifier || head.is_some() {
                    break;
                }
            }
            Some(_) => {
                if !inside {
                    break;
                }
            }
            None => {
                if verb(word) || (adverb(word) && !inside) {
                    break;
                }
                if !many || plural(word) && !view.joins(k + 1) {
                    head = Some(k);
                }
            }
        }
        k += 1;
    }
    let head = head?;
    Some(Phrase {
        from,
        to: head + 1,
        head,
    })
}

/// Whether a plural noun follows piece `k` directly.
fn followed_by_plural(view: View<'_>, tags: Tags<'_>, k: usize) -> bool {
    matches!(tags.upos(view, k + 1), Some(Upos::Noun | Upos::Propn)) && plural(view.low(k + 1))
}

/// Verbs in the third person that look like plurals behind a plural, for text without tags.
fn plural_verb(word: &str) -> bool {
    matches!(
        word,
        "says" | "gets" | "goes" | "comes" | "takes" | "makes" | "shows" | "needs" | "wants" | "plans"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_have_singulars() {
        for (p, s) in [
            ("students", "student"),
            ("women", "woman"),
            ("countries", "country"),
            ("businesses", "business"),
            ("people", "people"),
            ("firefighters", "firefighter"),
            ("policemen", "policeman"),
            ("viruses", "virus"),
            ("Americans", "American"),
            ("houses", "house"),
            ("matches", "match"),
            ("agencies", "agency"),
            ("boxes", "box"),
        ] {
            assert!(plural(&p.to_lowercase()), "{p}");
            assert_eq!(singular(p), s);
        }
    }

    #[test]
    fn not_plurals() {
        for w in ["bus", "crisis", "glass", "always", "Paris", "gas", "trade"] {
            assert!(!plural(&w.to_lowercase()), "{w}");
        }
    }
}

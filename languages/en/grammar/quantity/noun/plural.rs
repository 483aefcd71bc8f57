//! Plural and singular of English nouns.

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

/// Plurals in "is", of nouns that end in "i".
#[rustfmt::skip]
fn plural_of_i(word: &str) -> bool {
    matches!(
        word,
        "iraqis" | "israelis" | "pakistanis" | "saudis" | "emiratis" | "omanis" | "qataris" | "kuwaitis" | "bahrainis"
            | "yemenis" | "somalis" | "nepalis" | "bangladeshis" | "azerbaijanis" | "uzbekis" | "punjabis" | "kashmiris"
            | "swazis" | "iranis" | "afghanis" | "nazis" | "houthis" | "yazidis" | "bengalis" | "hindis" | "taxis"
            | "skis" | "safaris" | "rabbis" | "bikinis" | "alibis" | "tsunamis" | "emojis" | "kiwis" | "yetis" | "khakis"
            | "jacuzzis" | "graffitis" | "paparazzis" | "semis" | "minis" | "wifis" | "octopis" | "maxis" | "muftis"
    )
}

/// Words in "s" that are no plural.
#[rustfmt::skip]
fn singular_s(word: &str) -> bool {
    word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is") && !plural_of_i(word)
        || matches!(
            word,
            "gas"
            | "always" | "perhaps" | "across" | "besides" | "sometimes" | "overseas" | "athletics"
            | "economics" | "politics" | "physics" | "mathematics" | "indoors" | "outdoors" | "afterwards"
            | "towards" | "yes" | "alas" | "atlas" | "canvas" | "pancreas" | "christmas" | "texas"
            | "kansas" | "arkansas" | "illinois" | "lens" | "its" | "this" | "was" | "has"
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
    // "MPs", "RBIs".
    if let Some(stem) = word.strip_suffix('s')
        && stem.len() > 1
        && stem.chars().all(char::is_uppercase)
    {
        return stem.to_owned();
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

//! Words that end a noun phrase.

/// Words that end a noun phrase that has begun, whatever follows.
#[rustfmt::skip]
pub(crate) fn closed(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the" | "this" | "that" | "these" | "those" | "and" | "or" | "but" | "nor" | "of" | "in"
            | "on" | "at" | "to" | "for" | "from" | "by" | "with" | "without" | "within" | "into" | "onto"
            | "over" | "under" | "above" | "below" | "about" | "around" | "after" | "before" | "during"
            | "since" | "until" | "till" | "between" | "among" | "amid" | "amongst" | "against" | "across"
            | "along" | "through" | "throughout" | "per" | "via" | "versus" | "vs" | "than" | "as" | "if"
            | "while" | "when" | "where" | "who" | "whom" | "whose" | "which" | "what" | "how" | "why"
            | "because" | "although" | "though" | "so" | "not" | "no" | "is" | "are" | "was" | "were"
            | "be" | "been" | "being" | "am" | "has" | "have" | "had" | "having" | "do" | "does" | "did"
            | "will" | "would" | "shall" | "should" | "can" | "could" | "may" | "might" | "must" | "i"
            | "you" | "he" | "she" | "it" | "we" | "they" | "me" | "him" | "her" | "us" | "them" | "his"
            | "its" | "our" | "their" | "my" | "your" | "there" | "here" | "also" | "only" | "just" | "now"
            | "then" | "yet" | "still" | "already" | "ago" | "each" | "every" | "both" | "all" | "any"
            | "some" | "said" | "says" | "told" | "including" | "excluding" | "according" | "compared"
            | "based" | "due" | "given" | "up" | "down" | "out" | "off" | "away" | "back" | "near"
            | "behind" | "beyond" | "despite" | "upon" | "toward" | "towards" | "whether" | "like" | "plus"
            | "worth" | "yesterday" | "today" | "tomorrow" | "annually" | "daily" | "weekly" | "monthly"
            | "yearly" | "apiece" | "altogether" | "respectively" | "later" | "earlier" | "old" | "however"
            | "instead" | "too" | "never" | "ever" | "always" | "often" | "perhaps"
    )
}

/// Whether a word has the form of an adverb.
#[rustfmt::skip]
pub(super) fn adverb(word: &str) -> bool {
    word.len() > 5
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
            | "supply" | "assembly" | "monopoly" | "anomaly" | "butterfly" | "friendly" | "elderly"
            | "deadly" | "monthly" | "weekly" | "yearly" | "quarterly" | "costly"
        )
}

/// Common verb forms that follow a subject and look like no noun: stops for text without tags.
#[rustfmt::skip]
pub(super) fn verb(word: &str) -> bool {
    matches!(
        word,
        "died"
            | "went" | "came" | "took" | "made" | "got" | "gave" | "left" | "lost" | "won" | "fell"
            | "rose" | "grew" | "began" | "became" | "saw" | "met" | "held" | "kept" | "led" | "ran"
            | "arrived" | "attended" | "joined" | "signed" | "remain" | "remained" | "remains" | "live"
            | "lived" | "work" | "worked" | "followed" | "received" | "showed" | "fled" | "crossed"
            | "killed" | "injured" | "wounded" | "see" | "say" | "go" | "come" | "get" | "take" | "make"
            | "want" | "need" | "use" | "used" | "set" | "travelled" | "traveled" | "visited"
            | "participated" | "gathered" | "protested" | "voted"
    )
}

/// Verbs in the third person that look like plurals behind a plural, for text without tags.
pub(super) fn plural_verb(word: &str) -> bool {
    matches!(
        word,
        "says" | "gets" | "goes" | "comes" | "takes" | "makes" | "shows" | "needs" | "wants" | "plans"
    )
}

//! Words that say what befell people.

/// "dead", "injured": what a bare number of a toll counts.
#[rustfmt::skip]
pub(super) fn casualty(word: &str) -> bool {
    matches!(
        word,
        "dead"
            | "killed" | "injured" | "wounded" | "hurt" | "missing" | "arrested" | "detained"
            | "hospitalised" | "hospitalized" | "displaced" | "infected" | "rescued" | "evacuated"
            | "trapped" | "hostages" | "died" | "perished" | "drowned"
    )
}

#[rustfmt::skip]
pub(super) fn killing(word: &str) -> bool {
    matches!(
        word,
        "killed"
            | "killing" | "kills" | "kill" | "injured" | "injuring" | "injures" | "wounded" | "wounding"
            | "wounds" | "hospitalised" | "hospitalized" | "hospitalising" | "hospitalizing"
    )
}

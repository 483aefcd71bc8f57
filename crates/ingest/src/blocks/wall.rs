//! Lines that ask a reader to pay, to subscribe or to sign up.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::line::words;

dossier_world::words!(CALLS = "wall/calls.txt");
dossier_world::words!(PITCHES = "wall/pitches.txt");

/// Calls by their first letter.
static BY_LETTER: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut out: HashMap<char, Vec<&'static str>> = HashMap::new();
    for call in CALLS.iter() {
        if let Some(first) = call.chars().next() {
            out.entry(first).or_default().push(call);
        }
    }
    out
});

/// Words of a call, at most.
const CALL_WORDS: usize = 30;

/// Words of a line that praises, at most.
const PITCH_WORDS: usize = 60;

/// Letters of either, for scripts without spaces.
const MOST: usize = 400;

/// Whether a line says that the article goes on for those who pay or sign up: one of its sentences begins as a call does.
pub(crate) fn is_call_to_pay(line: &str) -> bool {
    if line.len() > MOST || words(line) > CALL_WORDS {
        return false;
    }
    let lower = line.to_lowercase().replace('’', "'");
    let starts = lower.match_indices(['.', '?', '!', ':', '。', '？', '！', '|']);
    let starts = starts.map(|(at, mark)| at + mark.len());
    std::iter::once(0).chain(starts).take(8).any(|at| {
        let sentence = lower.get(at..).unwrap_or("");
        let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
        let calls = sentence.chars().next().and_then(|first| BY_LETTER.get(&first));
        calls.into_iter().flatten().any(|call| {
            let rest = sentence.strip_prefix(call);
            // Scripts with spaces end a word there.
            rest.is_some_and(|r| !call.is_ascii() || !r.starts_with(char::is_alphanumeric))
        })
    })
}

/// Whether a line beside a call is of its box: it names a price, an account, a subscription.
pub(crate) fn is_pitch(line: &str) -> bool {
    if line.len() > MOST || words(line) > PITCH_WORDS {
        return false;
    }
    let lower = line.to_lowercase().replace('’', "'");
    PITCHES.iter().any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_in_many_languages() {
        for line in [
            "Keep reading with a subscription",
            "Subscribe to continue reading",
            "This article is for subscribers only.",
            "Create a free account to read on.",
            "You have 2 free articles left. Sign in to read more",
            "Jetzt weiterlesen mit dem Probeabo",
            "Cet article est réservé aux abonnés.",
            "Il vous reste 80 % de cet article à lire.",
            "Para seguir leyendo, suscríbete",
            "Conteúdo exclusivo para assinantes",
            "Per continuare a leggere abbonati",
            "Word abonnee en lees verder",
            "Чтобы продолжить чтение, оформите подписку",
            "この記事は有料会員限定です",
        ] {
            assert!(is_call_to_pay(line), "{line}");
        }
    }

    #[test]
    fn news_of_subscriptions_is_no_call() {
        for line in [
            "The paper lost subscribers, who left to read the full story elsewhere, it said.",
            "Readers must register to read the terms, the ministry said on Monday.",
            "She said she would subscribe to no theory.",
            "Keep reading programmes open, teachers asked.",
            "Die Abonnenten lesen weiter, sagte der Verlag.",
            "Les abonnés du réseau ont été prévenus lundi.",
            "Members of the council voted on Tuesday.",
        ] {
            assert!(!is_call_to_pay(line), "{line}");
        }
    }
}

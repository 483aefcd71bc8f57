//! What stands in front of and behind headlines, in small letters.

use dossier_world::words;

words!(FORMS = "headline/forms.txt");
words!(NOTICES = "headline/notices.txt");

/// Whether a label announces a form and no news: "watch", "video".
#[must_use]
pub fn is_form(label: &str) -> bool {
    FORMS.has(label)
}

/// Whether a label may simply come off: "breaking".
#[must_use]
pub fn is_notice(label: &str) -> bool {
    NOTICES.has(label)
}

/// Whether the words behind a headline's last dash announce a form: "video", "live updates", "as it happened".
#[must_use]
pub fn ends_with_form(tail: &str) -> bool {
    is_form(tail) || tail.starts_with("live ") || tail == "as it happened"
}

/// Whether the words behind a headline's last dash are the name of a site: "harbour news".
#[must_use]
pub fn ends_with_site(tail: &str) -> bool {
    tail.ends_with(" news")
}

/// Whether a headline says at its end that it stands over a film.
#[must_use]
pub fn announces_film(headline: &str) -> bool {
    headline.ends_with("(video)") || headline.ends_with("[video]")
}

//! Names, titles, short forms, nominals and pronouns, joined inside the article.

mod gazetteer;
mod join;
mod pattern;
mod person;
mod scan;
mod typing;
mod words;

use dossier_model::{Article, Layer, LocalEntity, Mention, RoleMention, Span, Time, Tokens};

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

/// Finds names and joins those of one bearer.
#[must_use]
pub fn find(article: &Article, sentences: &[Span], tokens: &Tokens, times: &Layer<Time>) -> Names {
    let words = words::Words::new(article.text(), tokens, sentences);
    let mut names = scan::scan(&words);
    typing::settle(&words, times, &mut names);
    let joined = join::join(&words, &mut names);
    let mentions = names.iter().zip(&joined.locals_of).map(|(n, local)| {
        let mention = Mention {
            kind: n.kind,
            form: n.form,
            local: *local,
        };
        (words.cover(n.start, n.end), mention)
    });
    Names {
        mentions: Layer::from_pairs(mentions),
        locals: joined.locals,
        roles: Layer::default(),
    }
}

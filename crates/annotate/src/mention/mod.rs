//! Names, titles, short forms, nominals and pronouns, joined inside the article.

mod gazetteer;
mod join;
mod nominal;
mod pattern;
mod person;
mod role;
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
    let join::Joined {
        locals_of,
        mut locals,
        genders,
    } = join::join(&words, &mut names);
    let by_word = role::Names {
        names: &names,
        locals_of: &locals_of,
        locals: &locals,
    };
    let offices = role::offices(&words, &by_word);
    let homes = role::homes(&offices);
    let described = {
        let known = nominal::Known {
            names: &by_word,
            offices: &offices,
            genders: &genders,
            homes: &homes,
            tokens,
        };
        nominal::find(&words, &known)
    };
    for (id, home) in homes {
        if let Some(local) = locals.get_mut(id.0 as usize) {
            local.country.get_or_insert(home);
        }
    }
    let named = names.iter().zip(&locals_of).map(|(n, local)| {
        let mention = Mention {
            kind: n.kind,
            form: n.form,
            local: *local,
        };
        (words.cover(n.start, n.end), mention)
    });
    Names {
        mentions: Layer::from_pairs(named.chain(described)),
        roles: Layer::new(offices.iter().filter_map(|o| o.role(&words)).collect()),
        locals,
    }
}

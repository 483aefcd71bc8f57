//! Whom each article names: what is joined here.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    AnnotatedArticle, Cite, LocalEntity, LocalId, MentionForm, MentionKind, RelationKind, StateBody,
};

use crate::scope::Scope;

/// One article's referent with the names it goes by.
pub(super) struct Referent<'a> {
    /// Place of the article in the story.
    pub doc: usize,
    /// Place in the article's list.
    pub id: LocalId,
    /// As the reader has it.
    pub local: &'a LocalEntity,
    /// The body that every state has which it is.
    pub body: Option<&'a StateBody>,
    /// The fullest name: the reader's, or that of a part that the user's file splits off.
    pub name: String,
    /// Printed names by form, with their counts.
    pub names: BTreeMap<(MentionForm, String), usize>,
    /// The country that its name tells, or the words right in front of it: "Peru's Foreign Ministry".
    pub owner: Option<String>,
    /// Its mentions by name.
    pub cites: Vec<Cite>,
    /// How old the words right behind a person's full name say that the person is.
    pub age: Option<u32>,
}

impl Referent<'_> {
    /// Whether it is a person.
    pub fn is_person(&self) -> bool {
        self.local.kind == MentionKind::Person
    }

    /// The fullest name and all that are printed as full ones, each once.
    pub fn full_names(&self) -> BTreeSet<&str> {
        self.names
            .keys()
            .filter(|(f, _)| *f == MentionForm::Name)
            .map(|(_, t)| t.as_str())
            .chain(std::iter::once(self.name.as_str()))
            .collect()
    }

    /// Printed names other than the fullest one, each once.
    pub fn other_names(&self) -> BTreeSet<&str> {
        self.names
            .keys()
            .map(|(_, t)| t.as_str())
            .filter(|t| *t != self.name)
            .collect()
    }
}

/// The referents that are mentioned by name, in order of article and first mention. `split` tells whether the user wants
/// a printed name apart from the others of its referent: each such name is a referent of its own.
pub(super) fn gather<'a>(
    scope: &Scope<'a>,
    split: &dyn Fn(usize, &str) -> Option<usize>,
) -> Vec<Referent<'a>> {
    let mut out = Vec::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        let text = read.article.text();
        let owners = owners(read);
        let mut own: BTreeMap<(LocalId, Option<usize>), Referent<'a>> = BTreeMap::new();
        for (i, m) in read.notes.mentions.iter().enumerate() {
            let Some((id, local)) = m
                .value
                .local
                .and_then(|id| Some((id, read.notes.local(id)?)))
                .filter(|_| m.value.form.is_name())
            else {
                continue;
            };
            let words = m.span.of(text);
            let owner = owners.get(&i).map(|code| (*code).to_owned());
            // A short form goes with the full name of its referent.
            let apart = split(doc, words).or_else(|| split(doc, &local.name));
            let referent = own.entry((id, apart)).or_insert_with(|| Referent {
                doc,
                id,
                local,
                body: read
                    .notes
                    .wording
                    .bodies
                    .get(id.0 as usize)
                    .and_then(Option::as_ref),
                name: if split(doc, &local.name) == apart {
                    local.name.clone()
                } else {
                    one_line(words)
                },
                names: BTreeMap::new(),
                owner: local.country.clone().or_else(|| told_country(&local.key)),
                cites: Vec::new(),
                age: None,
            });
            if local.kind == MentionKind::Person && words.contains([' ', '-']) {
                referent.age = referent
                    .age
                    .or_else(|| told_age(text.get(m.span.end as usize..)?));
            }
            referent.owner = referent.owner.take().or(owner);
            *referent
                .names
                .entry((m.value.form, words.to_owned()))
                .or_default() += 1;
            referent.cites.push(scope.cite(doc, m.span));
        }
        out.extend(own.into_values());
    }
    out
}

/// The number between commas or brackets that the words behind a name begin with.
fn told_age(behind: &str) -> Option<u32> {
    let (rest, closes) = match behind.strip_prefix(", ") {
        Some(rest) => (rest, [',', '.', ';']),
        None => (behind.strip_prefix(" (")?, [')', ')', ',']),
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let age = rest.get(..digits)?.parse().ok()?;
    (rest.get(digits..)?.starts_with(closes) && (1..120).contains(&age)).then_some(age)
}

/// The countries that mentions belong to by the words in front of them, by place of the mention.
fn owners(read: &AnnotatedArticle) -> BTreeMap<usize, &str> {
    let notes = &read.notes;
    (notes.wording.relations.iter())
        .filter(|r| r.kind == RelationKind::BelongsTo)
        .filter_map(|r| {
            let owner = notes.mentions.get(r.to as usize)?.value.local?;
            Some((r.from as usize, notes.local(owner)?.country.as_deref()?))
        })
        .collect()
}

/// The one country in a body's key: "NO" of "o:NO foreign ministry".
fn told_country(key: &str) -> Option<String> {
    let is_code = |w: &&str| w.len() == 2 && w.bytes().all(|c| c.is_ascii_uppercase());
    let mut codes = key.strip_prefix("o:")?.split(' ').filter(is_code);
    let code = codes.next()?;
    codes.next().is_none().then(|| code.to_owned())
}

/// A name with single spaces, as it is compared.
pub(crate) fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

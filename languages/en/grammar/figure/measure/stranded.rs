//! Nouns behind the preposition of a verb: "visas the club applied for", "senators Lind has spoken to".

use dossier_model::{Deprel, Upos};

use super::Number;
use super::object::Noun;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{agent, chain, is_supposed, subject};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::change;

dossier_world::words!(COMPANY = "figure/company_verbs.txt");
dossier_world::words!(SAYING = "figure/telling_verbs.txt");
dossier_world::words!(PREPOSITIONS = "figure/stranded_prepositions.txt");

/// Most words from the verb to its preposition.
const MOST: usize = 8;

/// `measure` with the clause that ends in its preposition. `None` where the noun is no such object, or somebody is
/// not named.
pub(super) fn read(scene: Scene<'_>, measure: Measure, noun: Noun<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let carrier = words.first_conjunct(noun.carrier);
    let case = scene.preposition(carrier, &n.words())?;
    let near = case < n.from && n.from - case <= 3;
    let mut v = words.head(carrier).filter(|&v| words.is_verb(v) && v < case)?;
    if words.deprel(carrier) != Deprel::Obl || !near || !words.is_in(case, &PREPOSITIONS) {
        return None;
    }
    // "helped bring meals to": from the first verb on.
    while words.deprel(v) == Deprel::Xcomp
        && let Some(above) = words.head(v).filter(|&h| h < v && words.is_verb(h))
    {
        v = above;
    }
    let company = words.is(case, &["with"]) && !(v..case).any(|i| COMPANY.has(words.lemma(i)));
    let form = words.word(v).to_lowercase();
    let moves = change::rise(&form) || change::fall(&form);
    if company || moves || words.deprel(v) == Deprel::Acl || SAYING.has(&form) {
        return None;
    }
    let chain = chain(scene, v);
    let infinitive = chain.ahead && chain.auxiliaries.is_empty();
    if chain.denied || chain.passive || infinitive || is_supposed(scene, v) {
        return None;
    }
    let doer = subject(scene, v).filter(|&s| s < v && s != carrier)?;
    let by = agent(scene, doer, v).filter(|by| by.iter().all(|&i| words.upos(i) != Upos::Num))?;
    let clean = |i: usize| {
        let small = matches!(words.upos(i), Upos::Pron | Upos::Num | Upos::Sconj | Upos::Intj);
        !(small || words.is_punct(i) || words.is_quotation_mark(i) || scene.is_time_word(i))
    };
    let group: Vec<usize> = chain.auxiliaries.iter().copied().chain(v..=case).collect();
    if group.len() > MOST || !group.iter().all(|&i| clean(i)) {
        return None;
    }
    let m = measure.and(scene, noun.tails, true);
    Some(m.and(scene, &by, true).and(scene, &group, true))
}

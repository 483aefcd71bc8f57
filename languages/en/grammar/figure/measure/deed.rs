//! Money named by what is done with it: "amount paid by Norvik for the club".

use dossier_model::{Deprel, LabelKind};

use super::object::known_agent;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{Tail, agent, chain, complements, prepositional, subject};
use crate::grammar::figure::wording::Measure;

dossier_world::words!(GIVEN = "figure/given_participles.txt");
dossier_world::table!(DEEDS = "figure/deeds.tsv");

/// The measure of money that is the object of the verb `v` and ends before word `end`.
pub(super) fn read(scene: Scene<'_>, carrier: usize, v: usize, end: usize) -> Option<Measure> {
    let words = scene.words;
    let mut columns = DEEDS.find(&words.word(v).to_lowercase())?;
    let (word, noun) = (columns.next()?, columns.next()?);
    let chain = chain(scene, v);
    if chain.denied || chain.passive {
        return None;
    }
    let doer = subject(scene, v).filter(|&s| s != carrier);
    let by = doer.and_then(|d| known_agent(scene, d, v));
    // What the price is of stands in front of the verb.
    if noun == "cost" {
        // "oil would have to cost $350": it does not.
        if chain.modal.is_some() || words.deprel(v) == Deprel::Xcomp {
            return None;
        }
        let np = crate::grammar::figure::tree::noun_phrase(scene, doer?, &(0..0))?;
        let mut m = Measure::word("cost of").and(scene, &np.core, false);
        for tail in &np.tails {
            m = m.and(scene, tail, true);
        }
        return Some(m.with_part("cost").found_by(LabelKind::Money));
    }
    // "paid Norvik $5 million": to whom.
    let to = words.child(v, &[Deprel::Iobj]).filter(|&i| i < carrier);
    let to = to.and_then(|i| agent(scene, i, end));
    let mut behind = complements(scene, v, end).unwrap_or_default();
    // "owe $5 billion to schools": the tree may hang it on the money.
    if behind.is_empty()
        && let Some(c) = words.children_by(carrier, &[Deprel::Nmod]).find(|&c| c >= end)
        && words.extent(c).0 == end
        && let Tail::Words(own) = prepositional(scene, c, false, 2)
    {
        behind = own;
    }
    // "$3 million plus interest": no words of the deed.
    if words.is(end, &["plus"]) {
        behind.clear();
    }
    // "spent $3 million targeting the bill", "paid $3 million to Norvik to lobby the council".
    let aim = purpose(scene, v, behind.last().map_or(end, |&l| l + 1));
    if let Some(aim) = aim.filter(|aim| behind.is_empty() || behind.len() + aim.len() <= 8) {
        behind.extend(aim);
    }
    // "amount spent by Lind": on what, nobody can tell.
    let open = to.is_none() && behind.is_empty() && GIVEN.has(word);
    if by.is_none() && behind.is_empty() || open {
        return None;
    }
    let lead = match (chain.ahead, chain.modal) {
        (true, _) => "amount to be".to_owned(),
        (_, Some(modal)) => format!("amount that {} be", words.word(modal).to_lowercase()),
        _ => "amount".to_owned(),
    };
    let mut m = Measure::word(&lead).and_word(word);
    m.spans.push(words.span(v));
    if let Some(by) = by {
        m = m.and_word("by").and(scene, &by, false);
    }
    if let Some(to) = to {
        m = m.and_word("to").and(scene, &to, false);
    }
    m = m.and(scene, &behind, false).with_part(noun);
    Some(m.found_by(LabelKind::Money))
}

/// "to lobby the council", "targeting the bill": what the money of the verb `v` is for, right behind word `end`.
pub(super) fn purpose(scene: Scene<'_>, v: usize, end: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let clause = words
        .children_by(v, &[Deprel::Advcl, Deprel::Xcomp])
        .find(|&c| c >= end && words.extent(c).0 >= end)?;
    let (from, _) = words.extent(clause);
    let near = from == end || scene.is_all_time(end..from);
    let marked = words.is(from, &["to"]) && from + 1 == clause;
    let active =
        from == clause && words.word(clause).ends_with("ing") && !words.is_punct(from.saturating_sub(1));
    if !near || !(marked || active) {
        return None;
    }
    let mut out = vec![clause];
    if marked {
        out.insert(0, from);
    }
    out.extend(complements(scene, clause, clause + 1).filter(|c| !c.is_empty())?);
    Some(out)
}

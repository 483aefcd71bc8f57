//! PLOVER root codes of sentences whose source and target are marked.
//!
//! For each gold pair the event mention that links the two counts: one of its sources overlaps with the marked
//! source and one of its targets with the marked target; else one that holds either; else the first of the
//! sentence. A sentence without any event counts as a miss of its root. The rows are split by the parity of
//! `sentence_id`: even ones were read while the rules were written, odd ones were not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use dossier_model::{Article, EventMention, EventParticipant, Layer, Plover, Span};

use super::Counts;

/// One sentence with a marked pair.
#[derive(Debug, Clone)]
pub struct Row {
    /// Number of the sentence.
    pub id: u32,
    /// The words without the marks.
    pub text: String,
    /// Who acts.
    pub source: Option<Span>,
    /// Who is acted upon.
    pub target: Option<Span>,
    /// The root that the annotators agreed on.
    pub root: Plover,
}

/// Reads the corpus and reports the scores of both halves; `show` lists the even sentences that are wrong.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let rows = read_rows(&data.join("events/plover-train.tsv.gz"))?;
    Ok(score(&rows, show, |_, row| {
        let article = Article::plain(&row.text, None);
        dossier_en::annotate(&article).events
    }))
}

/// Scores what `find` finds in each row.
pub fn score(rows: &[Row], show: bool, find: impl Fn(usize, &Row) -> Layer<EventMention>) -> String {
    let mut halves = [BTreeMap::new(), BTreeMap::new()];
    let mut out = String::new();
    for (k, row) in rows.iter().enumerate() {
        let events = find(k, row);
        let found = linking(&events, row.source, row.target);
        let half: &mut BTreeMap<&str, Counts> = &mut halves[(row.id % 2) as usize];
        half.entry(row.root.as_str()).or_default().gold += 1;
        if let Some(root) = found {
            half.entry(root.as_str()).or_default().found += 1;
            if root == row.root {
                half.entry(root.as_str()).or_default().right += 1;
            }
        }
        if show && row.id % 2 == 0 && found != Some(row.root) {
            let marked = |s: Option<Span>| s.map_or("-", |s| s.of(&row.text));
            let _ = writeln!(
                out,
                "{} gold {} found {} | {} | {} | {}",
                row.id,
                row.root.as_str(),
                found.map_or("-", Plover::as_str),
                marked(row.source),
                marked(row.target),
                row.text
            );
            for e in events.iter() {
                let who = |side: &[EventParticipant]| {
                    side.iter()
                        .map(|p| p.span.of(&row.text))
                        .collect::<Vec<_>>()
                        .join(" + ")
                };
                let _ = writeln!(
                    out,
                    "      {} {} [{}] {} -> {}",
                    e.value.kind.as_str(),
                    e.value.plover.map_or("-", Plover::as_str),
                    e.span.of(&row.text),
                    who(&e.value.sources),
                    who(&e.value.targets)
                );
            }
        }
    }
    for (name, half) in ["even (tuned on)", "odd (held out)"].iter().zip(&halves) {
        let (mut sum, mut all) = (0.0, Counts::default());
        for counts in half.values() {
            sum += counts.f1();
            all.gold += counts.gold;
            all.found += counts.found;
            all.right += counts.right;
        }
        let _ = writeln!(out, "{name}: macro F1 over 15 roots {:.3}; all {all}", sum / 15.0);
        for (root, counts) in half {
            let _ = writeln!(out, "  {root:<10} {counts}");
        }
    }
    out
}

/// The root of the mention that links the two.
fn linking(events: &Layer<EventMention>, source: Option<Span>, target: Option<Span>) -> Option<Plover> {
    let touches = |side: &[EventParticipant], span: Option<Span>| {
        span.is_some_and(|s| side.iter().any(|p| p.span.overlaps(s)))
    };
    let mut best: Option<(i32, Plover)> = None;
    for e in events.iter() {
        let Some(root) = e.value.plover else { continue };
        let mut points = 0;
        if touches(&e.value.sources, source) {
            points += 4;
        }
        if touches(&e.value.targets, target) {
            points += 3;
        }
        if touches(&e.value.targets, source) || touches(&e.value.sources, target) {
            points += 1;
        }
        if best.is_none_or(|(p, _)| points > p) {
            best = Some((points, root));
        }
    }
    best.map(|(_, root)| root)
}

fn read_rows(path: &Path) -> Result<Vec<Row>, String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let column = |name: &str| {
        header
            .iter()
            .position(|h| *h == name)
            .ok_or_else(|| format!("{}: no column {name}", path.display()))
    };
    let (id, marked, root) = (
        column("sentence_id")?,
        column("marked_sentence")?,
        column("gold_root")?,
    );
    let mut rows = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |i: usize| cells.get(i).copied().unwrap_or("");
        if let (Ok(id), Some(root)) = (cell(id).parse(), Plover::from_name(cell(root))) {
            let (text, source, target) = unmark(cell(marked));
            rows.push(Row {
                id,
                text,
                source,
                target,
                root,
            });
        }
    }
    Ok(rows)
}

/// Takes the marks out and says where the first marked source and target stand.
fn unmark(marked: &str) -> (String, Option<Span>, Option<Span>) {
    let (mut text, mut open) = (String::new(), [None, None]);
    let mut spans = [None, None];
    let mut rest = marked;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let mark = [
            ("<s>", 0, true),
            ("</s>", 0, false),
            ("<t>", 1, true),
            ("</t>", 1, false),
        ]
        .into_iter()
        .find(|(m, _, _)| rest.starts_with(m));
        match mark {
            Some((m, side, opens)) => {
                rest = &rest[m.len()..];
                if opens {
                    open[side] = Some(text.len());
                } else if let Some(start) = open[side].take() {
                    spans[side] = spans[side].or(Some(Span::new(start, text.len())));
                }
            }
            None => {
                text.push('<');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    (text, spans[0], spans[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out() {
        let (text, source, target) = unmark("<s>Peru</s> thanked <t>Chile</t> < twice.");
        assert_eq!(text, "Peru thanked Chile < twice.");
        assert_eq!(source.map(|s| s.of(&text)), Some("Peru"));
        assert_eq!(target.map(|s| s.of(&text)), Some("Chile"));
    }
}

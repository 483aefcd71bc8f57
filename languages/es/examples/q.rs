//! Prints quantities.
use dossier_model::{Article, Layer, Span};
fn main() {
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let article = Article::plain(&line, None);
        let t = article.text().to_owned();
        let found = dossier_es::grammar::quantity::find(&article, &[Span::new(0, t.len())], &Layer::default());
        let items: Vec<String> = found.iter().map(|a| {
            let q = &a.value;
            format!("{}\u{1}{}\u{1}{}\u{1}{}\u{1}{}\u{1}{}\u{1}{}", a.span.start, a.span.end, q.value.map_or("-".into(), |v| v.to_string()), q.low.map_or("-".into(), |v| v.to_string()), q.high.map_or("-".into(), |v| v.to_string()), q.unit.as_ref().map_or(String::new(), |u| u.to_string()), q.ordinal)
        }).collect();
        println!("{}\u{3}{}", t.len() as i64 - line.len() as i64, items.join("\u{2}"));
    }
}

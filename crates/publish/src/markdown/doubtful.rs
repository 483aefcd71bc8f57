//! What stands apart in a brief: rows that are not sure enough to be facts, with their number.

use std::fmt::Write;

use dossier_model::Confidence;

use super::{Brief, inline};
use crate::plain;

impl Brief<'_> {
    /// The rows that are read with less certainty, where there are any.
    pub(super) fn doubtful(&self, out: &mut String) {
        let mut rows = Vec::new();
        for e in &self.split.events {
            rows.push((self.event(e), e.confidence));
        }
        for e in self.people() {
            if !self.is_fact(e.confidence) {
                rows.push((self.person(e), e.confidence));
                continue;
            }
            for role in e.roles.iter().filter(|r| !self.is_fact(r.confidence)) {
                let refs = self.refs(role.cites.iter());
                let words = format!("**{}**: {}{refs}", inline(&e.name), super::office(role));
                rows.push((words, role.confidence));
            }
        }
        for f in &self.split.figures {
            let told: Vec<String> = (f.reports.iter())
                .map(|r| {
                    let amount = plain::told(self.texts, r, f.unit.as_ref());
                    format!("{}{}", inline(&amount), self.refs([&r.cite]))
                })
                .collect();
            rows.push((
                format!("{}: {}", inline(&f.measure), told.join("; ")),
                f.confidence,
            ));
        }
        for s in &self.split.statements {
            let refs = self.refs(s.reports.iter().map(|r| &r.cite));
            rows.push((format!("{}{refs}", inline(&s.text)), s.confidence));
        }
        for q in &self.split.quotes {
            rows.push((self.quote(q), q.confidence));
        }
        if rows.is_empty() {
            return;
        }
        out.push_str("### Read with less certainty\n\n");
        for (words, confidence) in rows {
            let sure = confidence.map_or(1.0, Confidence::share);
            // Writing to a string cannot fail.
            let _ = writeln!(out, "- {words} (confidence {sure})");
        }
        out.push('\n');
    }
}

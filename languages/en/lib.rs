//! Reads English: the table of contents. [`grammar`] is a folder a finder and a file a rule, `lists/` its words, `models/` the
//! trained weights, `cases/` texts with what must be found in them.
//!
//! Nothing here sees a second article, another language, asks the clock or touches a file. Uses `model`, `world`, `network`
//! and `annotate`.

pub mod grammar;

use std::sync::OnceLock;

use dossier_annotate::confidence;
use dossier_annotate::{Observer, Unobserved, View};
use dossier_model::{Annotations, Article, Coverage, Gates};

use grammar::common;
use grammar::{event, figure, frame, mention, quantity, quote, sentence, syntax, time, token, wording};

/// All findings of one article, each step's needs visible in its arguments. Whether
/// it is English is the caller's to know.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_observed(article, &mut Unobserved)
}

/// [`annotate`], with someone told of every step: what measures speed runs this chain, not one like it.
#[must_use]
pub fn annotate_observed(article: &Article, observer: &mut impl Observer) -> Annotations {
    let notes = find(article, observer);
    let wording = observer.step("wording", || wording::find(article, &notes));
    Annotations { wording, ..notes }.without_evidence()
}

/// The findings without the layer of wording, which only comparing articles needs, and with the evidence that they were
/// weighed by.
#[must_use]
pub fn find(article: &Article, observer: &mut impl Observer) -> Annotations {
    let sentences = observer.step("sentence", || sentence::split(article));
    let words = observer.step("token", || token::split(article, &sentences));
    let tokens = observer.step("syntax", || syntax::parse(article, &sentences, &words));
    let frames = observer.step("frame", || frame::find(article, &sentences, &tokens));
    let view = observer.step("view", || {
        View::new(article.text(), &sentences, &tokens, common::is_function).with_frames(&frames)
    });
    let times = observer.step("time", || time::find(article, &sentences, &tokens));
    let names = observer.step("mention", || {
        mention::find(&view, &times, article.reference_day())
    });
    let quantities = observer.step("quantity", || {
        quantity::find(article, &sentences, &tokens, &times)
    });
    let figure::Found { figures, passing } =
        observer.step("figure", || figure::find(&view, &times, &quantities, &names));
    let quotes = observer.step("quote", || quote::find(article, &view, &names, &times));
    let events = observer.step("event", || event::find(article, &view, &times, &names));
    let mention::Names {
        mentions,
        locals,
        roles,
    } = names;
    let mut notes = Annotations {
        coverage: Coverage::ALL,
        mentions,
        locals,
        roles,
        times,
        quantities,
        figures,
        quotes,
        events,
        wording: wording::of_passing(&passing),
        ..Annotations::default()
    };
    observer.step("confidence", || {
        confidence::weigh(article, &view, confidence_gates(), &mut notes);
    });
    Annotations {
        sentences,
        tokens,
        frames,
        ..notes
    }
}

/// What the traits of a finding say of how sure it is; `tools/eval` trains it on verdicts of readers.
#[must_use]
pub fn confidence_gates() -> &'static Gates {
    static GATES: OnceLock<Gates> = OnceLock::new();
    GATES.get_or_init(|| Gates::read(include_str!("models/confidence.tsv")))
}

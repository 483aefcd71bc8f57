//! Reads English: the table of contents. [`grammar`] is a folder a finder and a file a rule, `lists/` its words, `models/` the
//! trained weights, `cases/` texts with what must be found in them.
//!
//! Nothing here sees a second article, another language, asks the clock or touches a file. Uses `model`, `world`, `network`
//! and `annotate`.

pub mod grammar;

use dossier_annotate::{Unwatched, View, Watch};
use dossier_model::{Annotations, Article, Coverage, Wording};

use grammar::common;
use grammar::{event, figure, frame, mention, quantity, quote, sentence, syntax, time, token, wording};

/// All findings of one article, each step's needs visible in its arguments. Whether
/// it is English is the caller's to know.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_watched(article, &mut Unwatched)
}

/// [`annotate`], with someone told of every step: what measures speed runs this chain, not one like it.
#[must_use]
pub fn annotate_watched(article: &Article, watch: &mut impl Watch) -> Annotations {
    let notes = find(article, watch);
    let wording = watch.step("wording", || wording::find(article, &notes));
    Annotations { wording, ..notes }
}

/// The findings without the layer of wording, which only comparing articles needs.
#[must_use]
pub fn find(article: &Article, watch: &mut impl Watch) -> Annotations {
    let sentences = watch.step("sentence", || sentence::split(article));
    let words = watch.step("token", || token::split(article, &sentences));
    let tokens = watch.step("syntax", || syntax::parse(article, &sentences, &words));
    let frames = watch.step("frame", || frame::find(article, &sentences, &tokens));
    let view = watch.step("view", || {
        View::new(article.text(), &sentences, &tokens, common::is_function).with_frames(&frames)
    });
    let times = watch.step("time", || time::find(article, &sentences, &tokens));
    let names = watch.step("mention", || mention::find(&view, &times));
    let quantities = watch.step("quantity", || {
        quantity::find(article, &sentences, &tokens, &times)
    });
    let figures = watch.step("figure", || figure::find(&view, &times, &quantities, &names));
    let quotes = watch.step("quote", || quote::find(article, &view, &names, &times));
    let events = watch.step("event", || event::find(article, &view, &times, &names));
    let mention::Names {
        mentions,
        locals,
        roles,
    } = names;
    Annotations {
        coverage: Coverage::ALL,
        sentences,
        tokens,
        frames,
        mentions,
        locals,
        roles,
        times,
        quantities,
        figures,
        quotes,
        events,
        wording: Wording::default(),
    }
}

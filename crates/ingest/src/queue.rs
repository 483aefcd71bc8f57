//! Pieces are worked on by all threads while further ones are read, and handed over in their order.
//!
//! The thread that called [`read`](crate::read) reads, and alone calls the sink. It is never further ahead of the work
//! than [`WINDOW`] bytes and [`MOST`] pieces, so that memory is bounded by these and by the largest single piece.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use dossier_model::Note;
use rayon::{ScopeFifo, Yield};

use crate::article;
use crate::raw::{Hints, Raw};
use crate::report::{Found, Outcome, Piece, Reason, Report, Tally};
use crate::{Options, Sink};

/// Bytes that are read before their article is handed over.
const WINDOW: usize = 8_000_000;

/// Pieces that are read before their article is handed over.
const MOST: usize = 1024;

/// Remarks without a piece that share a place in the queue.
const NOTES: usize = 64;

/// What a piece turned out to hold.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// In order.
    pub found: Vec<Found>,
    /// Remarks and counts.
    pub report: Report,
}

impl Done {
    /// The articles, and the remarks as a user reads them.
    #[cfg(test)]
    pub(crate) fn into_parts(self) -> (Vec<dossier_model::Article>, Vec<String>) {
        let notes = self.report.notes.into_iter();
        let notes = notes.map(|n| format!("{}: {}", n.source, n.message));
        let articles = self.found.into_iter().filter_map(Found::into_article);
        (articles.collect(), notes.collect())
    }

    /// A remark, and one piece less.
    pub(crate) fn skip(&mut self, piece: Piece, reason: Reason, place: &str, message: impl Into<String>) {
        self.report.note(place, message);
        self.report.tally.add(piece, Outcome::Skipped(reason));
    }

    /// What a format gave for one piece, made an article.
    pub(crate) fn finish(&mut self, piece: Piece, raw: Raw, hints: &Hints, options: &Options) {
        let outcome = match article::finish(raw, hints, options, &mut self.report.notes) {
            Ok(article) => {
                self.found.push(Found::Article(Box::new(article)));
                Outcome::Read
            }
            Err(reason) => Outcome::Skipped(reason),
        };
        self.report.tally.add(piece, outcome);
    }

    /// Adds what another one holds, behind what this one holds.
    pub(crate) fn append(&mut self, mut other: Done) {
        self.found.append(&mut other.found);
        self.report.append(other.report);
    }
}

/// A piece in the order of the source: being worked on, or done.
struct Slot {
    size: usize,
    done: Option<Done>,
}

/// The pieces between reader and sink.
pub(crate) struct Queue<'q, 'scope> {
    /// What the user says.
    pub options: &'scope Options,
    scope: &'q ScopeFifo<'scope>,
    stopped: &'scope AtomicBool,
    sink: &'q mut Sink<'q>,
    note: &'q mut dyn FnMut(Note),
    send: Sender<(u64, Done)>,
    receive: Receiver<(u64, Done)>,
    slots: VecDeque<Slot>,
    /// The number of the first slot.
    first: u64,
    in_flight: usize,
    tally: Tally,
    /// Whether the sink broke off where that could not be told.
    broken: bool,
}

/// Calls `walk` with a queue before `sink` and `note`, and gives the counts when all that it pushed was handed over.
pub(crate) fn run(
    options: &Options,
    sink: &mut Sink<'_>,
    note: &mut dyn FnMut(Note),
    walk: impl FnOnce(&mut Queue<'_, '_>) -> ControlFlow<()>,
) -> Tally {
    let stopped = AtomicBool::new(false);
    // A sink of any lifetime, as one of the queue's.
    let mut sink = |found: Found| sink(found);
    let mut note = |remark: Note| note(remark);
    rayon::in_place_scope_fifo(|scope| {
        let (send, receive) = channel();
        let mut queue = Queue {
            options,
            scope,
            stopped: &stopped,
            sink: &mut sink,
            note: &mut note,
            send,
            receive,
            slots: VecDeque::new(),
            first: 0,
            in_flight: 0,
            tally: Tally::default(),
            broken: false,
        };
        // Whether the sink broke off is of no use to the caller, who knows it.
        let _ = walk(&mut queue).is_continue() && queue.finish().is_continue();
        stopped.store(true, Ordering::Relaxed);
        queue.tally
    })
}

impl<'scope> Queue<'_, 'scope> {
    /// Hands a piece of `size` bytes to the threads; waits where there are too many. `place` names it in a note, should
    /// the work fail.
    pub(crate) fn push(
        &mut self,
        place: &str,
        size: usize,
        work: impl FnOnce(&Options, &mut Done) + Send + 'scope,
    ) -> ControlFlow<()> {
        if self.broken {
            return ControlFlow::Break(());
        }
        while self.in_flight > 0 && (self.in_flight + size > WINDOW || self.slots.len() >= MOST) {
            self.wait();
            self.hand_over()?;
        }
        let number = self.first + self.slots.len() as u64;
        self.slots.push_back(Slot { size, done: None });
        self.in_flight += size;
        let (options, stopped, send, place) =
            (self.options, self.stopped, self.send.clone(), place.to_owned());
        self.scope.spawn_fifo(move |_| {
            let done = if stopped.load(Ordering::Relaxed) {
                Done::default()
            } else {
                guarded(&place, |done| work(options, done))
            };
            // Nobody listens once the sink broke off.
            let _ = send.send((number, done));
        });
        while let Ok(done) = self.receive.try_recv() {
            self.keep(done);
        }
        self.hand_over()
    }

    /// A remark and a count in their order between the pieces.
    pub(crate) fn skip(&mut self, piece: Piece, reason: Reason, place: &str, message: impl Into<String>) {
        let mut done = Done::default();
        done.skip(piece, reason, place, message);
        self.pass(done);
    }

    /// A remark in its order between the pieces.
    pub(crate) fn note(&mut self, place: &str, message: impl Into<String>) {
        let mut done = Done::default();
        done.report.note(place, message);
        self.pass(done);
    }

    /// A count alone, whose order does not matter.
    pub(crate) fn count(&mut self, piece: Piece, reason: Reason) {
        self.tally.add(piece, Outcome::Skipped(reason));
    }

    /// Remarks alone need no slot of their own where the slot before them holds nothing else.
    fn pass(&mut self, done: Done) {
        let Some(last) = self.slots.back_mut() else {
            return self.add(done.report);
        };
        match &mut last.done {
            Some(before) if last.size == 0 && before.report.notes.len() < NOTES => before.append(done),
            _ => {
                self.slots.push_back(Slot {
                    size: 0,
                    done: Some(done),
                });
                // Remarks by the million wait for the pieces before them like pieces do.
                while self.slots.len() >= MOST && !self.broken {
                    self.wait();
                    self.broken = self.hand_over().is_break();
                }
            }
        }
    }

    /// Until one more piece is done. A thread of the pool works meanwhile.
    fn wait(&mut self) {
        loop {
            if let Ok(done) = self.receive.try_recv() {
                return self.keep(done);
            }
            let done = match rayon::yield_now() {
                Some(Yield::Executed) => continue,
                Some(Yield::Idle) => self.receive.recv_timeout(Duration::from_millis(1)).ok(),
                None => self.receive.recv().ok(),
            };
            if let Some(done) = done {
                return self.keep(done);
            }
        }
    }

    fn keep(&mut self, (number, done): (u64, Done)) {
        let slot = usize::try_from(number - self.first)
            .ok()
            .and_then(|i| self.slots.get_mut(i));
        if let Some(slot) = slot {
            slot.done = Some(done);
        }
    }

    /// Hands over what is done, up to the first piece that is not.
    fn hand_over(&mut self) -> ControlFlow<()> {
        while let Some(done) = self.slots.front_mut().and_then(|slot| slot.done.take()) {
            self.in_flight -= self.slots.pop_front().map_or(0, |slot| slot.size);
            self.first += 1;
            self.add(done.report);
            for found in done.found {
                (self.sink)(found)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// Hands over the remarks, and adds the counts.
    fn add(&mut self, report: Report) {
        report.notes.into_iter().for_each(&mut *self.note);
        self.tally.merge(&report.tally);
    }

    fn finish(&mut self) -> ControlFlow<()> {
        loop {
            self.hand_over()?;
            if self.slots.is_empty() {
                return ControlFlow::Continue(());
            }
            self.wait();
        }
    }
}

/// One piece that this program fails on is a note, and the others are read.
fn guarded(place: &str, work: impl FnOnce(&mut Done)) -> Done {
    let mut done = Done::default();
    // What a failing piece leaves behind is thrown away, so nothing half done is seen.
    match catch_unwind(AssertUnwindSafe(|| work(&mut done))) {
        Ok(()) => done,
        Err(_) => {
            let mut done = Done::default();
            let message =
                "could not be read, skipped: a fault of this program; hint: report it with this input";
            done.skip(Piece::File, Reason::Fault, place, message);
            done
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The notes that came.
    fn run_all(sink: &mut Sink<'_>, walk: impl FnOnce(&mut Queue<'_, '_>) -> ControlFlow<()>) -> Vec<Note> {
        let mut notes = Vec::new();
        run(&Options::default(), sink, &mut |n| notes.push(n), walk);
        notes
    }

    fn found(number: usize) -> Found {
        Found::Listed(crate::Listed {
            url: number.to_string(),
            ..crate::Listed::default()
        })
    }

    fn push_all(queue: &mut Queue<'_, '_>, n: usize, size: usize) -> ControlFlow<()> {
        for i in 0..n {
            queue.push("x", size, move |_, done| {
                // The first ones take longest.
                if i % 64 == 0 {
                    #[allow(clippy::disallowed_methods, reason = "a test of what overtakes what")]
                    std::thread::sleep(Duration::from_millis(2));
                }
                done.found.push(found(i));
                done.report.note(i.to_string(), "seen");
            })?;
        }
        ControlFlow::Continue(())
    }

    #[test]
    fn pieces_come_in_their_order() {
        let mut got = Vec::new();
        let notes = run_all(
            &mut |f| {
                got.extend(match f {
                    Found::Listed(l) => l.url.parse::<usize>().ok(),
                    Found::Article(_) => None,
                });
                ControlFlow::Continue(())
            },
            |queue| push_all(queue, 3_000, 100_000),
        );
        assert_eq!(got, (0..3_000).collect::<Vec<_>>());
        assert_eq!(notes.len(), 3_000);
    }

    #[test]
    fn nothing_is_read_once_the_sink_breaks_off() {
        let (mut taken, mut pushed) = (0, 0);
        run_all(
            &mut |_| {
                taken += 1;
                ControlFlow::Break(())
            },
            |queue| loop {
                pushed += 1;
                push_all(queue, 1, 1_000_000)?;
            },
        );
        assert_eq!(taken, 1);
        assert!(pushed <= 20, "{pushed}");
    }

    #[test]
    fn one_piece_that_fails_leaves_the_others() {
        let notes = run_all(&mut |_| ControlFlow::Continue(()), |queue| {
            queue.push("a:1", 1, |_, _| std::panic::resume_unwind(Box::new("odd")))?;
            queue.push("a:2", 1, |_, done| done.report.note("a:2", "seen"))
        });
        let places: Vec<_> = notes.iter().map(|n| n.source.as_str()).collect();
        assert_eq!(places, ["a:1", "a:2"]);
    }

    #[test]
    fn remarks_by_the_thousand_keep_their_order_behind_a_slow_piece() {
        let notes = run_all(&mut |_| ControlFlow::Continue(()), |queue| {
            push_all(queue, 1, 1)?;
            (0..200_000).for_each(|i| queue.note("x", i.to_string()));
            ControlFlow::Continue(())
        });
        assert_eq!(notes.len(), 200_001);
        assert!(
            (1..)
                .zip(&notes[1..])
                .all(|(i, n)| n.message == (i - 1).to_string())
        );
    }
}

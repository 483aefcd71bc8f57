//! Articles in order, many at once, while others are still read.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use dossier::ingest::{Found, Tally};
use dossier::model::{Article, Note};

use crate::args::{Global, Input};
use crate::input::{self, Came};
use crate::notes::Notes;
use crate::progress::Progress;
use crate::stop::stop_if;

/// Articles that are worked on at once, before their lines are written: at first, and at most.
const FIRST_BATCH: usize = 8;
const BATCH: usize = 256;
/// The bytes of text of such articles, more or less.
const BATCH_BYTES: usize = 8 << 20;
/// Bytes of text that are read and not yet worked on.
const AHEAD_BYTES: usize = 32 << 20;
/// So long a batch waits to be filled where input comes slowly.
const PATIENCE: Duration = Duration::from_millis(100);

/// What to read, and how it is shown.
#[derive(Clone, Copy)]
pub struct Each<'a> {
    /// The user's paths.
    pub input: &'a Input,
    /// Where the result goes, which is not read.
    pub output: Option<&'a Path>,
    /// What holds for every command.
    pub global: &'a Global,
    /// The bar.
    pub progress: &'a Progress,
}

impl Each<'_> {
    /// Hands over the articles that `sift` lets through, in order, in batches. Notes come as they are read; reading waits
    /// where the work falls behind.
    ///
    /// # Errors
    /// Those of `work`, which end it.
    pub fn work(
        self,
        notes: &mut Notes,
        mut sift: impl FnMut(Article) -> Result<Article, Note> + Send,
        work: impl FnMut(Vec<Article>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut batches = Batches {
            batch: Vec::new(),
            bytes: 0,
            size: FIRST_BATCH,
            count: 0,
            work,
            progress: self.progress,
        };
        let tally = if self.global.jobs == Some(1) {
            let mut failure = None;
            let tally = self.stream(notes, &mut sift, &mut |article| {
                failure = batches.take(article).err();
                stop_if(failure.is_some())
            });
            failure.map_or(Ok(tally), Err)
        } else {
            self.work_beside(notes, &mut sift, &mut batches)
        };
        notes.tally.merge(&tally?);
        batches.flush()
    }

    /// Reads in a thread of its own.
    fn work_beside<F: FnMut(Vec<Article>) -> anyhow::Result<()>>(
        self,
        notes: &mut Notes,
        sift: &mut (impl FnMut(Article) -> Result<Article, Note> + Send),
        batches: &mut Batches<'_, F>,
    ) -> anyhow::Result<Tally> {
        let (send, receive) = mpsc::sync_channel::<Article>(BATCH);
        let room = Room::new();
        std::thread::scope(|scope| {
            let reader = std::thread::Builder::new()
                .stack_size(crate::STACK)
                .spawn_scoped(scope, || {
                    let send = send;
                    self.stream(notes, sift, &mut |article| {
                        room.take(article.text().len());
                        // Nobody listens where the work has failed; the reason is told there.
                        stop_if(send.send(article).is_err())
                    })
                })?;
            let mut failure = None;
            loop {
                let done = match receive.recv_timeout(PATIENCE) {
                    Ok(article) => {
                        room.give_back(article.text().len());
                        batches.take(article)
                    }
                    Err(RecvTimeoutError::Timeout) => batches.flush(),
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                if let Err(error) = done {
                    failure = Some(error);
                    break;
                }
            }
            drop(receive);
            room.close();
            let tally = reader
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            failure.map_or(Ok(tally), Err)
        })
    }

    fn stream(
        self,
        notes: &mut Notes,
        sift: &mut impl FnMut(Article) -> Result<Article, Note>,
        take: &mut dyn FnMut(Article) -> ControlFlow<()>,
    ) -> Tally {
        input::stream(self.input, self.output, self.progress, &mut |came| {
            match came {
                Came::Note(note) => notes.take(note),
                Came::Found(Found::Listed(_)) => {}
                Came::Found(Found::Article(article)) => match sift(*article) {
                    Ok(article) => return take(article),
                    Err(note) => notes.take_repeated(note),
                },
            }
            ControlFlow::Continue(())
        })
    }
}

/// Room for the texts between the reader and the work.
struct Room {
    /// Bytes that are there; `None` once nobody takes them any more.
    used: Mutex<Option<usize>>,
    freed: Condvar,
}

impl Room {
    fn new() -> Self {
        Self {
            used: Mutex::new(Some(0)),
            freed: Condvar::new(),
        }
    }

    /// Waits until there is room; a single text that is larger than all of it waits until it is alone.
    fn take(&self, bytes: usize) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(now) = *used {
            if now == 0 || now + bytes <= AHEAD_BYTES {
                *used = Some(now + bytes);
                return;
            }
            used = self.freed.wait(used).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn give_back(&self, bytes: usize) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        *used = used.map(|n| n.saturating_sub(bytes));
        drop(used);
        self.freed.notify_all();
    }

    /// Nobody takes texts any more: nobody has to wait for that.
    fn close(&self) {
        *self.used.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.freed.notify_all();
    }
}

/// Gathers articles until there are enough to share out.
struct Batches<'a, F> {
    batch: Vec<Article>,
    bytes: usize,
    size: usize,
    count: usize,
    work: F,
    progress: &'a Progress,
}

impl<F: FnMut(Vec<Article>) -> anyhow::Result<()>> Batches<'_, F> {
    fn take(&mut self, article: Article) -> anyhow::Result<()> {
        self.bytes += article.text().len();
        self.batch.push(article);
        if self.batch.len() < self.size && self.bytes < BATCH_BYTES {
            return Ok(());
        }
        // The first ones are not kept waiting; later ones share out better in large numbers.
        self.size = (self.size * 2).min(BATCH);
        self.flush()
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        if self.batch.is_empty() {
            return Ok(());
        }
        self.count += self.batch.len();
        self.bytes = 0;
        self.progress.articles(self.count);
        (self.work)(std::mem::take(&mut self.batch))
    }
}

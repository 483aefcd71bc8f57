/// Is told of every step of the chain; a clock that is read around `work` is the watcher's, never the reader's.
pub trait Watch {
    /// Runs the step of the module `name` and gives what it gives.
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T;
}

/// Nobody watches: the step alone is left.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn step<T>(&mut self, _: &'static str, work: impl FnOnce() -> T) -> T {
        work()
    }
}

/// Is told of every step of the chain; a clock that is read around `work` is the observer's, never the reader's.
pub trait Observer {
    /// Runs the step of the module `name` and gives what it gives.
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T;
}

/// Nobody observes: the step alone is left.
#[derive(Debug, Clone, Copy)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn step<T>(&mut self, _: &'static str, work: impl FnOnce() -> T) -> T {
        work()
    }
}

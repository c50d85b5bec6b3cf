//! One thread owns the book, and does what it is asked one after the other.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::book::Book;

type Task = Box<dyn FnOnce(&mut Book) + Send>;

/// The thread that owns a book. Dropping it finishes what was asked, then closes the book.
#[derive(Debug)]
pub struct Bookkeeper {
    tasks: Option<Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

/// The task did not end: it broke off, and its transaction was rolled back. The book stands as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("something broke, and nothing of it was written")]
pub struct BrokenOff;

impl Bookkeeper {
    /// Hands the book to a thread of its own.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(mut book: Book) -> std::io::Result<Self> {
        let (tasks, inbox) = channel::<Task>();
        let work = move || {
            for task in inbox {
                task(&mut book);
            }
        };
        let thread = std::thread::Builder::new().name("bookkeeper".to_owned()).spawn(work)?;
        Ok(Self { tasks: Some(tasks), thread: Some(thread) })
    }

    /// Does `task` and hands its answer to `answer`, on the book's own thread.
    pub fn ask_then<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Book) -> T + Send + 'static,
        answer: impl FnOnce(Result<T, BrokenOff>) + Send + 'static,
    ) {
        let whole = Box::new(move |book: &mut Book| answer(guarded(book, task)));
        // A thread that is gone drops the answer unsaid, which every channel reports.
        if let Some(tasks) = &self.tasks {
            drop(tasks.send(whole));
        }
    }

    /// Does `task`; its answer comes by the channel.
    pub fn ask<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Book) -> T + Send + 'static,
    ) -> Receiver<Result<T, BrokenOff>> {
        let (to, from) = channel();
        self.ask_then(task, move |answer| drop(to.send(answer)));
        from
    }

    /// Does `task` and waits for its answer.
    ///
    /// # Errors
    /// [`BrokenOff`].
    pub fn wait<T: Send + 'static>(&self, task: impl FnOnce(&mut Book) -> T + Send + 'static) -> Result<T, BrokenOff> {
        self.ask(task).recv().unwrap_or(Err(BrokenOff))
    }
}

/// A panic becomes an answer: the transaction rolls back as it unwinds, and the memory is only changed after a commit.
fn guarded<T>(book: &mut Book, task: impl FnOnce(&mut Book) -> T) -> Result<T, BrokenOff> {
    catch_unwind(AssertUnwindSafe(|| task(book))).map_err(|_| BrokenOff)
}

impl Drop for Bookkeeper {
    fn drop(&mut self) {
        drop(self.tasks.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

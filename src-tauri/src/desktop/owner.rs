//! The thread that owns the desk: everything that touches the book happens there, one thing after another.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::refusal;
use crate::wire::Refusal;

/// How often the desk looks around by itself: whether another process wrote the book, another start knocked, or a new
/// day began. A change elsewhere shall stand in the window within a second.
const LOOK_AROUND: Duration = Duration::from_millis(400);

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// The way to the desk.
#[derive(Debug)]
pub struct Owner {
    jobs: Mutex<Option<Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Owner {
    /// Starts the thread. `look_around` is called on it again and again, between what is asked.
    ///
    /// # Errors
    /// The operating system's, when it gives no thread.
    pub fn start(desk: Desk, look_around: impl FnMut(&mut Desk) + Send + 'static) -> std::io::Result<Self> {
        let (sender, jobs) = channel();
        let thread = std::thread::Builder::new().name("desk".into()).spawn(move || work(desk, &jobs, look_around))?;
        Ok(Self { jobs: Mutex::new(Some(sender)), thread: Mutex::new(Some(thread)) })
    }

    /// Finishes what was asked, closes the book, and takes no more.
    pub fn finish(&self) {
        drop(held(&self.jobs).take());
        if let Some(thread) = held(&self.thread).take() {
            // A thread that broke off has nothing left to finish.
            let _ = thread.join();
        }
    }

    /// Does something at the desk and waits for what comes of it. A panic in it is answered with a refusal, and the
    /// book is opened anew, so that nothing half-changed stays in memory.
    ///
    /// # Errors
    /// What `errand` refuses.
    pub async fn ask<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&mut Desk) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |desk| {
            let outcome = catch_unwind(AssertUnwindSafe(|| errand(desk))).unwrap_or_else(|_| {
                desk.open_anew();
                Err(refusal::broken())
            });
            // Nobody waits any more when the window was closed meanwhile.
            let _ = answer.send(outcome);
        });
        held(&self.jobs).as_ref().ok_or_else(refusal::broken)?.send(job).map_err(|_| refusal::broken())?;
        answered.await.map_err(|_| refusal::broken())?
    }
}

/// What a lock guards; one that was held when its thread broke off guards something whole all the same.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn work(mut desk: Desk, jobs: &Receiver<Job>, mut look_around: impl FnMut(&mut Desk)) {
    let mut due = Instant::now() + LOOK_AROUND;
    loop {
        match jobs.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(job) => job(&mut desk),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        // A hand that asks for something all the time does not keep the desk from looking around.
        if Instant::now() >= due {
            // What fails here fails again in a command, where it has words.
            let _ = catch_unwind(AssertUnwindSafe(|| look_around(&mut desk)));
            due = Instant::now() + LOOK_AROUND;
        }
    }
}

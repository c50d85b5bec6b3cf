//! What happens without being asked: a knock, a change by another process, a new day.

use tauri::{AppHandle, Emitter, Runtime};

use super::window;
use crate::desk::Desk;
use crate::lock::WindowLock;

/// What the screen hears when it should look again.
const CHANGED: &str = "changed";

/// Looks around once: is called on the desk's thread, several times a second.
pub(super) fn look_around<R: Runtime>(app: AppHandle<R>, lock: Option<WindowLock>) -> impl FnMut(&mut Desk) + Send {
    move |desk| {
        if lock.as_ref().is_some_and(WindowLock::knocked) {
            window::come_to_front(&app);
        }
        if desk.look_around() {
            // Without a window there is nobody to tell.
            let _ = app.emit(CHANGED, ());
        }
    }
}

//! What happens without being asked: a knock, a change by another process, a new day.

use tauri::{AppHandle, Emitter, Runtime};

use super::window;
use crate::desk::Desk;

/// What the screen hears when it should look again.
const CHANGED: &str = "changed";

/// Looks around once: is called on the desk's thread, several times a second.
pub(super) fn look_around<R: Runtime>(app: AppHandle<R>) -> impl FnMut(&mut Desk) + Send {
    move |desk| {
        let seen = desk.look_around();
        if seen.knocked {
            window::come_to_front(&app);
        }
        if seen.changed {
            // Without a window there is nobody to tell.
            let _ = app.emit(CHANGED, ());
        }
    }
}

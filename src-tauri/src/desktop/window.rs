//! The one window: opened without a flash, and never led anywhere else.

use std::time::Duration;

use tauri::webview::{Color, NewWindowResponse};
use tauri::{AppHandle, Manager, Runtime, Theme, Url, WebviewWindow, WebviewWindowBuilder};

use crate::wire::Look;

/// The window's label, in the config and in its capability.
pub const LABEL: &str = "main";

/// When the window is shown even if the screen has not said that it stands: a screen that fails must be seen to fail.
const AT_THE_LATEST: Duration = Duration::from_secs(4);

/// The page's ground, light and dark: the interface's `surface`.
const PAPER: (Color, Color) = (Color(0xfa, 0xf7, 0xf3, 0xff), Color(0x19, 0x17, 0x14, 0xff));

/// Makes the window, hidden, in the colour that its page will have.
///
/// # Errors
/// Tauri's, when there is no display or no web view.
pub(super) fn open<R: Runtime>(app: &tauri::App<R>, look: &Look) -> tauri::Result<()> {
    let config = app.config().app.windows.iter().find(|window| window.label == LABEL).cloned().unwrap_or_default();
    let builder = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    #[cfg(debug_assertions)]
    let builder = builder.initialization_script(include_str!("witness.js"));
    let window = builder.build()?;
    window.set_background_color(Some(paper(&window, look)))?;
    std::thread::spawn(move || {
        std::thread::sleep(AT_THE_LATEST);
        let _ = show(&window);
    });
    Ok(())
}

/// Shows the window, if it is not shown yet.
///
/// # Errors
/// Tauri's.
pub fn show<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    if window.is_visible()? { Ok(()) } else { window.show() }
}

/// Brings the window before the others, as a second start asks for.
pub fn come_to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A desktop that lets no window come forward by itself shows that it wants to; nothing else can be done.
        let _ = window.show().and_then(|()| window.unminimize()).and_then(|()| window.set_focus());
    }
}

/// The screen's own pages, on every platform's scheme for them.
fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

fn paper<R: Runtime>(window: &WebviewWindow<R>, look: &Look) -> Color {
    let dark = match look.theme.as_str() {
        "light" => false,
        "dark" => true,
        _ => window.theme().is_ok_and(|theme| theme == Theme::Dark),
    };
    if dark { PAPER.1 } else { PAPER.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_own_pages() {
        let own = |text: &str| is_own_page(&Url::parse(text).unwrap());
        assert!(own("tauri://localhost/index.html"));
        assert!(!own("https://example.org/"));
        assert!(!own("file:///etc/passwd"));
    }
}

//! Runout: how many credits are left, when they run out, what the next generation will take.
fn main() {
    let _ = tauri::Builder::default().run(tauri::generate_context!());
}

//! Several starts at once over one book: each is carried out, none is lost.

use std::thread;

use crate::program::Desk;

#[test]
fn eight_starts_at_once_log_eight_spends() {
    let desk = Desk::standard();
    thread::scope(|scope| {
        for credits in 1..=8 {
            let desk = &desk;
            scope.spawn(move || desk.done(&format!("spend veo3 {credits}")));
        }
    });
    assert_eq!(desk.json("log")["spends"].as_array().unwrap().len(), 8);
    assert_eq!(desk.left(), 28_000.0 - 36.0);
}

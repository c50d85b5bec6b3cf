//! The price book, and a price that moved.

use crate::program::Desk;

/// Nano Banana took 49 three times, and then 65 three times.
fn moved() -> Desk {
    let mut desk = Desk::standard();
    for (day, credits) in [(16, 49), (17, 49), (18, 49), (20, 65), (21, 65), (22, 65)] {
        desk.at(&format!("2026-11-{day} 10:00")).done(&format!("spend nano banana {credits}"));
    }
    desk.at("2026-11-23 10:00");
    desk
}

fn nano_banana(desk: &Desk) -> serde_json::Value {
    let prices = desk.json("prices");
    let rows = prices["prices"].as_array().unwrap();
    rows.iter().find(|row| row["action"] == "Nano Banana").unwrap().clone()
}

#[test]
fn a_price_that_moved_is_told_and_settled_and_undone() {
    let desk = moved();
    let change = &nano_banana(&desk)["change"];
    assert_eq!((&change["from"], &change["to"], &change["agreeing"]), (&49.0.into(), &65.0.into(), &3.into()));
    let said = desk.done("prices");
    assert!(said.contains("Nano Banana rose from 49 to 65 since Fri 20 Nov (3 of 3)."), "{said}");
    let words = ["price", "Nano Banana", "use-new"];
    assert!(desk.run(words).out.starts_with("Took the new price of Nano Banana."));
    let row = nano_banana(&desk);
    assert_eq!((&row["change"], &row["n"]), (&().into(), &3.into()));
    assert_eq!(desk.run(words).code, 1, "nothing is in question any more");
    desk.done("undo");
    assert_eq!(nano_banana(&desk)["n"], 6);
    assert_eq!(desk.run(["price", "Nano Banana", "keep-range"]).code, 0);
    let row = nano_banana(&desk);
    assert_eq!((&row["change"], &row["n"]), (&().into(), &6.into()));
}

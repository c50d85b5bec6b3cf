//! The zone of the machine on which it runs changes nothing.

use super::after;
use super::ahead::berlin;
use super::worlds::at;

/// Prints what the ledger of a fixed history says; the test below runs it under other zones of the host.
#[test]
fn what_a_ledger_says() {
    let facts = berlin();
    let ledger = after(&facts, at(24 * 80));
    let said: Vec<String> = ledger.moments().iter().map(|moment| format!("{} {}", moment.at, moment.left)).collect();
    println!("said: {}", said.join(", "));
}

#[test]
fn the_zone_of_the_host_changes_nothing() {
    let said = |zone: &str| {
        let mut probe = std::process::Command::new(std::env::current_exe().expect("this test"));
        let probe = probe.env("TZ", zone).args(["--exact", "host::what_a_ledger_says", "--nocapture"]);
        let text = String::from_utf8(probe.output().expect("a run").stdout).expect("text");
        text.lines().find(|line| line.contains("said: ")).expect("what it said").to_owned()
    };
    let here = said("UTC");
    assert!(here.len() > 100, "{here}");
    for zone in ["America/Los_Angeles", "Pacific/Apia", "Asia/Kathmandu"] {
        assert_eq!(said(zone), here, "{zone}");
    }
}

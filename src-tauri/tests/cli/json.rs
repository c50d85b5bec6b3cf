//! The promised fields are there, with the promised types.

use serde_json::Value;

use crate::program::Desk;
use crate::tour;

fn has(document: &Value, fields: &[&str]) {
    for field in fields {
        assert!(document.get(field).is_some(), "{field} is missing in {document}");
    }
}

#[test]
fn status_and_forecast_keep_their_promise() {
    let desk = tour::checked();
    let status = desk.json("status");
    has(
        &status,
        &["at", "unit", "decimals", "left", "confirmed", "logged_since", "unlogged", "coverage", "overdrawn", "cycle"],
    );
    has(&status, &["pots", "safe_today", "will_lapse", "forecast"]);
    has(&status["pots"][0]["lots"][0], &["id", "left", "starts", "expires", "usable"]);
    assert!(status["forecast"].get("days").is_none());
    let forecast = desk.json("forecast --until 2026-12-20 --paths 500 --seed 7");
    has(&forecast, &["at", "horizon", "renewal", "run_out", "chance_before_renewal", "will_lapse", "basis", "days"]);
    has(&forecast["days"][0], &["date", "p10", "p25", "p50", "p75", "p90"]);
    assert_eq!(forecast["days"].as_array().unwrap().len(), 28);
    assert_eq!(forecast, desk.json("forecast --until 2026-12-20 --paths 500 --seed 7"), "a seed is an answer");
}

#[test]
fn the_other_documents_keep_theirs() {
    let desk = tour::checked();
    let estimate = desk.json("estimate veo3 8s audio x2");
    has(&estimate, &["action", "count", "low", "mid", "high", "n", "source", "left_after", "chance_covered"]);
    assert_eq!((estimate["count"].as_i64(), estimate["n"].as_i64()), (Some(2), Some(1)));
    let log = desk.json("log --action veo3");
    assert_eq!(log["spends"].as_array().unwrap().len(), 1);
    has(&log["spends"][0], &["id", "at", "date_only", "action", "settings", "count", "credits", "tags", "note"]);
    has(&log["spends"][0], &["state", "estimated", "slices"]);
    assert_eq!(log["spends"][0]["slices"][0]["lot"], "monthly-2026-11-15");
    let statement = desk.json("statement");
    has(
        &statement,
        &["opening", "granted", "refunded", "gained", "forgiven", "spent", "unlogged", "lapsed", "closing"],
    );
    has(&statement["pots"][0], &["pot", "opening", "moved_in", "moved_out", "closing"]);
    let presets = desk.json("presets");
    has(&presets["presets"][0], &["id", "service", "tier", "allotment", "unit"]);
    has(&desk.json("terms show"), &["terms"]);
    has(&desk.json("history")["changes"][0], &["name", "at", "state"]);
    has(&desk.json("prices")["prices"][0], &["action", "settings", "published", "low", "high", "n"]);
}

#[test]
fn a_check_keeps_its_promise() {
    let found = tour::checked().json("check 18451");
    has(&found, &["shown", "computed", "difference", "explanations", "gains"]);
    has(&found["explanations"][0], &["spends", "rest", "weight"]);
    has(&found["explanations"][0]["spends"][0], &["action", "settings", "count", "credits"]);
}

#[test]
fn nothing_known_is_null_not_nothing() {
    let desk = Desk::standard();
    assert!(desk.json("status")["confirmed"].is_null());
}

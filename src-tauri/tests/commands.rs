//! Every command is in the one list, allowed for the one window, and answered.

#![expect(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use std::collections::BTreeSet;
use std::path::Path;

use runout::clock::{Clock, Given};
use runout::commands::{COMMANDS, handler};
use runout::desk::Desk;
use runout::desktop::{LABEL, Owner};
use runout::folders::Folders;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Manager, WebviewWindow, WebviewWindowBuilder};

/// What the window may do besides Runout's own commands.
const BESIDES: [&str; 3] =
    ["core:event:allow-listen", "core:event:allow-unlisten", "core:webview:allow-set-webview-zoom"];

#[test]
fn exactly_the_commands_of_the_list_are_allowed() {
    let config = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tauri.conf.json")).unwrap();
    let config: serde_json::Value = serde_json::from_str(&config).unwrap();
    let capabilities = config["app"]["security"]["capabilities"].as_array().unwrap();
    assert_eq!(capabilities.len(), 1);
    assert_eq!(capabilities[0]["windows"], serde_json::json!([LABEL]));
    let allowed: BTreeSet<&str> =
        capabilities[0]["permissions"].as_array().unwrap().iter().filter_map(|p| p.as_str()).collect();
    let names: Vec<String> = COMMANDS.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    let wanted: BTreeSet<&str> = names.iter().map(String::as_str).chain(BESIDES).collect();
    assert_eq!(allowed, wanted);
}

fn window(desk: Desk) -> (tauri::App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let app = mock_builder().invoke_handler(handler()).build(tauri::generate_context!(test = true)).unwrap();
    app.manage(Owner::start(desk, |_| {}).unwrap());
    let window = WebviewWindowBuilder::new(&app, LABEL, tauri::WebviewUrl::default()).build().unwrap();
    (app, window)
}

fn ask(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    body: serde_json::Value,
) -> Result<serde_json::Value, serde_json::Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: InvokeBody::Json(body),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}

fn desk_in(folder: &Path) -> Desk {
    let clock = Clock::given(Given::read("2026-11-22T10:00:00Z").unwrap()).that_runs();
    Desk::open(Folders::in_data_folder(folder), clock)
}

#[test]
fn every_command_of_the_list_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = window(desk_in(folder.path()));
    // These need no argument, and would open a dialog.
    for command in COMMANDS.iter().filter(|command| !matches!(**command, "open_another" | "choose_csv")) {
        if let Err(refused) = ask(&window, command, serde_json::json!({})) {
            let words = refused.to_string();
            assert!(!words.contains("not found") && !words.contains("not allowed"), "{command}: {words}");
        }
    }
}

#[test]
fn a_command_that_is_not_in_the_list_is_not_allowed() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = window(desk_in(folder.path()));
    assert!(ask(&window, "plugin:app|version", serde_json::json!({})).is_err());
    assert!(ask(&window, "format_disk", serde_json::json!({})).is_err());
}

#[test]
fn a_book_begins_and_a_check_is_answered_with_the_whole_view() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = window(desk_in(folder.path()));
    let first = ask(&window, "look", serde_json::json!({ "ask": { "screen": "today", "span": "cycle" } })).unwrap();
    assert_eq!(first["screen"]["screen"], "first_run");
    let fields = serde_json::json!({ "preset": "ltx-standard", "service": null, "left": "22,600", "allotment": "28,000",
        "day": "15", "zone": "Europe/Berlin" });
    let begun = ask(&window, "start", serde_json::json!({ "firstRun": fields })).unwrap();
    assert_eq!(begun["view"]["frame"]["left_text"], "22,600 credits left");
    let checked =
        ask(&window, "save_check", counter("20,590", "", serde_json::json!({ "screen": "plan", "cycle": 0 }))).unwrap();
    assert_eq!(checked["view"]["screen"]["screen"], "plan");
    assert_eq!(checked["view"]["frame"]["left"], 20_590.0);
    let refused = |amount, on| {
        let refused = ask(&window, "save_check", counter(amount, on, serde_json::json!({ "screen": "settings" })));
        let refused = refused.unwrap_err();
        (refused["code"].as_str().unwrap().to_owned(), refused["field"].as_str().unwrap().to_owned())
    };
    assert_eq!(refused("many", ""), ("amount_not_a_figure".to_owned(), "amount".to_owned()));
    assert_eq!(refused("20,000", "someday"), ("when_not_a_date".to_owned(), "on".to_owned()));
}

#[test]
fn a_check_is_looked_at_as_of_its_own_instant_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = window(desk_in(folder.path()));
    let fields = serde_json::json!({ "preset": "ltx-standard", "service": null, "left": "22,600", "allotment": "28,000",
        "day": "15", "zone": "Europe/Berlin" });
    ask(&window, "start", serde_json::json!({ "firstRun": fields })).unwrap();
    let look = |amount, on| ask(&window, "preview_check", counter(amount, on, serde_json::Value::Null)).unwrap();
    let untyped = look("", "");
    assert_eq!((&untyped["has"], &untyped["side"]), (&"22,600".into(), &serde_json::Value::Null));
    assert_eq!(look("22,600", "now")["side"], "equal");
    assert_eq!(look("28,000", "1990-01-02")["side"], "before");
    assert_eq!(look("28,000", "tomorrow")["refusal"]["field"], "on");
}

/// A balance check as the screen sends it.
fn counter(amount: &str, on: &str, then: serde_json::Value) -> serde_json::Value {
    let counter = serde_json::json!({ "amount": amount, "on": on, "pot": null });
    match then {
        serde_json::Value::Null => serde_json::json!({ "counter": counter }),
        ask => serde_json::json!({ "counter": counter, "ask": ask }),
    }
}

fn begun(folder: &Path) -> (tauri::App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let (app, window) = window(desk_in(folder));
    let fields = serde_json::json!({ "preset": "ltx-standard", "service": null, "left": "28,000", "allotment": "28,000",
        "day": "15", "zone": "Europe/Berlin" });
    ask(&window, "start", serde_json::json!({ "firstRun": fields })).unwrap();
    (app, window)
}

fn log_ask() -> serde_json::Value {
    serde_json::json!({ "screen": "log", "query": { "text": "", "range": "all", "offset": 0, "limit": 100 } })
}

#[test]
fn the_plan_is_cancelled_after_a_preview_and_its_row_can_be_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = begun(folder.path());
    let event = serde_json::json!({ "kind": "cancelled", "on": "", "renewal": "", "keeps_schedule": false });
    let would = ask(&window, "preview_event", serde_json::json!({ "event": event })).unwrap();
    assert_eq!(would["refusal"], serde_json::Value::Null);
    assert_eq!(would["rows"][3]["what"], "Plan");
    assert_eq!(would["rows"][3]["after"], "ends on Tue 15 Dec");
    let done = ask(&window, "note_event", serde_json::json!({ "event": event, "ask": log_ask() })).unwrap();
    assert_eq!(done["offers"], "undo");
    let row = done["view"]["screen"]["view"]["rows"].as_array().unwrap()[1].clone();
    assert_eq!(row["words"][0]["text"], "The plan was cancelled");
    let again = ask(&window, "preview_event", serde_json::json!({ "event": event })).unwrap();
    assert_eq!(again["refusal"]["code"], "plan_cancelled");
    ask(&window, "delete_entries", serde_json::json!({ "ids": [row["id"]], "ask": log_ask() })).unwrap();
    let anew = ask(&window, "preview_event", serde_json::json!({ "event": event })).unwrap();
    assert_eq!(anew["refusal"], serde_json::Value::Null);
}

#[test]
fn a_renewal_that_came_later_is_typed_by_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = begun(folder.path());
    let typed = |kind: &str, on: &str, renewal: &str| {
        let event = serde_json::json!({ "kind": kind, "on": on, "renewal": renewal, "keeps_schedule": false });
        ask(&window, "preview_event", serde_json::json!({ "event": event })).unwrap()
    };
    assert_eq!(typed("came_at", "", "")["refusal"]["field"], "on");
    assert_eq!(typed("came_at", "someday", "2026-12-15")["refusal"]["field"], "on");
    assert_eq!(typed("came_at", "2026-12-16 18:00", "2026-12-10")["refusal"]["code"], "not_a_renewal");
    let would = typed("came_at", "2026-12-16 18:00", "2026-12-15 00:00");
    assert_eq!(would["rows"][1]["after"], "Wed 16 Dec");
}

#[test]
fn what_is_done_to_several_spends_is_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = begun(folder.path());
    let today = serde_json::json!({ "screen": "today", "span": "cycle" });
    let spend = |text: &str| {
        ask(&window, "save_line", serde_json::json!({ "text": text, "service": 1, "ask": today })).unwrap()["entry"]
            .clone()
    };
    let ids = [spend("veo3 8s audio 5400"), spend("ltxv turbo 8s 165"), spend("veo3 8s audio ~5000 !reserved")];
    let settled = ask(&window, "settle", serde_json::json!({ "id": ids[2], "amount": "4,400", "ask": today })).unwrap();
    assert_eq!(settled["view"]["frame"]["left"], 28_000.0 - 5_400.0 - 165.0 - 4_400.0);
    let refused = ask(&window, "settle", serde_json::json!({ "id": ids[2], "amount": "1", "ask": today })).unwrap_err();
    assert_eq!(refused["code"], "not_reserved");
    let all = |command: &str, key: &str, value: &str| {
        ask(&window, command, serde_json::json!({ "ids": ids, key: value, "ask": log_ask() })).unwrap()
    };
    all("judge_entries", "verdict", "keeper");
    let tagged = all("tag_entries", "tags", "#teaser recap");
    assert_eq!(tagged["toast"][0]["text"], "Tagged 3 spends #teaser #recap.");
    ask(&window, "undo", serde_json::json!({ "ask": log_ask() })).unwrap();
    let deleted = ask(&window, "delete_entries", serde_json::json!({ "ids": ids, "ask": log_ask() })).unwrap();
    assert_eq!(deleted["view"]["frame"]["left"], 28_000.0);
    let undone = ask(&window, "undo", serde_json::json!({ "ask": log_ask() })).unwrap();
    let rows = undone["view"]["screen"]["view"]["rows"].as_array().unwrap().clone();
    let spends: Vec<_> = rows.iter().filter(|row| row["kind"] == "spend").collect();
    assert_eq!(spends.len(), 3);
    assert!(spends.iter().all(|row| row["verdict"] == "keeper" && row["tags"] == serde_json::json!([])));
    let expected =
        ask(&window, "expect_refund", serde_json::json!({ "id": ids[0], "expected": true, "ask": today })).unwrap();
    assert_eq!(expected["toast"][0]["text"], "Expected a refund for Veo 3, 8 s, audio.");
    let part = ask(&window, "refund", serde_json::json!({ "id": ids[0], "amount": "400", "ask": log_ask() })).unwrap();
    assert_eq!(part["view"]["frame"]["left"], 28_000.0 - 5_000.0 - 165.0 - 4_400.0);
}

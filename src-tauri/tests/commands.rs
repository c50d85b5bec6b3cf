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

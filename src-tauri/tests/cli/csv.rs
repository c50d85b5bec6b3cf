//! Spends from a CSV: mapped by words, asked about, one step.

use std::fs;

use crate::program::Desk;
use crate::tour;

/// A desk with a file beside it.
fn with_file(text: impl AsRef<[u8]>) -> (Desk, String) {
    let mut desk = Desk::standard();
    desk.at("2026-11-22 12:00");
    let file = desk.beside("usage.csv");
    fs::write(&file, text).unwrap();
    (desk, file)
}

#[test]
fn a_mapped_file_is_logged_as_one_step() {
    let (desk, file) =
        with_file("When;What;Price\n16.11.2026 09:15;Veo 3;1.250\n17.11.2026;Sora 2;80\n18.11.2026;x;abc\n");
    let map = "credits=Price,at=When,action=What";
    let tried = desk.json(&format!("import {file} --map {map} --dry-run"));
    assert_eq!((&tried["imported"], &tried["spends"]), (&0.into(), &2.into()));
    assert_eq!(desk.left(), 28_000.0, "a trial changes nothing");
    let done = desk.json(&format!("import {file} --map {map}"));
    assert_eq!(done["done"], "Imported 2 spends from usage.csv: 26,670 left.");
    assert_eq!(
        done["problems"],
        serde_json::json!([{ "line": 4, "message": "“abc” is not an amount in whole units." }])
    );
    assert_eq!(done["new_actions"], serde_json::json!(["Sora 2"]));
    let log = desk.json("log");
    assert_eq!(
        (&log["spends"][1]["at"], &log["spends"][0]["date_only"]),
        (&"2026-11-16T09:15:00+01:00".into(), &true.into())
    );
    assert_eq!(desk.refused(["import", &file, "--map", map]), "csv_nothing_to_import");
    desk.done("undo");
    assert_eq!((desk.left(), desk.json("log")["spends"].as_array().unwrap().len()), (28_000.0, 0));
}

#[test]
fn what_is_ambiguous_is_asked_and_the_flag_answers() {
    let (desk, file) = with_file("date,cost\n11/10/2026,5.000\n");
    let asked = desk.json(&format!("import {file} --dry-run"));
    let fields: Vec<&str> =
        asked["questions"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["decimal", "dates"]);
    assert_eq!(desk.refused(["import", &file]), "csv_decimal_ambiguous");
    assert_eq!(desk.refused(["import", &file, "--decimal", "comma"]), "csv_dates_ambiguous");
    assert_eq!(desk.refused(["import", &file, "--decimal", "dot"]), "bad_choice");
    desk.done(&format!("import {file} --decimal comma --dates month-first"));
    let log = desk.json("log");
    assert_eq!(
        (&log["spends"][0]["credits"], &log["spends"][0]["at"]),
        (&5_000.0.into(), &"2026-11-10T12:00:00+01:00".into())
    );
}

#[test]
fn what_looks_logged_already_waits_for_a_word() {
    let (desk, file) = with_file("date,model,cost\n2026-11-20,Veo 3,500\n2026-11-20,Veo 3,501\n");
    desk.done("spend veo3 500 2026-11-20 14:00");
    assert_eq!(desk.refused(["import", &file]), "csv_duplicates");
    let entry = desk.json("log")["spends"][0]["id"].as_i64().unwrap();
    let line = format!("Line 2, entry {entry}: Veo 3: 500 is logged already, on ");
    let asked = desk.run(["import", &file, "--json"]);
    assert!(asked.out.contains(&line) && asked.err.contains(&line), "{}", asked.err);
    assert!(desk.done(&format!("import {file} --duplicates skip --dry-run")).contains(&line));
    assert_eq!(desk.json(&format!("import {file} --duplicates skip"))["imported"], 1);
    desk.done("undo");
    assert_eq!(desk.json(&format!("import {file} --duplicates keep"))["imported"], 2);
}

#[test]
fn the_programs_own_table_maps_itself() {
    let (from, mut to) = (tour::checked(), Desk::standard());
    let file = from.beside("log.csv");
    from.done(&format!("export {file} --format csv"));
    let number = from.json("log")["spends"].as_array().unwrap().len();
    to.at("2026-12-01 12:00");
    assert_eq!(to.json(&format!("import {file}"))["imported"], number);
    let of = |desk: &Desk| -> Vec<String> {
        let log = desk.json("log");
        let spends = log["spends"].as_array().unwrap().iter();
        spends.map(|one| format!("{} {} {} {}", one["at"], one["action"], one["settings"], one["credits"])).collect()
    };
    assert_eq!(of(&to), of(&from));
}

#[test]
fn a_file_that_is_no_table_is_refused_and_nothing_is_saved() {
    let cases: [(&[u8], &str); 6] = [
        (b"", "csv_empty"),
        (b"date,cost\n", "csv_empty"),
        (b"date,cost\n2026-11-16,\x005\n", "csv_not_text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "csv_not_text"),
        (b"a,b\n1,2\n", "csv_unmapped"),
        (b"date,cost\nsoon,many\n", "csv_nothing_to_import"),
    ];
    for (bytes, code) in cases {
        let (desk, file) = with_file(bytes);
        assert_eq!(desk.refused(["import", &file]), code, "{bytes:?}");
        assert_eq!(desk.left(), 28_000.0);
    }
    let (desk, file) = with_file("date,cost\n2026-11-16,5\n");
    assert_eq!(desk.refused(["import", &file, "--map", "credits=Price"]), "csv_no_such_column");
    assert_eq!(desk.refused(["import", "/no/such/file.csv"]), "file");
    fs::File::options().write(true).open(&file).unwrap().set_len(200_000_000).unwrap();
    assert_eq!(desk.refused(["import", &file]), "csv_too_large");
}

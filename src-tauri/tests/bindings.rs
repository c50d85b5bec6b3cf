//! The screen's types are written from Rust, and the committed ones are the ones that Rust has.
//!
//! `RUNOUT_WRITE_BINDINGS=1 cargo test -p runout --test bindings` writes them anew.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::path::Path;

use runout::commands::COMMANDS;
use runout::wire;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name, and what was already seen.
struct Declarations {
    config: Config,
    seen: Vec<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            let text = format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(&self.config));
            self.by_name.insert(T::ident(&self.config), tidy(&text));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The same declaration with one-line comments where they fit, fields indented and no trailing spaces.
fn tidy(declaration: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut source =
        declaration.replace(", };", ",\n};").lines().map(str::trim_end).map(String::from).collect::<Vec<_>>();
    source.dedup_by(|later, earlier| later.is_empty() && earlier.is_empty());
    let mut inside = false;
    let mut at = 0;
    while at < source.len() {
        let comment = source[at] == "/**" && source.get(at + 2).is_some_and(|line| line.trim() == "*/");
        let line = if comment {
            format!("/**{} */", source[at + 1].trim_start().trim_start_matches('*'))
        } else {
            source[at].clone()
        };
        at += if comment { 3 } else { 1 };
        let indent = if inside && line != "};" { "  " } else { "" };
        inside = (inside || line.starts_with("export type")) && !line.ends_with(';');
        lines.push(format!("{indent}{line}"));
    }
    lines.join("\n") + "\n"
}

/// The whole file: every type that a command takes or answers with, and every command's name.
fn bindings() -> String {
    let config = Config::new().with_large_int("number");
    let mut found = Declarations { config, seen: Vec::new(), by_name: BTreeMap::new() };
    found.visit::<wire::View>();
    found.visit::<wire::Done>();
    found.visit::<wire::Ask>();
    found.visit::<wire::Refusal>();
    found.visit::<wire::LineView>();
    found.visit::<wire::CheckPreview>();
    found.visit::<wire::Counter>();
    found.visit::<wire::FirstRun>();
    found.visit::<wire::FirstRunAnswer>();
    found.visit::<wire::TermsWish>();
    found.visit::<wire::TermsAnswer>();
    found.visit::<wire::PlanEventTyped>();
    found.visit::<wire::PlanEventPreview>();
    found.visit::<wire::TopUp>();
    found.visit::<wire::ActionEdit>();
    found.visit::<wire::Setting>();
    found.visit::<wire::RestorePreview>();
    found.visit::<wire::CsvPreview>();
    found.visit::<wire::CsvWish>();
    let types: Vec<&str> = found.by_name.values().map(String::as_str).collect();
    format!(
        "// Written from Rust by src-tauri/tests/bindings.rs. Do not edit.\n\n{}\n/** The commands of the window. */\nexport type Command =\n{};\n",
        types.join("\n"),
        COMMANDS.iter().map(|name| format!("  | \"{name}\"")).collect::<Vec<_>>().join("\n"),
    )
}

#[test]
fn the_screens_types_are_those_of_the_shell() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/bindings/index.ts");
    let written = bindings();
    if std::env::var_os("RUNOUT_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &written).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == written, "ui/src/bindings/index.ts is stale: run `cargo xtask bindings`");
}

//! `cargo xtask backtest [DIR] [--json]`: how good the forecast would have been, beside simpler ones, on the same cases.

mod cases;
mod document;
mod gates;
mod groups;
mod methods;
mod pit;
mod reliability;
mod scores;

use std::path::PathBuf;

use crate::house::House;
use crate::{Trouble, say};

use cases::Case;
use document::Document;
use methods::{Method, Outlook};

/// Where the cases lie that come with the code.
const OWN_CASES: &str = "src-tauri/core/tests/vectors/forecast";

/// Scores every method on every case of a folder, prints the figures and the gates, and fails when one is missed.
pub(crate) fn backtest(house: &House, words: &[String]) -> Result<(), Trouble> {
    let asked = Asked::of(house, words)?;
    let judged = judged(cases::read(&asked.folder)?);
    let document = Document::of(&judged);
    let gates = gates::of(&document, &judged, asked.is_own);
    if asked.as_json {
        say(&document.json()?);
    } else {
        document.lines().iter().chain(&gates::lines(&gates)).for_each(|line| say(line));
    }
    let missed = gates.iter().filter(|gate| !gate.is_met()).count();
    if missed == 0 { Ok(()) } else { Err(Trouble::GatesMissed { missed }) }
}

/// A case and what each method said about it.
pub(crate) struct Judged {
    /// What was known and what came.
    pub(crate) case: Case,
    /// One outlook a method, in the order of [`Method::ALL`].
    pub(crate) said: Vec<Outlook>,
}

impl Judged {
    /// What a method said.
    pub(crate) fn by(&self, method: Method) -> &Outlook {
        &self.said[method as usize]
    }
}

fn judged(cases: Vec<Case>) -> Vec<Judged> {
    let said = |case: &Case| Method::ALL.iter().map(|method| method.look_ahead(case)).collect();
    cases.into_iter().map(|case| Judged { said: said(&case), case }).collect()
}

struct Asked {
    folder: PathBuf,
    is_own: bool,
    as_json: bool,
}

impl Asked {
    fn of(house: &House, words: &[String]) -> Result<Self, Trouble> {
        let own = house.root().join(OWN_CASES);
        let mut asked = Self { folder: own.clone(), is_own: true, as_json: false };
        for word in words {
            match word.as_str() {
                "--json" => asked.as_json = true,
                flag if flag.starts_with('-') => return Err(Trouble::UnknownFlag(flag.to_owned())),
                folder => asked.folder = PathBuf::from(folder),
            }
        }
        asked.is_own = same_place(&asked.folder, &own);
        Ok(asked)
    }
}

fn same_place(one: &std::path::Path, other: &std::path::Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

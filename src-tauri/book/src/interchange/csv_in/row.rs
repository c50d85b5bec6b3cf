//! One line as a spend, or the sentence that says why it is none.

use std::collections::BTreeMap;

use runout_core::calendar::day_of;
use runout_core::credits::{Credits, Decimals};
use runout_core::entry::read_setting;
use runout_core::facts::{SpendState, Verdict};
use runout_core::words::steers;
use runout_core::{Instant, Zone};

use super::amounts::{self, DecimalMark};
use super::dates::{self, DateOrder, Stamp};
use super::table::Line;
use super::{CsvField, CsvMapping, CsvSpend, CsvTable};
use crate::transact::in_our_time;

/// How every line of a file is read.
pub(super) struct Reader<'a> {
    pub(super) table: &'a CsvTable,
    pub(super) mapping: &'a CsvMapping,
    pub(super) at: usize,
    pub(super) credits: usize,
    pub(super) mark: DecimalMark,
    pub(super) order: DateOrder,
    /// Whether the file counts what was taken below nothing.
    pub(super) below_nothing: bool,
    pub(super) zone: Zone,
    pub(super) decimals: Decimals,
    pub(super) now: Instant,
}

/// The longest name of an action, in letters.
const LONGEST_NAME: usize = 80;

impl Reader<'_> {
    /// The spend of a line.
    pub(super) fn spend(&self, line: &Line) -> Result<CsvSpend, String> {
        let wide = self.table.columns().len();
        if line.width() > wide {
            return Err(format!("It has {} cells where the first line names {wide} columns.", line.width()));
        }
        let Stamp { at, date_only } = self.stamp(line)?;
        let credits = self.credits(line)?;
        let (settings, unread) = settings(&self.text(line, CsvField::Settings));
        let (state, back, failed) = self.state(line, credits)?;
        Ok(CsvSpend {
            line: line.number,
            at,
            date_only: date_only || self.yes(line, CsvField::DateOnly)?,
            action: self.action(line)?,
            settings,
            count: self.count(line)?,
            credits,
            refunded: self.refunded(line, credits)?.unwrap_or(back),
            estimated: self.yes(line, CsvField::Estimated)?,
            state,
            verdict: self.verdict(line)?.or(failed.then_some(Verdict::Failed)),
            tags: tags(&self.text(line, CsvField::Tags)),
            note: joined(&self.text(line, CsvField::Note), &unread),
            id: Some(self.text(line, CsvField::Id)).filter(|id| !id.is_empty()),
        })
    }

    /// What a line says for a field; nothing where no column does.
    fn text(&self, line: &Line, field: CsvField) -> String {
        self.mapping.column(field).map_or_else(String::new, |column| self.table.cell(line, column, field).into_owned())
    }

    fn stamp(&self, line: &Line) -> Result<Stamp, String> {
        let text = line.cell(self.at);
        if text.is_empty() {
            return Err("It says no date.".to_owned());
        }
        let read = dates::read(text, self.order, self.zone);
        let stamp = read.ok_or_else(|| format!("“{}” is not a date.", short(text)))?;
        in_our_time(stamp.at).map_err(|_| format!("“{}” is not of our time.", short(text)))?;
        match stamp.at > self.now {
            true if stamp.date_only && day_of(stamp.at, self.zone) == day_of(self.now, self.zone) => {
                Ok(Stamp { at: self.now, date_only: true })
            }
            true => Err(format!("“{}” has not come yet.", short(text))),
            false => Ok(stamp),
        }
    }

    fn credits(&self, line: &Line) -> Result<Credits, String> {
        let text = line.cell(self.credits);
        if text.is_empty() {
            return Err("It says no amount.".to_owned());
        }
        let signed = self.amount(text)?;
        let credits = if self.below_nothing { Credits::ZERO.minus(signed).unwrap_or(signed) } else { signed };
        match credits.is_negative() {
            true => Err(format!(
                "“{}” goes the other way than a spend does. Enter it as a top-up, a grant or a refund.",
                short(text)
            )),
            false => Ok(credits),
        }
    }

    fn amount(&self, text: &str) -> Result<Credits, String> {
        amounts::read(text, self.mark, self.decimals).ok_or_else(|| match self.decimals.places() {
            0 => format!("“{}” is not an amount in whole units.", short(text)),
            places => format!("“{}” is not an amount of at most {places} decimal places.", short(text)),
        })
    }

    fn refunded(&self, line: &Line, credits: Credits) -> Result<Option<Credits>, String> {
        let text = self.text(line, CsvField::Refunded);
        if text.is_empty() {
            return Ok(None);
        }
        let back = self.amount(&text)?;
        if back.is_negative() || back > credits {
            return Err(format!("“{}” cannot have come back of it.", short(&text)));
        }
        // The app's own file says 0 where nothing came back.
        Ok(Some(back).filter(|back| !back.is_zero()))
    }

    fn count(&self, line: &Line) -> Result<u32, String> {
        let text = self.text(line, CsvField::Count);
        if text.is_empty() {
            return Ok(1);
        }
        let count = text.parse().ok().filter(|count| *count > 0);
        count.ok_or_else(|| format!("“{}” is not a count of 1 or more.", short(&text)))
    }

    fn action(&self, line: &Line) -> Result<Option<String>, String> {
        let name = self.text(line, CsvField::Action);
        if name.chars().count() > LONGEST_NAME {
            return Err(format!("“{}” is too long for the name of an action.", short(&name)));
        }
        if name.chars().any(steers) {
            return Err(format!("“{}” has invisible characters, which no name can have.", short(&name)));
        }
        Ok(Some(name).filter(|name| !name.is_empty()))
    }

    /// What became of it, what came back by that, and whether it failed.
    fn state(&self, line: &Line, credits: Credits) -> Result<(SpendState, Credits, bool), String> {
        let text = self.text(line, CsvField::State);
        let (state, back, failed) = match text.to_lowercase().replace([' ', '-'], "_").as_str() {
            "" | "charged" | "success" | "succeeded" | "completed" | "complete" | "done" | "finished" | "ok" => {
                (SpendState::Charged, Credits::ZERO, false)
            }
            "refunded" => (SpendState::Charged, credits, false),
            "refund_expected" => (SpendState::RefundExpected, Credits::ZERO, false),
            "reserved" | "pending" | "processing" => (SpendState::Reserved, Credits::ZERO, false),
            "failed" | "error" | "failure" => (SpendState::Charged, Credits::ZERO, true),
            _ => {
                return Err(format!(
                    "“{}” is no state: charged, refunded, refund_expected, reserved or failed.",
                    short(&text)
                ));
            }
        };
        Ok((state, back, failed))
    }

    fn verdict(&self, line: &Line) -> Result<Option<Verdict>, String> {
        let text = self.text(line, CsvField::Verdict);
        match text.to_lowercase().as_str() {
            "" => Ok(None),
            "keeper" => Ok(Some(Verdict::Keeper)),
            "reject" => Ok(Some(Verdict::Reject)),
            "failed" => Ok(Some(Verdict::Failed)),
            _ => Err(format!("“{}” is no result: keeper, reject or failed.", short(&text))),
        }
    }

    fn yes(&self, line: &Line, field: CsvField) -> Result<bool, String> {
        let text = self.text(line, field);
        match text.to_lowercase().as_str() {
            "" | "no" | "false" | "0" => Ok(false),
            "yes" | "true" | "1" => Ok(true),
            _ => Err(format!("“{}” is neither yes nor no.", short(&text))),
        }
    }
}

/// "8 s, audio": what each word is as a setting, and the words that are none.
fn settings(text: &str) -> (BTreeMap<String, String>, String) {
    let (mut settings, mut unread) = (BTreeMap::new(), Vec::new());
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let close = if part.contains('=') { part.to_owned() } else { part.replace(char::is_whitespace, "") };
        match read_setting(&close).or_else(|| resolution(&close)) {
            Some((name, value)) => drop(settings.insert(name, value)),
            None => unread.push(part),
        }
    }
    (settings, unread.join(", "))
}

/// `4k`: alone in a line it is an amount, among settings it is what the log shows of a resolution.
fn resolution(text: &str) -> Option<(String, String)> {
    let digits = text.to_lowercase().strip_suffix('k')?.to_owned();
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| ("resolution".to_owned(), format!("{digits}k")))
}

fn tags(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let words = words.map(|word| word.trim_start_matches('#')).filter(|word| !word.is_empty());
    let mut tags: Vec<String> = Vec::new();
    for word in words {
        if !tags.iter().any(|tag| tag == word) {
            tags.push(word.to_owned());
        }
    }
    tags
}

fn joined(note: &str, unread: &str) -> String {
    if unread.is_empty() || note.is_empty() { format!("{note}{unread}") } else { format!("{note} ({unread})") }
}

/// As much of a cell as a sentence takes.
fn short(text: &str) -> String {
    let cut: String = text.chars().take(40).map(|c| if steers(c) { ' ' } else { c }).collect();
    if text.chars().count() > 40 { format!("{cut}…") } else { cut }
}

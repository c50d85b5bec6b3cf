//! A file as the spends that it would log, before anything is saved.

use std::collections::BTreeMap;

use runout_core::actions::{Action, ActionId};
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{SpendState, Verdict};
use runout_core::words::plain;
use runout_core::{Instant, Zone};

use super::amounts::{self, DecimalMark};
use super::dates::{self, DateOrder};
use super::duplicates::{Duplicates, Logged, NearDuplicate, keys};
use super::mapping::fold;
use super::row::Reader;
use super::settle::{Settled, settle};
use super::{CsvField, CsvMapping, CsvQuestion, CsvTable};
use crate::error::{BookError, JourneyError};
use crate::page::Page;

/// What is said about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvChoices {
    /// Which column says what.
    pub mapping: CsvMapping,
    /// Which mark is the decimal one, where that was asked.
    pub decimal: Option<DecimalMark>,
    /// Whether the day or the month comes first, where that was asked.
    pub dates: Option<DateOrder>,
    /// What is done with what looks logged already, where that was asked.
    pub duplicates: Option<Duplicates>,
}

/// A spend as a line says it.
#[derive(Clone, Debug, PartialEq)]
pub struct CsvSpend {
    /// The line's number in the file.
    pub line: u64,
    /// When.
    pub at: Instant,
    /// Whether only a date stands there.
    pub date_only: bool,
    /// The action, as it is called there.
    pub action: Option<String>,
    /// Its settings.
    pub settings: BTreeMap<String, String>,
    /// How many pieces.
    pub count: u32,
    /// What it took.
    pub credits: Credits,
    /// What came back of it.
    pub refunded: Credits,
    /// Whether the credits are an estimate.
    pub estimated: bool,
    /// What became of it.
    pub state: SpendState,
    /// What was thought of the result.
    pub verdict: Option<Verdict>,
    /// Project, client or shot.
    pub tags: Vec<String>,
    /// Free text.
    pub note: String,
    /// What names it in the file.
    pub id: Option<String>,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvProblem {
    /// Its number in the file.
    pub line: u64,
    /// Why, as a sentence.
    pub words: String,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CsvReading {
    /// The spends that would be logged, in the file's order, with their keys.
    pub spends: Vec<(CsvSpend, String)>,
    /// The lines that are left out because they cannot be read.
    pub problems: Vec<CsvProblem>,
    /// What has to be answered first.
    pub questions: Vec<CsvQuestion>,
    /// How many lines were imported before, deleted ones included.
    pub known: usize,
    /// What looks like a spend that is logged already.
    pub near: Vec<NearDuplicate>,
    /// The actions that would be added, by name.
    pub new_actions: Vec<String>,
    /// How many of the spends lie before the book's start: they count for prices and pace, not for the balance.
    pub before_start: usize,
}

/// Reads a file against what stands in the book; `is_known` says whether a key was imported before.
pub(super) fn reading(
    table: &CsvTable,
    choices: &CsvChoices,
    contents: &Page,
    is_known: impl Fn(&str) -> Result<bool, BookError>,
    now: Instant,
) -> Result<CsvReading, JourneyError> {
    let service = &contents.facts.service;
    let (at, credits) = choices.mapping.needed(table).map_err(crate::Refused::from)?;
    let (mut reading, mut read) = (CsvReading::default(), Vec::new());
    let mark = decimal_mark(table, credits, choices, service.decimals, &mut reading.questions);
    let order = date_order(table, at, choices, service.zone, &mut reading.questions);
    let below_nothing = is_below_nothing(table, credits, mark, service.decimals);
    let (zone, decimals) = (service.zone, service.decimals);
    let mapping = &choices.mapping;
    let reader = Reader { table, mapping, at, credits, mark, order, below_nothing, zone, decimals, now };
    for line in &table.rows {
        match reader.spend(line) {
            Ok(spend) => read.push(spend),
            Err(words) => reading.problems.push(CsvProblem { line: line.number, words }),
        }
    }
    reading.sort_out(read, choices.duplicates, contents, is_known)?;
    Ok(reading)
}

impl CsvReading {
    /// Takes what is new; what was imported before is counted, and what looks logged already is listed.
    fn sort_out(
        &mut self,
        read: Vec<CsvSpend>,
        duplicates: Option<Duplicates>,
        contents: &Page,
        is_known: impl Fn(&str) -> Result<bool, BookError>,
    ) -> Result<(), BookError> {
        let service = &contents.facts.service;
        let keys = keys(&read, service.zone);
        let names = names(&contents.actions);
        let mut logged = Logged::of(&contents.facts.entries, service.zone);
        let mut in_file = std::collections::BTreeSet::new();
        for (spend, key) in read.into_iter().zip(keys) {
            if !in_file.insert(key.clone()) || is_known(&key)? {
                self.known += 1;
                continue;
            }
            let action = spend.action.as_deref().map(|name| names.get(&fold(name)).copied());
            // An action that is not in the book has no spends there.
            let like = if action == Some(None) { None } else { logged.like(&spend, action.flatten()) };
            if let Some(entry) = like {
                self.near.push(NearDuplicate { line: spend.line, entry });
            }
            if like.is_none() || duplicates != Some(Duplicates::Skip) {
                self.take(spend, key, &names, service.start);
            }
        }
        if duplicates.is_none() && !self.near.is_empty() {
            self.questions.push(CsvQuestion::Duplicates { number: self.near.len() });
        }
        Ok(())
    }

    fn take(&mut self, spend: CsvSpend, key: String, names: &BTreeMap<String, &ActionId>, start: Instant) {
        if let Some(name) = &spend.action
            && !names.contains_key(&fold(name))
            && !self.new_actions.iter().any(|new| fold(new) == fold(name))
        {
            self.new_actions.push(name.clone());
        }
        self.before_start += usize::from(spend.at < start);
        self.spends.push((spend, key));
    }
}

/// Every name and alias, folded, and the action that it means. A name counts for more than another's alias, and that for
/// more than an id.
pub(super) fn names(actions: &[Action]) -> BTreeMap<String, &ActionId> {
    let ids = actions.iter().map(|action| (fold(&action.id.0), &action.id));
    let aliases = actions.iter().flat_map(|action| action.aliases.iter().map(|alias| (fold(alias), &action.id)));
    ids.chain(aliases).chain(actions.iter().map(|action| (fold(&action.name), &action.id))).collect()
}

fn decimal_mark(
    table: &CsvTable,
    column: usize,
    choices: &CsvChoices,
    decimals: Decimals,
    questions: &mut Vec<CsvQuestion>,
) -> DecimalMark {
    if table.is_own() {
        return DecimalMark::Point;
    }
    if let Some(mark) = choices.decimal {
        return mark;
    }
    let refunded = choices.mapping.column(CsvField::Refunded);
    let columns = [Some(column), refunded].into_iter().flatten();
    let cells: Vec<_> = columns.flat_map(|column| table.rows.iter().map(move |line| (line, column))).collect();
    let text = |place: usize| cells[place].0.cell(cells[place].1);
    match settle((0..cells.len()).map(|place| amounts::both_ways(place, text(place), decimals))) {
        Settled::One => DecimalMark::Point,
        Settled::Other => DecimalMark::Comma,
        Settled::Asks(place) => {
            let means = |mark| amounts::read(text(place), mark, decimals).map(|credits| plain(credits, decimals));
            questions.push(CsvQuestion::Decimal {
                line: cells[place].0.number,
                text: text(place).to_owned(),
                comma: means(DecimalMark::Comma),
                point: means(DecimalMark::Point),
            });
            DecimalMark::Point
        }
    }
}

fn date_order(
    table: &CsvTable,
    column: usize,
    choices: &CsvChoices,
    zone: Zone,
    questions: &mut Vec<CsvQuestion>,
) -> DateOrder {
    if let Some(order) = choices.dates {
        return order;
    }
    let text = |place: usize| table.rows[place].cell(column);
    match settle((0..table.rows.len()).map(|place| dates::both_ways(place, text(place), zone))) {
        Settled::One => DateOrder::DayFirst,
        Settled::Other => DateOrder::MonthFirst,
        Settled::Asks(place) => {
            let written = |at: Instant| at.with_timezone(&zone).format("%-d %b %Y").to_string();
            let means = |order| dates::read(text(place), order, zone).map(|stamp| written(stamp.at));
            questions.push(CsvQuestion::Dates {
                line: table.rows[place].number,
                text: text(place).to_owned(),
                day_first: means(DateOrder::DayFirst),
                month_first: means(DateOrder::MonthFirst),
            });
            DateOrder::DayFirst
        }
    }
}

/// Whether the file counts what was taken below nothing: more of its amounts are than are not.
fn is_below_nothing(table: &CsvTable, column: usize, mark: DecimalMark, decimals: Decimals) -> bool {
    let amounts = table.rows.iter().filter_map(|line| amounts::read(line.cell(column), mark, decimals));
    let (below, above) =
        amounts.filter(|amount| !amount.is_zero()).fold((0_usize, 0_usize), |(below, above), amount| {
            if amount.is_negative() { (below + 1, above) } else { (below, above + 1) }
        });
    below > above
}

//! The values of a document as people type them: amounts, distances, times, zones, names.

use chrono::{Datelike, NaiveTime, Timelike};
use runout_book::terms_document::phrases;
use runout_core::Day;
use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::outlook::Outlook;
use runout_core::terms::{Cap, Interval, IntervalUnit, Money, PotName, Ratio};
use runout_core::words::{self, Lean};

use super::super::pen::Pen;
use super::super::plan::{money, read_money, read_zone};
use super::scribe::{Scribe, Spot, choice};
use crate::refusal::refusal;
use crate::wire::{Refusal, TermsChoice, TermsKind};

/// What the sentences are told with.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The service's name.
    pub service: &'a str,
    /// The unit's name.
    pub unit: &'a str,
    /// The actions that a pot can be bound to.
    pub actions: &'a [Action],
    /// How figures and dates are written.
    pub pen: &'a Pen,
}

impl<'a> Voice<'a> {
    /// The voice of an outlook.
    pub fn of(outlook: &Outlook<'a>, pen: &'a Pen) -> Self {
        let service = &outlook.facts.service;
        Self { service: &service.name, unit: &service.unit, actions: outlook.actions, pen }
    }

    pub(super) fn read_amount(&self, text: &str) -> Result<Credits, Refusal> {
        words::read_amount(text, self.pen.decimals, &self.pen.figures).map_err(Refusal::from)
    }
}

pub(super) fn amount(scribe: &mut Scribe<'_>, voice: &Voice<'_>, spot: Spot, value: &mut Credits) {
    if let Some(typed) = scribe.typed(spot, twice(voice.pen.exact(*value)), |text| voice.read_amount(text)) {
        *value = typed;
    }
}

/// An amount that may be left out: "no limit".
pub(super) fn limit(scribe: &mut Scribe<'_>, voice: &Voice<'_>, spot: Spot, value: &mut Option<Credits>) {
    let words = value.map_or_else(|| NO_LIMIT.to_owned(), |limit| voice.pen.exact(limit));
    let read = |text: &str| if is_none(text) { Ok(None) } else { voice.read_amount(text).map(Some) };
    if let Some(typed) = scribe.typed(spot, twice(words), read) {
        *value = typed;
    }
}

const NO_LIMIT: &str = "no limit";

fn is_none(text: &str) -> bool {
    ["", "none", NO_LIMIT].iter().any(|none| text.trim().eq_ignore_ascii_case(none))
}

/// A name that says something.
pub(super) fn name(scribe: &mut Scribe<'_>, spot: Spot, value: &str) -> Option<String> {
    scribe.typed(spot, twice(value.to_owned()), |text| match text.trim() {
        "" => Err(refusal("name_empty", "Type a name.")),
        name => Ok(name.to_owned()),
    })
}

/// What something costs; nothing where it is not known.
pub(super) fn price(scribe: &mut Scribe<'_>, spot: Spot, value: &mut Option<Money>) {
    let shown = value.map(money).unwrap_or_default();
    let words = if shown.is_empty() { "not given".to_owned() } else { shown.clone() };
    if let Some(typed) = scribe.typed(spot, (words, shown), read_money) {
        *value = typed;
    }
}

/// "30 days"; a bare count keeps the unit that stands there.
pub(super) fn interval(scribe: &mut Scribe<'_>, spot: Spot, value: &mut Interval) {
    let now = phrases::interval_text(*value);
    let unit = now.split_once(' ').map_or("days", |(_, unit)| unit).to_owned();
    let read = |text: &str| {
        let counted = text.trim().bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{} {unit}", text.trim()));
        phrases::read_interval(counted.as_deref().unwrap_or(text)).ok_or_else(no_interval)
    };
    if let Some(typed) = scribe.typed(spot, twice(now.clone()), read) {
        *value = typed;
    }
}

fn no_interval() -> Refusal {
    refusal("bad_interval", "Type a count of 1 or more and hours, days, weeks, months or years: 1 month, 30 days.")
}

/// A count of cycles.
pub(super) fn cycles(scribe: &mut Scribe<'_>, spot: Spot, value: &mut u32) {
    let read = |text: &str| {
        let digits = text.trim().trim_end_matches(|letter: char| letter.is_alphabetic() || letter == ' ');
        let count = digits.parse().ok().filter(|count| (1..=120).contains(count));
        count.ok_or_else(|| refusal("bad_cycles", "A number of cycles from 1 to 120, please."))
    };
    if let Some(typed) = scribe.typed(spot, twice(value.to_string()), read) {
        *value = typed;
    }
}

pub(super) fn time(scribe: &mut Scribe<'_>, spot: Spot, value: &mut NaiveTime) {
    let whole = value.second() == 0 && value.nanosecond() == 0;
    let now = value.format(if whole { "%H:%M" } else { "%H:%M:%S%.f" }).to_string();
    if let Some(typed) = scribe.typed(spot, twice(now), |text| words::read_time(text).map_err(Refusal::from)) {
        *value = typed;
    }
}

pub(super) fn zone(scribe: &mut Scribe<'_>, spot: Spot, value: &mut runout_core::Zone) {
    let now = twice(value.name().to_owned());
    if let Some(typed) = scribe.typed_as(TermsKind::Zone, Vec::new(), spot, now, read_zone) {
        *value = typed;
    }
}

/// A date with its year.
pub(super) fn date(scribe: &mut Scribe<'_>, voice: &Voice<'_>, spot: Spot, value: &mut Day) {
    let now = (Pen::day_and_year(*value), value.format("%F").to_string());
    let read = |text: &str| words::read_day(text, voice.pen.today, Lean::Past).map_err(Refusal::from);
    if let Some(typed) = scribe.typed(spot, now, read) {
        *value = typed;
    }
}

/// The day of the month, "15th"; January has every one.
pub(super) fn day_of_month(scribe: &mut Scribe<'_>, spot: Spot, value: &mut Day) {
    let day = value.day().to_string();
    let read = super::super::plan::read_day_of_month;
    if let Some(typed) = scribe.typed(spot, (super::super::plan::ordinal(&day), day), read) {
        let in_january = Day::from_ymd_opt(value.year(), 1, typed);
        *value = value.with_day(typed).or(in_january).unwrap_or(*value);
    }
}

/// A cap: an amount, or a multiple of the allotment.
pub(super) fn cap(scribe: &mut Scribe<'_>, voice: &Voice<'_>, spot: Spot, value: &mut Cap) {
    let now = match value {
        Cap::Credits(credits) => twice(voice.pen.exact(*credits)),
        Cap::Allotments(Ratio::WHOLE) => ("the allotment".to_owned(), "1 x allotment".to_owned()),
        Cap::Allotments(ratio) => {
            (format!("{} × the allotment", phrases::ratio_text(*ratio)), phrases::allotments_text(*ratio))
        }
    };
    if let Some(typed) = scribe.typed(spot, now, |text| read_cap(text, voice)) {
        *value = typed;
    }
}

/// "56,000", "2 x allotment", "2x", "half the allotment" as "1/2 x allotment".
fn read_cap(text: &str, voice: &Voice<'_>) -> Result<Cap, Refusal> {
    let plain = text.trim().to_lowercase().replace('×', "x").replace("half", "1/2");
    let of_allotment = plain.strip_suffix("allotment").map(|head| head.trim_end().trim_end_matches("the").trim_end());
    let Some(times) = of_allotment.or_else(|| plain.ends_with('x').then_some(plain.as_str())) else {
        return voice.read_amount(text).map(Cap::Credits);
    };
    let times = times.trim_end_matches('x').trim();
    let ratio = phrases::read_ratio(if times.is_empty() { "1" } else { times });
    ratio.map(Cap::Allotments).ok_or_else(|| {
        refusal("bad_cap", "Type an amount, or a multiple of the allotment: 2 x allotment, 1/2 x allotment.")
    })
}

/// The share of what is left that is kept: "1/2", or all of it.
pub(super) fn share(scribe: &mut Scribe<'_>, spot: Spot, value: &mut Ratio) {
    let now = if *value == Ratio::WHOLE { "all".to_owned() } else { phrases::ratio_text(*value) };
    let read = |text: &str| match text.trim().to_lowercase().as_str() {
        "all" | "" => Ok(Ratio::WHOLE),
        "half" => Ok(Ratio { parts: 1, of: 2 }),
        text => read_share(text)
            .filter(|ratio| ratio.parts <= ratio.of)
            .ok_or_else(|| refusal("bad_share", "Type a part of a whole, such as 1/2 or 50 %, or “all”.")),
    };
    if let Some(typed) = scribe.typed(spot, twice(now), read) {
        *value = typed;
    }
}

fn read_share(text: &str) -> Option<Ratio> {
    match text.strip_suffix('%') {
        Some(percent) => Some(Ratio { parts: percent.trim().parse().ok()?, of: 100 }),
        None => phrases::read_ratio(text),
    }
}

/// One of the terms' pots.
pub(super) fn pot(scribe: &mut Scribe<'_>, spot: Spot, pots: &[PotName], value: &mut PotName) {
    let choices = names(pots);
    let read = |text: &str| named(pots, text);
    if let Some(typed) = scribe.typed_as(TermsKind::Chosen, choices, spot, twice(value.0.clone()), read) {
        *value = typed;
    }
}

/// Several of the terms' pots; none of them where nothing is typed and that means something.
pub(super) fn several_pots(
    scribe: &mut Scribe<'_>,
    spot: Spot,
    pots: &[PotName],
    none: &'static str,
    value: &mut Vec<PotName>,
) {
    let listed: Vec<_> = value.iter().map(|pot| pot.0.clone()).collect();
    let read = |text: &str| {
        items(text).filter(|item| !item.eq_ignore_ascii_case(none)).map(|item| named(pots, item)).collect()
    };
    if let Some(typed) = scribe.typed_as(TermsKind::Names, names(pots), spot, list(&listed, none), read) {
        *value = typed;
    }
}

fn names(pots: &[PotName]) -> Vec<TermsChoice> {
    pots.iter().map(|pot| choice(&pot.0, &pot.0)).collect()
}

fn named(pots: &[PotName], text: &str) -> Result<PotName, Refusal> {
    let exact = pots.iter().find(|pot| pot.0 == text.trim());
    let found = exact.or_else(|| pots.iter().find(|pot| pot.0.eq_ignore_ascii_case(text.trim())));
    found.cloned().ok_or_else(|| {
        let all: Vec<_> = pots.iter().map(|pot| pot.0.as_str()).collect();
        refusal(
            "no_such_pot",
            format!("There is no pot “{}” in these terms. There are: {}.", text.trim(), all.join(", ")),
        )
    })
}

/// The actions that a pot pays for; everything where none is named.
pub(super) fn actions(
    scribe: &mut Scribe<'_>,
    voice: &Voice<'_>,
    spot: Spot,
    none: &'static str,
    value: &mut Vec<String>,
) {
    let shown: Vec<_> = value.iter().map(|id| name_of(voice.actions, id)).collect();
    let choices =
        voice.actions.iter().filter(|action| !action.hidden).map(|one| choice(&one.name, &one.name)).collect();
    let read = |text: &str| {
        let named = items(text).filter(|item| !item.eq_ignore_ascii_case(none));
        Ok(named.map(|item| id_of(voice.actions, item)).collect())
    };
    if let Some(typed) = scribe.typed_as(TermsKind::Names, choices, spot, list(&shown, none), read) {
        *value = typed;
    }
}

fn name_of(actions: &[Action], id: &str) -> String {
    let found = actions.iter().find(|action| action.id.0.eq_ignore_ascii_case(id));
    found.map_or_else(|| id.to_owned(), |action| action.name.clone())
}

/// The id of a named action; one that the book does not know yet stays as it was typed.
fn id_of(actions: &[Action], name: &str) -> String {
    let found = actions.iter().find(|action| action.name.eq_ignore_ascii_case(name));
    found.map_or_else(|| name.to_owned(), |action| action.id.0.clone())
}

/// The allotments of a scale, or none.
pub(super) fn amounts(
    scribe: &mut Scribe<'_>,
    voice: &Voice<'_>,
    spot: Spot,
    none: &'static str,
    value: &mut Vec<Credits>,
) {
    let shown: Vec<_> = value.iter().map(|one| voice.pen.exact(*one)).collect();
    let now = if shown.is_empty() { (none.to_owned(), String::new()) } else { twice(shown.join(" / ")) };
    let read = |text: &str| {
        let steps = text.split(['/', ';']).map(str::trim).filter(|step| !step.is_empty());
        steps.filter(|step| !step.eq_ignore_ascii_case(none)).map(|step| voice.read_amount(step)).collect()
    };
    if let Some(typed) = scribe.typed(spot, now, read) {
        *value = typed;
    }
}

/// A place in the burn order.
pub(super) fn rank(scribe: &mut Scribe<'_>, spot: Spot, value: &mut u16) {
    let read = |text: &str| {
        text.trim()
            .parse()
            .map_err(|_| refusal("bad_rank", "Type a whole number from 0 to 65535; the lowest pays first."))
    };
    if let Some(typed) = scribe.typed(spot, twice(value.to_string()), read) {
        *value = typed;
    }
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn list(names: &[String], none: &str) -> (String, String) {
    if names.is_empty() { (none.to_owned(), String::new()) } else { twice(names.join(", ")) }
}

/// What stands in the sentence is what is typed.
fn twice(text: String) -> (String, String) {
    (text.clone(), text)
}

/// An interval of one.
pub(super) const fn each(of: IntervalUnit) -> Interval {
    Interval { count: 1, of }
}

//! The credits of a line: what was typed, against what is usual and what is left.

use super::actions::Fit;
use super::desk::{EntryDesk, Logged};
use super::draft::{Draft, Said, Typed};
use super::finish::AmountKind;
use super::refusal::EntryRefusal;
use crate::actions::{Action, Key};
use crate::credits::Credits;
use crate::price_book::PriceEstimate;
use crate::words::{AmountError, ClockNote, When, exact, moment, plain, time};

/// The credits of a line, and what is remarkable about them.
#[derive(Debug)]
pub(super) struct Weighed {
    pub(super) credits: Credits,
    pub(super) kind: AmountKind,
    pub(super) check: Option<Credits>,
    pub(super) derived: bool,
    pub(super) estimate: Option<PriceEstimate>,
    pub(super) unusual: bool,
    pub(super) beyond: Option<Credits>,
    /// Whether the amount is far from usual in all, and usual for each piece.
    pub(super) or_each: bool,
}

/// Weighs a line's credits.
pub(super) fn weigh(
    draft: &Draft<'_>,
    key: Option<&Key>,
    pieces: u32,
    when: When,
    desk: &EntryDesk<'_>,
    logged: Option<&Logged<'_>>,
) -> Result<Weighed, EntryRefusal> {
    whole(draft, key)?;
    let kept = logged.is_some_and(|logged| logged.at == when.at);
    if when.at > desk.now && !kept {
        return Err(EntryRefusal::Future(moment(when.at, desk.zone, desk.today(), &desk.figures)));
    }
    let estimate = key.and_then(|key| desk.prices.estimate(key, pieces));
    let mut weighed = match &draft.amount {
        Some(said) => typed(said, pieces, when, desk, logged)?,
        None => offered(draft, key, estimate.as_ref(), desk)?,
    };
    weighed.remark(estimate, pieces, when, desk);
    Ok(weighed)
}

/// Whether enough was typed to make a spend.
fn whole(draft: &Draft<'_>, key: Option<&Key>) -> Result<(), EntryRefusal> {
    let named = key.is_some() || draft.new_name.is_some();
    match draft.settings.values().next() {
        Some(setting) if !named => Err(EntryRefusal::SettingOfNothing(setting.text.clone())),
        _ if named || draft.amount.is_some() => Ok(()),
        _ if draft.chips.is_empty() => Err(EntryRefusal::Empty),
        _ => Err(EntryRefusal::NothingSpent),
    }
}

fn typed(
    said: &Said<Typed>,
    pieces: u32,
    when: When,
    desk: &EntryDesk<'_>,
    logged: Option<&Logged<'_>>,
) -> Result<Weighed, EntryRefusal> {
    match said.value {
        Typed::InAll(credits) => Ok(Weighed::new(credits, AmountKind::InAll)),
        Typed::Estimated(credits) => Ok(Weighed::new(credits, AmountKind::Estimated)),
        Typed::Each(each) => Ok(Weighed::new(times(each, pieces, said, desk)?, AmountKind::Each)),
        Typed::Balance(_) if when.at != desk.now || logged.is_some() => {
            Err(EntryRefusal::BalanceDated(said.text.clone()))
        }
        Typed::Balance(shown) => from_balance(shown, desk),
    }
}

fn times(each: Credits, pieces: u32, said: &Said<Typed>, desk: &EntryDesk<'_>) -> Result<Credits, AmountError> {
    let all = each.units().checked_mul(pieces.into()).and_then(|units| Credits::new(units).ok());
    all.ok_or_else(|| AmountError::TooLarge {
        text: said.text.clone(),
        most: exact(Credits::MAX, desk.decimals, &desk.figures),
    })
}

fn from_balance(shown: Credits, desk: &EntryDesk<'_>) -> Result<Weighed, EntryRefusal> {
    if desk.computed.is_negative() {
        let beyond = Credits::ZERO.minus(desk.computed).unwrap_or(Credits::MAX);
        let beyond = exact(beyond, desk.decimals, &desk.figures);
        return Err(EntryRefusal::BalanceOverdrawn { beyond, typed: plain(shown, desk.decimals) });
    }
    let took = desk.computed.minus(shown).unwrap_or(Credits::MAX);
    if took.is_negative() {
        let figure = |amount| exact(amount, desk.decimals, &desk.figures);
        let (computed, typed) = (figure(desk.computed), plain(shown, desk.decimals));
        return Err(EntryRefusal::BalanceAbove { shown: figure(shown), computed, typed });
    }
    let weighed = Weighed::new(took, AmountKind::FromBalance);
    Ok(Weighed { check: Some(shown), derived: !desk.just_checked, ..weighed })
}

/// The estimate, as it is offered.
fn offered(
    draft: &Draft<'_>,
    key: Option<&Key>,
    estimate: Option<&PriceEstimate>,
    desk: &EntryDesk<'_>,
) -> Result<Weighed, EntryRefusal> {
    let Some(estimate) = estimate else {
        let known = key.and_then(|key| desk.actions.iter().find(|action| action.id == key.action));
        let name = known.map(|action| action.name.clone()).or_else(|| draft.new_name.clone());
        return Err(EntryRefusal::NoPrice { name: name.unwrap_or_default() });
    };
    Ok(Weighed::new(desk.credits_of(estimate.offered()), AmountKind::Offered))
}

impl Weighed {
    fn new(credits: Credits, kind: AmountKind) -> Self {
        Self {
            credits,
            kind,
            check: None,
            derived: false,
            estimate: None,
            unusual: false,
            beyond: None,
            or_each: false,
        }
    }

    fn remark(&mut self, estimate: Option<PriceEstimate>, pieces: u32, when: When, desk: &EntryDesk<'_>) {
        let units = desk.units_of(self.credits);
        let said = matches!(self.kind, AmountKind::InAll | AmountKind::Each | AmountKind::FromBalance);
        if let Some(estimate) = estimate.as_ref().filter(|_| said && !self.credits.is_zero()) {
            self.unusual = estimate.is_unusual(units);
            let each = |whole: f64| whole / f64::from(pieces);
            let usual_each = (each(estimate.low) * 0.98..=each(estimate.high) * 1.02).contains(&units);
            self.or_each = self.kind == AmountKind::InAll && pieces > 1 && self.unusual && usual_each;
        }
        let left = desk.computed.max(Credits::ZERO);
        let counts = desk.last_check.is_none_or(|check| check <= when.at);
        self.beyond = self.credits.minus(left).ok().filter(|beyond| counts && *beyond > Credits::ZERO);
        self.estimate = estimate;
    }

    /// The quieter half of the amount's chip.
    pub(super) fn rest(&self, draft: &Draft<'_>, desk: &EntryDesk<'_>) -> String {
        let all = || exact(self.credits, desk.decimals, &desk.figures);
        match self.kind {
            AmountKind::InAll if self.or_each => "in all, or each?".to_owned(),
            AmountKind::InAll if draft.count.is_some() => "in all".to_owned(),
            AmountKind::Each => format!("each, {} in all", all()),
            AmountKind::FromBalance => format!("left, so this took {}", all()),
            AmountKind::Estimated => "estimated".to_owned(),
            AmountKind::InAll | AmountKind::Offered => String::new(),
        }
    }
}

/// "or Tab for Veo 3 Fast", where a part of a name may mean several.
pub(super) fn unsure(draft: &Draft<'_>) -> String {
    other(draft).map(|other| format!("or Tab for {}", other.name)).unwrap_or_default()
}

/// The next best action that the words may mean; none where a whole name was typed.
pub(super) fn other<'a>(draft: &Draft<'a>) -> Option<&'a Action> {
    let unsure = draft.found.as_ref().filter(|found| found.fit != Fit::Whole)?;
    unsure.ranked.get(1).copied()
}

/// What a wall clock did at the typed time; for a time alone, its day.
pub(super) fn clock(draft: &Draft<'_>, when: When, desk: &EntryDesk<'_>) -> String {
    let meant = || time(crate::words::local(when.at, desk.zone).time(), &desk.figures);
    match when.clock {
        ClockNote::Skipped => format!("the clocks skipped it: {} is meant", meant()),
        ClockNote::Twice => "came twice that night: the first is meant".to_owned(),
        ClockNote::Plain if draft.day.is_none() => "today".to_owned(),
        ClockNote::Plain => String::new(),
    }
}

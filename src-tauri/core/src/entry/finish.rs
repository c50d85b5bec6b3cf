//! A line weighed as a whole: what would be saved, or why it cannot be.

use std::collections::BTreeMap;

use super::chip::{Chip, ChipKind, measure};
use super::desk::{EntryDesk, Logged};
use super::draft::{Draft, Typed};
use super::inverse::LineWhen;
use super::refusal::EntryRefusal;
use super::weigh::{self, Weighed};
use crate::Instant;
use crate::actions::{Key, Kind};
use crate::credits::Credits;
use crate::facts::{Spend, SpendState};
use crate::price_book::PriceEstimate;
use crate::words::{ClockNote, When, exact, moment, plain, when_at};

/// A line, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What was understood, in the order typed; what nothing was typed for comes last.
    pub chips: Vec<Chip>,
    /// What would be saved, or why it cannot be.
    pub reading: Result<Reading, EntryRefusal>,
    /// What one key would change, where something is unsure.
    pub swap: Option<Swap>,
}

/// Another reading of the line, one key away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// "Veo 3 Fast", "5,400 each".
    pub words: String,
    /// The line that means it.
    pub line: String,
}

/// What a line would save.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The spend. Its key is none where only an amount was typed, and where the action is new.
    pub spend: Spend,
    /// The action that has to be added first.
    pub new_action: Option<NewAction>,
    /// When it was.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// Whether all of it came back.
    pub refunded: bool,
    /// What the service shows after it, where that was typed: a balance check that belongs to the spend.
    pub check: Option<Credits>,
    /// How the credits were said.
    pub amount: AmountKind,
    /// What the whole line usually takes, where that is known.
    pub estimate: Option<PriceEstimate>,
    /// Whether a typed figure lies outside the 98 % range.
    pub unusual: bool,
    /// Whether the amount, meant in all, is unusual, and would be usual for each piece.
    pub or_each: bool,
    /// How much more it takes than is left, where it does.
    pub beyond: Option<Credits>,
}

/// An action that the catalogue does not have yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// Its name.
    pub name: String,
    /// What comes out of it, by its settings.
    pub kind: Kind,
    /// The settings of this spend.
    pub settings: BTreeMap<String, String>,
}

/// How a line's credits were said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountKind {
    /// What the whole line took.
    InAll,
    /// What each piece took.
    Each,
    /// By the balance after it.
    FromBalance,
    /// Not: the estimate is offered.
    Offered,
    /// As an estimate (`~165`).
    Estimated,
}

/// Weighs what was gathered.
pub(super) fn finish(text: &str, draft: Draft<'_>, desk: &EntryDesk<'_>, logged: Option<&Logged<'_>>) -> Line {
    let mut draft = draft;
    let when = when_of(&draft, desk, logged);
    let key = key_of(&draft);
    let pieces = draft.count.as_ref().map_or(1, |count| count.value);
    let weighed = match draft.refusal.take() {
        Some(refusal) => Err(refusal),
        None => weigh::weigh(&draft, key.as_ref(), pieces, when, desk, logged),
    };
    let swap = swap(text, &draft, weighed.as_ref().ok(), desk);
    let mut chips = std::mem::take(&mut draft.chips);
    annotate(&mut chips, &draft, when, weighed.as_ref().ok(), desk);
    measure(text, &mut chips);
    let reading = weighed.map(|weighed| reading(&draft, key, pieces, when, weighed, logged));
    Line { chips, reading, swap }
}

fn key_of(draft: &Draft<'_>) -> Option<Key> {
    let found = draft.found.as_ref().and_then(|found| found.ranked.first()).map(|action| action.id.clone());
    let action = draft.action_id.clone().or(found)?;
    Some(Key { action, settings: settings_of(draft) })
}

fn settings_of(draft: &Draft<'_>) -> BTreeMap<String, String> {
    draft.settings.iter().map(|(name, said)| (name.clone(), said.value.clone())).collect()
}

/// When the line says that it was; a time that was not changed in an edit is the logged instant itself.
fn when_of(draft: &Draft<'_>, desk: &EntryDesk<'_>, logged: Option<&Logged<'_>>) -> When {
    let (day, time) = (draft.day.as_ref().map(|said| said.value), draft.time.as_ref().map(|said| said.value));
    let unchanged = |logged: &&Logged<'_>| {
        let shown = LineWhen::of(logged.at, logged.date_only, desk.zone);
        (Some(shown.day), shown.time) == (day, time)
    };
    match logged.filter(unchanged) {
        Some(logged) => When { at: logged.at, date_only: logged.date_only, clock: ClockNote::Plain },
        None => when_at(day, time, desk.now, desk.zone, crate::words::NOON),
    }
}

fn reading(
    draft: &Draft<'_>,
    key: Option<Key>,
    count: u32,
    when: When,
    weighed: Weighed,
    logged: Option<&Logged<'_>>,
) -> Reading {
    let new_action = draft.new_name.clone().filter(|_| key.is_none()).map(|name| {
        let settings = settings_of(draft);
        NewAction { name, kind: kind_of(&settings), settings }
    });
    let still_derived = logged.is_some_and(|logged| logged.spend.derived && logged.spend.credits == weighed.credits);
    let spend = Spend {
        key,
        count,
        credits: weighed.credits,
        estimated: matches!(weighed.kind, AmountKind::Offered | AmountKind::Estimated),
        derived: weighed.derived || still_derived,
        tags: draft.tags.clone(),
        note: draft.note(),
        state: state_of(draft),
        verdict: draft.verdict.as_ref().map(|said| said.value),
    };
    Reading {
        spend,
        new_action,
        at: when.at,
        date_only: when.date_only,
        refunded: draft.refunded,
        check: weighed.check,
        amount: weighed.kind,
        unusual: weighed.unusual,
        or_each: weighed.or_each,
        beyond: weighed.beyond,
        estimate: weighed.estimate,
    }
}

/// What is only held yet has nothing to come back.
const fn state_of(draft: &Draft<'_>) -> SpendState {
    match (draft.reserved, draft.refund_expected) {
        (true, _) => SpendState::Reserved,
        (false, true) => SpendState::RefundExpected,
        (false, false) => SpendState::Charged,
    }
}

fn kind_of(settings: &BTreeMap<String, String>) -> Kind {
    let has = |names: &[&str]| names.iter().any(|name| settings.contains_key(*name));
    if has(&["seconds", "audio", "resolution"]) {
        Kind::Video
    } else if has(&["refs", "styled"]) {
        Kind::Image
    } else {
        Kind::Other
    }
}

/// The other action that the words may mean, or the amount for each piece.
fn swap(text: &str, draft: &Draft<'_>, weighed: Option<&Weighed>, desk: &EntryDesk<'_>) -> Option<Swap> {
    let with = |from: usize, to: usize, put: &str| Some(format!("{}{put}{}", text.get(..from)?, text.get(to..)?));
    if let Some(said) = draft.amount.as_ref().filter(|_| weighed.is_some_and(|weighed| weighed.or_each)) {
        let Typed::InAll(amount) = said.value else { return None };
        let line = with(said.from, said.to, &format!("@{}", plain(amount, desk.decimals)))?;
        return Some(Swap { words: format!("{} each", exact(amount, desk.decimals, &desk.figures)), line });
    }
    let other = weigh::other(draft)?;
    let (from, to) = draft.action_at?;
    Some(Swap { words: other.name.clone(), line: with(from, to, &other.name)? })
}

/// The quieter halves of the chips, and the chips that nothing was typed for.
fn annotate(chips: &mut Vec<Chip>, draft: &Draft<'_>, when: When, weighed: Option<&Weighed>, desk: &EntryDesk<'_>) {
    for chip in chips.iter_mut() {
        match chip.kind {
            ChipKind::Action => chip.rest = weigh::unsure(draft),
            ChipKind::NewAction => chip.rest = "is new. Enter adds it.".to_owned(),
            ChipKind::Credits | ChipKind::Balance => {
                chip.rest = weighed.map(|w| w.rest(draft, desk)).unwrap_or_default()
            }
            ChipKind::When => chip.rest = weigh::clock(draft, when, desk),
            _ => {}
        }
    }
    if draft.day.is_none() && draft.time.is_none() {
        let now = moment(when.at, desk.zone, desk.today(), &desk.figures);
        chips.push(Chip::untyped(ChipKind::When, "now".to_owned(), now));
    }
    if let Some(offered) = weighed.filter(|weighed| weighed.kind == AmountKind::Offered) {
        let figure = format!("≈ {}", exact(offered.credits, desk.decimals, &desk.figures));
        chips.push(Chip::untyped(ChipKind::Offered, figure, "offered, type over it".to_owned()));
    }
}

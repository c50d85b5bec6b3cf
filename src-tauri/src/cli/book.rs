//! `init`, `presets`, `sample`: a book to begin with.

use chrono::{Days, NaiveDateTime, NaiveTime};
use runout_book::{Answers, NewBook, Preset, preset, presets};
use runout_core::words::{self, Lean, WhenError};
use runout_core::{Day, Instant, Zone};

use super::changes::changed;
use super::reply::Reply;
use super::status::status;
use super::table::Table;
use super::words::Init;
use crate::clock;
use crate::desk::Desk;
use crate::locale;
use crate::refusal::refusal;
use crate::views::{first_run, plan};
use crate::wire::{self, Refusal};

/// `presets`.
pub(super) fn list() -> Reply {
    let figures = locale::for_core(&locale::automatic());
    let mut table = Table::new(&["Preset", "Service", "Tier", ">Allotment", "Unit", "How often"]);
    for preset in presets() {
        let Preset { id, service, tier, unit, .. } = preset;
        let allotment = words::exact(preset.allotment, preset.decimals, &figures);
        let often = preset.cadence.word().to_owned();
        table.row([id.clone(), service.clone(), tier.clone(), allotment, unit.clone(), often]);
    }
    let presets = presets().iter().map(first_run::one).collect();
    Reply::new(&wire::Presets { presets }, table.to_string())
}

/// `init`.
pub(super) fn init(desk: &mut Desk, typed: &Init) -> Result<Reply, Refusal> {
    let new = typed_book(desk, typed)?;
    desk.create(&new)?;
    let reply = status(desk, None)?;
    Ok(match desk.book()?.nearest() {
        Some(nearest) => reply.and(nearest),
        None => reply,
    })
}

/// What a service begins with, as it was typed.
pub(super) fn typed_book(desk: &Desk, typed: &Init) -> Result<NewBook, Refusal> {
    let preset = preset(&typed.preset).ok_or_else(|| no_such_preset(&typed.preset))?;
    let zone = typed.zone.as_deref().map_or_else(|| Ok(clock::zone()), plan::read_zone)?;
    let now = desk.clock().now(zone);
    let mut new = preset.book(&answers(preset, typed, now, zone)?, now).map_err(first_run::of_preset)?;
    if let Some(name) = &typed.name {
        name.trim().clone_into(&mut new.service.name);
    }
    Ok(new)
}

/// `sample`.
pub(super) fn sample(desk: &mut Desk) -> Result<Reply, Refusal> {
    let told = desk.make_sample()?;
    changed(desk, &told)
}

fn answers(preset: &Preset, typed: &Init, now: Instant, zone: Zone) -> Result<Answers, Refusal> {
    let figures = locale::for_core(&locale::automatic());
    let left = typed.left.as_deref().map(|text| words::read_balance(text, preset.decimals, &figures)).transpose();
    Ok(Answers {
        left: left.map_err(|error| Refusal::from(error).at("left"))?,
        allotment: None,
        renews: typed.renews.as_deref().map(|text| read_renewal(text, now, zone)).transpose()?,
        anchor_day: typed.anchor_day,
        zone,
    })
}

/// The next renewal on the wall clock: a day that is to come, with a time where one was typed.
fn read_renewal(text: &str, now: Instant, zone: Zone) -> Result<NaiveDateTime, Refusal> {
    let refused = |error| Refusal::from(error).at("renews");
    let today = words::local(now, zone).date();
    let (day, time) = match text.trim().rsplit_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => (day, words::read_time(time).map_err(refused)?),
        _ => (text, NaiveTime::MIN),
    };
    match words::read_day(day, today, Lean::Future) {
        Err(error @ WhenError::NotADate(_)) => Err(not_ahead(&error, day, today)),
        day => Ok(day.map_err(refused)?.and_time(time)),
    }
}

/// The examples of a day that has been would only be refused again.
fn not_ahead(error: &WhenError, typed: &str, today: Day) -> Refusal {
    let ahead = today + Days::new(20);
    let words =
        format!("{} is not a date to come: type fri, {} or {ahead}.", words::quoted(typed), ahead.format("%-d %b"));
    refusal(error.code(), words).at("renews")
}

fn no_such_preset(name: &str) -> Refusal {
    let words = format!("There is no preset {}. `runout presets` lists them.", words::quoted(name));
    refusal("no_such_preset", words).at("preset")
}

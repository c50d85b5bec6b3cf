//! The first run: what can be chosen, and the answer that lives under the three fields.

use runout_book::{Answers, NewBook, Preset, PresetCadence, PresetError, preset, presets};
use runout_core::actions::{Action, Kind};
use runout_core::calendar;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{ChangeMode, Check, Entry, EntryId, Fact, Facts, TermsVersion};
use runout_core::forecast::ForecastAsk;
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::words::{self, Figures, Lean};
use runout_core::{Instant, Zone};

use super::pen::{Pen, date, spans};
use super::plan::{main_pot, read_day_of_month, read_zone};
use crate::clock;
use crate::locale;
use crate::refusal::refusal;
use crate::wire::{self, FirstRun, FirstRunAnswer, FirstRunView, Refusal};

/// What can be chosen.
pub fn first_run(now: Instant, figures: wire::Figures, look: wire::Look) -> FirstRunView {
    let zone = clock::zone();
    FirstRunView {
        presets: presets().iter().map(one).collect(),
        zone: zone.name().to_owned(),
        zones: zones(),
        figures,
        look,
        today: date(calendar::day_of(now, zone)),
    }
}

/// A preset, as it is promised.
pub fn one(preset: &Preset) -> wire::Preset {
    #[expect(clippy::cast_precision_loss, reason = "amounts stay below 10^15, which a double holds exactly")]
    let allotment = preset.allotment.units() as f64 / preset.decimals.scale() as f64;
    wire::Preset {
        id: preset.id.clone(),
        service: preset.service.clone(),
        tier: preset.tier.clone(),
        allotment,
        unit: preset.unit.clone(),
        cadence: preset.cadence.word().to_owned(),
        nearest: preset.nearest.clone(),
    }
}

/// Every zone's name.
pub fn zones() -> Vec<String> {
    chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name().to_owned()).collect()
}

/// The book that the answers make.
///
/// # Errors
/// What is wrong, at its field: every field that is wrong, not the first one only.
pub fn new_book(typed: &FirstRun, now: Instant) -> Result<NewBook, Vec<Refusal>> {
    let figures = locale::for_core(&locale::automatic());
    let named = typed.service.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let own = Preset::own(named.unwrap_or("My service"));
    let preset = typed.preset.as_deref().and_then(preset).unwrap_or(&own);
    let (mut refusals, mut zone) = (Vec::new(), Zone::UTC);
    match read_zone(&typed.zone) {
        Ok(read) => zone = read,
        Err(refusal) => refusals.push(refusal),
    }
    let mut amount = |text: &str, field: &str| {
        let read = words::read_amount(text, preset.decimals, &figures);
        read.map_err(|error| refusals.push(Refusal::from(error).at(field))).ok()
    };
    let (left, allotment) = (amount(&typed.left, "left"), amount(&typed.allotment, "allotment"));
    let today = calendar::day_of(now, zone);
    let renewal =
        renewal(&typed.day, preset.cadence, today).map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let answers = Answers { left, allotment, renews: renewal.renews, anchor_day: renewal.anchor_day, zone };
    let mut new = preset.book(&answers, now).map_err(|error| vec![of_preset(error)])?;
    named.unwrap_or(&preset.service).clone_into(&mut new.service.name);
    Ok(new)
}

/// When it renews, as it was typed.
#[derive(Default)]
struct Renewal {
    renews: Option<chrono::NaiveDateTime>,
    anchor_day: Option<u32>,
}

/// A day of the month for a monthly plan, a date for any other that renews by the calendar.
fn renewal(text: &str, cadence: PresetCadence, today: runout_core::Day) -> Result<Renewal, Refusal> {
    match cadence {
        PresetCadence::Once | PresetCadence::Daily => Ok(Renewal::default()),
        PresetCadence::Monthly => Ok(Renewal { anchor_day: Some(read_day_of_month(text)?), renews: None }),
        PresetCadence::Yearly => {
            let day = words::read_day(text, today, Lean::Future).map_err(|error| Refusal::from(error).at("day"))?;
            Ok(Renewal { renews: Some(day.and_time(chrono::NaiveTime::MIN)), anchor_day: None })
        }
    }
}

/// Why these answers make no book, in the window's words.
pub fn of_preset(error: PresetError) -> Refusal {
    match error {
        PresetError::NoSuchDay => refusal("bad_day", "A day from 1 to 31, please.").at("day"),
        PresetError::RenewsInThePast => {
            refusal("renews_in_the_past", "The next renewal lies ahead: type a later day.").at("day")
        }
        PresetError::RenewsTooFar => {
            refusal("renews_too_far", "The next renewal is at most one cycle away: type an earlier day.").at("day")
        }
        PresetError::NeverRenews => {
            refusal("never_renews", "This plan grants once and never renews: leave the renewal out.").at("day")
        }
        PresetError::AnotherDay(day) => refusal(
            "another_day",
            format!("A renewal on that date is not counted from day {day}: type one or the other."),
        )
        .at("day"),
        PresetError::AllotmentBelowNothing => refusal("amount_negative", "An allotment is 0 or more.").at("allotment"),
    }
}

/// The answer under the fields.
pub fn answer(typed: &FirstRun, now: Instant) -> FirstRunAnswer {
    let figures = locale::for_core(&locale::automatic());
    let told = new_book(typed, now).and_then(|new| told(&new, now, figures).map_err(|refusal| vec![refusal]));
    told.unwrap_or_else(|refusals| FirstRunAnswer { refusals, ..nothing(now) })
}

fn nothing(now: Instant) -> FirstRunAnswer {
    FirstRunAnswer {
        refusals: Vec::new(),
        sentence: Vec::new(),
        second: Vec::new(),
        cycle_start: None,
        renewal: None,
        now: wall(now, clock::zone()),
        left: None,
        allotment: None,
        even_text: None,
    }
}

fn told(new: &NewBook, now: Instant, figures: Figures) -> Result<FirstRunAnswer, Refusal> {
    let facts = facts(new, now);
    // Only the calendar and the even pace are asked: one replay is enough.
    let ask = ForecastAsk { paths: 1, ..ForecastAsk::default() };
    let outlook = Outlook::of(&facts, &new.actions, now, figures, &ask)?;
    let pen = Pen::of(&outlook);
    let grant = main_pot(&new.terms).and_then(|pot| pot.grant.as_ref());
    let allotment = grant.map_or(Credits::ZERO, |grant| grant.amount);
    let left = new.left.unwrap_or(allotment);
    let renewal = outlook.renewal();
    Ok(FirstRunAnswer {
        sentence: spans(&sentence(left, &outlook, &pen)),
        second: spans(&second(left, allotment, &new.actions, &pen)),
        cycle_start: renewal.map(|_| wall(new.service.start, pen.zone)),
        renewal: renewal.map(|at| wall(at, pen.zone)),
        now: wall(now, pen.zone),
        left: Some(pen.amount(left)),
        allotment: Some(pen.amount(allotment)),
        even_text: outlook.even_pace().map(|even| format!("even pace, {} a day", pen.exact(even))),
        ..nothing(now)
    })
}

/// The facts of the book that would be made: its terms, and what the service shows as a check at now.
fn facts(new: &NewBook, now: Instant) -> Facts {
    let first = TermsVersion { from: new.service.start, terms: new.terms.clone(), mode: ChangeMode::Full };
    let check = |shown| Fact::Check(Check { shown, pot: None, of_spend: None });
    let check = new.left.map(|shown| Entry { id: EntryId(1), at: now, date_only: false, fact: check(shown) });
    Facts { service: new.service.clone(), terms: vec![first], entries: check.into_iter().collect(), marks: Vec::new() }
}

/// "22,600 left, and 23 days to the renewal on Tue 15 Dec. An even pace is 982 a day."
fn sentence(left: Credits, outlook: &Outlook<'_>, pen: &Pen) -> Text {
    let text = Text::default().fact(format!("{} left", pen.exact(left)));
    let ahead = outlook.renewal().zip(outlook.days_to_renewal()).zip(outlook.even_pace());
    let Some(((renewal, days), even)) = ahead else { return text.say(", and no renewal.") };
    let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    text.say(format!(", and {days} to the renewal on {}. An even pace is ", pen.day_of(renewal)))
        .forecast(format!("{} a day", pen.exact(even)))
        .say(".")
}

/// "By the published prices that makes 6 to 25 Veo 3 clips, or 110 to 450 LTXV clips."
fn second(left: Credits, allotment: Credits, actions: &[Action], pen: &Pen) -> Text {
    let more =
        if left > allotment { "More than the plan grants: with top-ups or rollover? Both are fine. " } else { "" };
    let text = Text::default().then(Mark::Quiet, more);
    let clips = actions.iter().filter(|action| action.kind == Kind::Video);
    let priced: Vec<(&Action, f64, f64)> =
        clips.filter_map(|action| action.published.map(|published| (action, published.low, published.high))).collect();
    let dearest = priced.iter().rev().max_by(|one, other| one.2.total_cmp(&other.2));
    let cheapest = priced.iter().min_by(|one, other| one.2.total_cmp(&other.2));
    let (Some(dearest), Some(cheapest)) = (dearest, cheapest) else { return text };
    let makes = |(action, low, high): &(&Action, f64, f64)| {
        let pieces = |price: f64| (pen.amount(left) / price).floor();
        format!("{} {} clips", words::range(pieces(*high), pieces(*low), Decimals::NONE, &pen.figures), action.name)
    };
    text.say(format!("By the published prices that makes {}, or {}.", makes(dearest), makes(cheapest)))
}

/// The wall clock at an instant.
fn wall(at: Instant, zone: Zone) -> String {
    words::local(at, zone).format("%Y-%m-%dT%H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(left: &str, allotment: &str, day: &str) -> FirstRun {
        FirstRun {
            preset: Some("ltx-standard".to_owned()),
            service: None,
            left: left.to_owned(),
            allotment: allotment.to_owned(),
            day: day.to_owned(),
            zone: "Europe/Berlin".to_owned(),
        }
    }

    fn now() -> Instant {
        "2026-11-22T10:00:00Z".parse().unwrap()
    }

    fn said(spans: &[wire::Span]) -> String {
        spans.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn three_figures_are_answered_at_once() {
        let answer = answer(&typed("22600", "28000", "15"), now());
        assert_eq!(answer.refusals, vec![]);
        insta::assert_snapshot!(said(&answer.sentence), @"22,600 left, and 23 days to the renewal on Tue 15 Dec. An even pace is 982 a day.");
        insta::assert_snapshot!(said(&answer.second), @"By the published prices that makes 6 to 25 Veo 3 clips, or 110 to 450 LTXV clips.");
        assert_eq!(answer.cycle_start.as_deref(), Some("2026-11-15T00:00:00"));
        assert_eq!(answer.renewal.as_deref(), Some("2026-12-15T00:00:00"));
    }

    #[test]
    fn every_field_that_is_wrong_says_so() {
        let answer = answer(&FirstRun { zone: "Mars".to_owned(), ..typed("soon", "-5", "32") }, now());
        let words: Vec<String> = answer
            .refusals
            .iter()
            .map(|refusal| format!("{}: {}", refusal.field.as_deref().unwrap_or("-"), refusal.message))
            .collect();
        insta::assert_snapshot!(words.join("\n"), @r#"
        zone: There is no such time zone. Type one such as Europe/Berlin.
        left: “soon” is not an amount: type a figure such as 5400, 5.4k or 3*1800.
        allotment: “-5” is below 0: an amount is 0 or more.
        day: A day from 1 to 31, please.
        "#);
    }

    #[test]
    fn more_than_the_plan_grants_is_fine() {
        let answer = answer(&typed("30,000", "28,000", "15"), now());
        assert!(
            said(&answer.second).starts_with("More than the plan grants: with top-ups or rollover? Both are fine.")
        );
    }
}

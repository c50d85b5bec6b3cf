//! What happened to the plan: renewed early, a renewal at another time, cancelled, paused, resumed.

use runout_book::PlanEvent;
use runout_core::{Day, Instant, calendar, words};

use super::Desk;
use super::lots::read_start;
use super::told::Told;
use crate::refusal::{of_refused, refusal};
use crate::views::pen::Pen;
use crate::views::plan::{PlanChange, change};
use crate::wire::{PlanEventKind, PlanEventPreview, PlanEventTyped, Refusal};

/// Something that happened to the plan, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub event: PlanEvent,
    /// When.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
}

impl Desk {
    /// Reads when something happened to the plan: now where nothing was typed.
    ///
    /// # Errors
    /// A refusal at `on` where it cannot be read.
    pub fn happened(&self, event: PlanEvent, on: Option<&str>) -> Result<Happened, Refusal> {
        let (at, date_only) = read_start(on.unwrap_or_default(), &self.pen()?)?;
        Ok(Happened { event, at, date_only })
    }

    /// Reads which renewal came at another time, and when; without one, the nearest of the schedule, and without a time
    /// the last that was due has not come yet.
    ///
    /// # Errors
    /// A refusal at the word that cannot be read, or where the schedule has no such renewal.
    pub fn shifted(&self, renewal: Option<&str>, to: Option<&str>) -> Result<Happened, Refusal> {
        let pen = self.pen()?;
        let scheduled = self.book()?.scheduled_renewals(pen.now).map_err(|refused| of_refused(&refused, &pen))?;
        let to = to.map(|text| read_instant(text, "to", &pen)).transpose()?.map(|typed| typed.at);
        let renewal = match renewal {
            Some(text) => named(&scheduled, text, &pen)?,
            None => nearest(&scheduled, to, pen.now).ok_or_else(no_renewal)?,
        };
        Ok(Happened { event: PlanEvent::Shift { renewal, to }, at: pen.now, date_only: false })
    }

    /// Reads what happened to the plan, as the window has it typed.
    ///
    /// # Errors
    /// A refusal at `on` or `renewal`.
    pub fn read_event(&self, typed: &PlanEventTyped) -> Result<Happened, Refusal> {
        let said = |text: &'_ str| (!text.trim().is_empty()).then(|| text.to_owned());
        let (on, renewal) = (said(&typed.on), said(&typed.renewal));
        let keep_anchor = typed.keeps_schedule;
        match typed.kind {
            PlanEventKind::Renewed => self.happened(PlanEvent::Renew { keep_anchor }, on.as_deref()),
            PlanEventKind::Paused => self.happened(PlanEvent::Pause, on.as_deref()),
            PlanEventKind::Cancelled => self.happened(PlanEvent::Cancel, on.as_deref()),
            PlanEventKind::Resumed => self.happened(PlanEvent::Resume, on.as_deref()),
            PlanEventKind::NotCome => self.shifted(renewal.as_deref(), None),
            PlanEventKind::CameAt => {
                let on = on.ok_or_else(|| refusal("shift_whereto", "Type when the renewal came.").at("on"))?;
                let came = self.shifted(renewal.as_deref(), Some(&on));
                came.map_err(|refusal| if refusal.field.as_deref() == Some("to") { refusal.at("on") } else { refusal })
            }
        }
    }

    /// What it would do, as the window has it typed; what is wrong with it is part of the answer.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn preview_typed_event(&mut self, typed: &PlanEventTyped) -> Result<PlanEventPreview, Refusal> {
        self.book()?;
        let would = self.read_event(typed).and_then(|happened| self.preview_event(&happened));
        Ok(match would {
            Ok(PlanChange { rows, rewrites, notes: _ }) => PlanEventPreview { refusal: None, rows, rewrites },
            Err(refusal) => PlanEventPreview { refusal: Some(refusal), rows: Vec::new(), rewrites: Vec::new() },
        })
    }

    /// What it would do, next to today's; nothing is saved.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn preview_event(&mut self, happened: &Happened) -> Result<PlanChange, Refusal> {
        let Happened { event, at, .. } = *happened;
        let (now, pen) = (self.now(), self.pen()?);
        // What is reckoned may be some seconds old: what happens now happens then, or it would not show.
        let at = self.outlook(|outlook, _| Ok(at.min(outlook.now)))?;
        let then = self.book()?.with_plan_event(event, at, now).map_err(|refused| of_refused(&refused, &pen))?;
        let since = match event {
            PlanEvent::Shift { renewal, to } => renewal.min(to.unwrap_or(renewal)),
            _ => at,
        };
        self.outlook(|outlook, pen| change(outlook, &then, since, pen))
    }

    /// Notes it.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn note_event(&mut self, happened: &Happened) -> Result<Told, Refusal> {
        let Happened { event, at, date_only } = *happened;
        let change = self.change(|book, now| book.plan_event(event, at, date_only, now))?;
        self.tell_with_left(&change)
    }
}

/// A typed instant, a day of which is its first moment.
struct Typed {
    at: Instant,
    day: Option<Day>,
}

fn read_instant(text: &str, field: &str, pen: &Pen) -> Result<Typed, Refusal> {
    let when = words::read_when(text, pen.now, pen.zone).map_err(|error| Refusal::from(error).at(field))?;
    let day = when.date_only.then(|| pen.date_of(when.at));
    Ok(Typed { at: day.map_or(when.at, |day| calendar::start_of(day, pen.zone)), day })
}

/// The renewal of the schedule that falls on a typed day, or at a typed instant.
fn named(scheduled: &[Instant], text: &str, pen: &Pen) -> Result<Instant, Refusal> {
    let typed = read_instant(text, "renewal", pen)?;
    let on_that_day = |at: &&Instant| typed.day.is_some_and(|day| pen.date_of(**at) == day);
    // One that is none is refused by the journey, which names its neighbours.
    Ok(scheduled.iter().find(on_that_day).copied().unwrap_or(typed.at))
}

fn nearest(scheduled: &[Instant], to: Option<Instant>, now: Instant) -> Option<Instant> {
    match to {
        Some(to) => scheduled.iter().copied().min_by_key(|at| (*at - to).abs()),
        None => scheduled.iter().copied().filter(|at| *at <= now).max(),
    }
}

fn no_renewal() -> Refusal {
    refusal("no_renewal", "No renewal was due since the book began. Type when it comes instead.").at("renewal")
}

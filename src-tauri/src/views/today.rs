//! Today, from the outlook: nothing is reckoned here, only written down for the screen.

use runout_core::forecast::Bands;
use runout_core::grade::KeptLeft;
use runout_core::outlook::{BurnDown, Cell, ChartSpan, Even, Fan, Flag, Outlook, RunOutBar, Step, Term};
use runout_core::{Day, words};

use super::pen::{Pen, date, spans};
use super::promised;
use crate::wire;

/// Today over a span of time; `kept` are the forecasts of the past, to be graded.
pub fn today(outlook: &Outlook<'_>, pen: &Pen, span: wire::ChartSpan, kept: &[KeptLeft]) -> wire::TodayView {
    let sentence = outlook.sentence();
    wire::TodayView {
        status: promised::status(outlook, pen),
        sentence: spans(&sentence.first),
        second: spans(&sentence.second),
        learning: sentence.learning,
        note: sentence.note,
        provenance: outlook.provenance().iter().map(provenance).collect(),
        reckoned: outlook.reckoned().into_iter().chain(outlook.graded(kept)).collect(),
        cells: outlook.cells().iter().map(cell).collect(),
        gap: gap(outlook, pen),
        chart: chart(&outlook.burn_down(chart_span(span)), outlook, pen),
    }
}

fn chart_span(span: wire::ChartSpan) -> ChartSpan {
    match span {
        wire::ChartSpan::Cycle => ChartSpan::Cycle,
        wire::ChartSpan::Months => ChartSpan::Months,
        wire::ChartSpan::Year => ChartSpan::Year,
        wire::ChartSpan::All => ChartSpan::All,
    }
}

fn provenance(term: &Term) -> wire::Provenance {
    wire::Provenance { spans: spans(&term.text), confirmed: term.confirmed, from: term.from.map(date) }
}

fn cell(cell: &Cell) -> wire::Cell {
    wire::Cell {
        head: cell.head.to_owned(),
        figure: spans(&cell.figure),
        lines: cell.lines.iter().map(spans).collect(),
        list: cell.list,
    }
}

fn gap(outlook: &Outlook<'_>, pen: &Pen) -> Option<wire::Gap> {
    let gap = outlook.habit.gap?;
    let last_entry = gap.from - chrono::Days::new(1);
    let words = format!("Nothing logged since {}.", pen.day(last_entry));
    Some(wire::Gap { words, from: date(gap.from), to: date(gap.to) })
}

fn chart(drawn: &BurnDown, outlook: &Outlook<'_>, pen: &Pen) -> wire::Chart {
    wire::Chart {
        from: wall(drawn.from),
        to: wall(drawn.to),
        now: wall(drawn.now),
        allotment: drawn.allotment.map(|allotment| pen.amount(allotment)),
        left: pen.amount(outlook.ledger.left()),
        overdrawn: pen.amount(outlook.ledger.overdrawn()),
        known_from: drawn.known_from.map(wall),
        past: drawn.past.iter().map(|step| self::step(step, pen)).collect(),
        checks: drawn.checks.iter().map(|flag| mark(flag, pen)).collect(),
        days: drawn.days.iter().map(|(day, bands, _)| promised::forecast_day(date(*day), bands, pen)).collect(),
        empty: drawn.days.iter().map(|(_, _, empty)| *empty).collect(),
        renewals: drawn.renewals.iter().map(|fan| renewal(fan, pen)).collect(),
        ends: drawn.ends.iter().map(|flag| mark(flag, pen)).collect(),
        top_ups: drawn.top_ups.iter().map(|flag| mark(flag, pen)).collect(),
        lapses: lapses(drawn, pen),
        even: drawn.even.map(|even| self::even(even, pen)),
        run_out: drawn.run_out.map(|bar| run_out(bar, outlook)),
        dotted: drawn.dotted.iter().map(|day| date(*day)).collect(),
    }
}

/// A time on the wall clock: a day of the chart is as wide as any other, also where the clock changes.
fn wall(at: chrono::NaiveDateTime) -> String {
    at.format("%FT%T").to_string()
}

fn step(step: &Step, pen: &Pen) -> wire::Step {
    wire::Step { at: wall(step.at), left: pen.amount(step.balance), what: step.what.clone() }
}

fn mark(flag: &Flag, pen: &Pen) -> wire::Mark {
    wire::Mark { at: wall(flag.at), amount: pen.amount(flag.amount), words: flag.words.clone() }
}

fn renewal(fan: &Fan, pen: &Pen) -> wire::Renewal {
    let opens = |bands: Bands| [bands.p10, bands.p25, bands.p50, bands.p75, bands.p90].map(|band| pen.amount(band));
    wire::Renewal { at: wall(fan.at), words: fan.words.clone(), opens: fan.opens.map(opens) }
}

fn lapses(drawn: &BurnDown, pen: &Pen) -> Vec<wire::Lapse> {
    let lapse = |flag: &Flag, forecast| wire::Lapse {
        at: wall(flag.at),
        amount: pen.amount(flag.amount),
        words: flag.words.clone(),
        forecast,
    };
    let past = drawn.lapsed.iter().map(|flag| lapse(flag, false));
    past.chain(drawn.will_lapse.iter().map(|flag| lapse(flag, true))).collect()
}

fn even(even: Even, pen: &Pen) -> wire::Even {
    wire::Even { from: wall(even.from), to: wall(even.to), amount: pen.amount(even.amount) }
}

fn run_out(bar: RunOutBar, outlook: &Outlook<'_>) -> wire::ChartRunOut {
    let named = |day: Day| words::day(day, outlook.today());
    wire::ChartRunOut {
        p10: date(bar.early),
        p10_words: named(bar.early),
        p50: bar.middle.map(date),
        p50_words: bar.middle.map(named),
        until: date(bar.until),
    }
}

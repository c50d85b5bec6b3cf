//! The price book: every action, what is published, and what the user's own log teaches.

use std::collections::HashMap;

use runout_core::actions::{Action, Kind};
use runout_core::outlook::{Outlook, Text};
use runout_core::price_book::{PriceChange, PriceEstimate, PriceRow, Score};
use runout_core::words::{self, generation};

use super::line::{exact, span_of, strip};
use super::pen::{Pen, spans};
use crate::wire::{self, PriceChangeView, PricesView, Span, SpanMark, Strip};

/// The price book; `source` says where the published figures come from.
pub fn prices(hidden: bool, source: &str, outlook: &Outlook<'_>, pen: &Pen) -> PricesView {
    let rows = sorted(outlook, hidden);
    let written = rows.iter().zip(firsts(&rows)).map(|((action, row), first)| written(action, row, first, pen));
    let written: Vec<wire::PriceRow> = written.collect();
    PricesView {
        summary: summary(outlook.prices.score(), &rows),
        hidden: u32::try_from(outlook.actions.iter().filter(|action| action.hidden).count()).unwrap_or(u32::MAX),
        axis: axis(&written),
        source: source.to_owned(),
        rows: written,
    }
}

/// The rows, the dearest action first, and the dearest key of each; the hidden ones too, where they are asked for.
pub fn sorted<'a>(outlook: &Outlook<'a>, hidden: bool) -> Vec<(&'a Action, PriceRow)> {
    let of = |row: PriceRow| {
        let action = outlook.actions.iter().find(|action| action.id == row.key.action)?;
        (hidden || !action.hidden).then_some((action, row))
    };
    let mut rows: Vec<(&Action, PriceRow)> = outlook.prices.rows().into_iter().filter_map(of).collect();
    let mid = |row: &PriceRow| row.estimate.as_ref().map_or(0.0, |estimate| estimate.mid);
    rows.sort_by(|(_, one), (_, other)| mid(other).total_cmp(&mid(one)));
    // An action stands where its dearest key stands, its other keys behind it in their order.
    let mut places = HashMap::new();
    for (action, _) in &rows {
        let next = places.len();
        places.entry(&action.id).or_insert(next);
    }
    rows.sort_by_key(|(action, _)| places.get(&action.id).copied());
    rows
}

/// Whether each row is the first of its action.
fn firsts<'a>(rows: &'a [(&Action, PriceRow)]) -> impl Iterator<Item = bool> + 'a {
    (0..rows.len()).map(|at| at == 0 || rows[at - 1].0.id != rows[at].0.id)
}

fn written(action: &Action, row: &PriceRow, first: bool, pen: &Pen) -> wire::PriceRow {
    let nothing = Strip { published: None, range: None, own: Vec::new() };
    wire::PriceRow {
        action: action.id.0.clone(),
        name: action.name.clone(),
        first,
        settings: generation::settings(&row.key),
        published: published(action, pen),
        strip: row.estimate.as_ref().map_or(nothing, strip),
        usually: usually(row.estimate.as_ref(), pen),
        n: row.estimate.as_ref().map_or(0, |estimate| estimate.n),
        last: row.last.map_or_else(dash, |at| words::day_short(pen.date_of(at), pen.today)),
        hidden: action.hidden,
        aliases: action.aliases.clone(),
        kind: kind(action.kind).to_owned(),
        change: row.change.map(|change| moved(action, row, &change, pen)),
    }
}

fn moved(action: &Action, row: &PriceRow, change: &PriceChange, pen: &Pen) -> PriceChangeView {
    PriceChangeView {
        words: spans(&moved_words(action, row, change, pen)),
        use_words: format!("Use {} from then", exact(change.to, pen)),
        settings: row.key.settings.clone(),
    }
}

/// "Nano Banana rose from 49 to 65 since Thu 12 Nov (3 of 3)."
pub fn moved_words(action: &Action, row: &PriceRow, change: &PriceChange, pen: &Pen) -> Text {
    let PriceChange { since, from, to, agreeing } = *change;
    let way = if to > from { "rose" } else { "fell" };
    let day = pen.day(pen.date_of(since));
    Text::default()
        .fact(generation::title(std::slice::from_ref(action), &row.key))
        .say(format!(" {way} from {} to ", exact(from, pen)))
        .fact(exact(to, pen))
        .say(format!(" since {day} ({agreeing} of {agreeing})."))
}

fn dash() -> String {
    "–".to_owned()
}

/// "875 to 3,500", "50 to 200 and more"; a dash where nothing is published.
pub fn published(action: &Action, pen: &Pen) -> String {
    let Some(it) = action.published else { return dash() };
    let more = if it.open_ended { " and more" } else { "" };
    format!("{}{more}", span_of(it.low, it.high, pen))
}

/// "5,000 to 5,400"; "1,750" where the range has closed.
pub fn usually(estimate: Option<&PriceEstimate>, pen: &Pen) -> Span {
    let Some(estimate) = estimate else { return Span { text: dash(), mark: SpanMark::Quiet } };
    let text = match estimate.closed {
        Some(_) => exact(estimate.mid, pen),
        None => words::range(estimate.low, estimate.high, pen.decimals, &pen.figures),
    };
    Span { text, mark: SpanMark::Forecast }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Video => "video",
        Kind::Image => "image",
        Kind::Actor => "actor",
        Kind::Assist => "assist",
        Kind::Other => "other",
    }
}

/// "9 of your last 10 fell inside the range".
fn summary(score: Score, rows: &[(&Action, PriceRow)]) -> String {
    let own = rows.iter().any(|(_, row)| row.estimate.as_ref().is_some_and(|estimate| estimate.n > 0));
    match score.of {
        _ if !own => "Published figures only. They miss often: the page that says 3,500 bills 5,400.".to_owned(),
        10 => format!("{} of your last 10 fell inside the range", score.inside),
        _ => "Scored after 10 spends".to_owned(),
    }
}

/// The lowest and the highest figure of all strips, with a little room.
fn axis(rows: &[wire::PriceRow]) -> [f64; 2] {
    let ends =
        |strip: &Strip| strip.published.into_iter().chain(strip.range).flatten().chain(strip.own.clone()).collect();
    let figures = rows.iter().flat_map(|row| -> Vec<f64> { ends(&row.strip) }).filter(|figure| *figure > 0.0);
    let (low, high) = figures.fold((f64::INFINITY, 0.0_f64), |(low, high), figure| (low.min(figure), high.max(figure)));
    if low > high { [1.0, 10_000.0] } else { [low * 0.8, high * 1.25] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::story::{history, told};

    fn table(hidden: bool) -> String {
        let view = told(history(), |outlook, pen| prices(hidden, "the help centre", outlook, pen));
        let row = |row: &wire::PriceRow| {
            let name = if row.first { row.name.as_str() } else { "" };
            format!("{name}|{}|{}|{}|{}|{}\n", row.settings, row.published, row.usually.text, row.n, row.last)
        };
        let rows: String = view.rows.iter().map(row).collect();
        format!("{}\n{rows}{} hidden\n", view.summary, view.hidden)
    }

    #[test]
    fn every_action_has_a_row_the_dearest_first() {
        insta::assert_snapshot!(table(false), @r#"
    Scored after 10 spends
    Veo 3|8 s|875 to 3,500|1,000 to 6,400|1|10 Oct
    Veo 3 Fast|8 s|875 to 3,500|1,000 to 2,900|1|3 Dec
    LTXV Turbo|8 s, audio|50 to 200|35 to 290|0|4 Dec
    Nano Banana||49|39 to 62|1|4 Dec
    1 hidden
    "#);
        assert!(table(true).contains("Actor||1,100|"));
    }

    #[test]
    fn published_figures_alone_say_so() {
        let view = told(Vec::new(), |outlook, pen| prices(false, "", outlook, pen));
        assert!(view.summary.starts_with("Published figures only."));
        assert!(view.rows.iter().all(|row| row.n == 0 && row.last == "–"));
        assert!(view.axis[0] < 49.0 && view.axis[1] > 3500.0);
    }
}

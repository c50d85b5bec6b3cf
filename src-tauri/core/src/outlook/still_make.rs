//! What can still be made of what is left: in generations, not in credits.

use super::{Mark, Outlook, Text};
use crate::actions::Key;
use crate::price_book::{PriceEstimate, PriceRow};
use crate::words;
use crate::{actions::Kind, credits::Credits};

/// At most so many actions are named.
const NAMED: usize = 3;
/// From this many on a count is an "about".
const MANY: u32 = 10;

/// An action that the user makes, its most used key, and one piece's price.
pub(super) struct Made {
    key: Key,
    name: String,
    kind: Option<Kind>,
    price: PriceEstimate,
    spends: u32,
}

impl Outlook<'_> {
    /// The figure and the lines of "What you can still make".
    pub(super) fn still_make(&self) -> (Text, Vec<Text>) {
        let left = self.ledger.left();
        if left.is_zero() {
            return (Text::default().fact("Nothing"), self.after_the_renewal());
        }
        let made = self.made();
        let own: Vec<&Made> = made.iter().filter(|made| made.spends > 0).collect();
        if self.is_learning() || own.is_empty() { self.by_published(&made) } else { self.by_own(&own) }
    }

    /// The actions, dearest first: the user's own where there are any, else the published ones.
    fn made(&self) -> Vec<Made> {
        let rows = self.prices.rows();
        let mut made: Vec<Made> = Vec::new();
        for row in rows.into_iter().filter(|row| !self.is_hidden(&row.key)) {
            match made.iter_mut().find(|made| made.key.action == row.key.action) {
                Some(known) if known.spends >= row.spends => {}
                Some(known) => known.clone_from_row(row),
                None => made.extend(self.as_made(row)),
            }
        }
        made.sort_by(|a, b| b.price.mid.total_cmp(&a.price.mid).then_with(|| a.name.cmp(&b.name)));
        made
    }

    fn as_made(&self, row: PriceRow) -> Option<Made> {
        let action = self.actions.iter().find(|action| action.id == row.key.action);
        let name = words::generation::name(self.actions, &row.key).to_owned();
        Some(Made { key: row.key, name, kind: action.map(|a| a.kind), price: row.estimate?, spends: row.spends })
    }

    fn is_hidden(&self, key: &Key) -> bool {
        self.actions.iter().any(|action| action.id == key.action && action.hidden)
    }

    /// "1 Veo 3 clip for sure", "or 3 Veo 3 Fast, a 4th maybe", "or about 72 LTXV Turbo clips of 5 s".
    fn by_own(&self, own: &[&Made]) -> (Text, Vec<Text>) {
        let left = self.units(self.ledger.left());
        let mut lines = own.iter().filter_map(|made| made.line(left, self.ask.sure(), &self.figures)).take(NAMED);
        let figure = lines.next().unwrap_or_else(|| Text::default().fact("None of your usual actions"));
        let mut rest: Vec<Text> = lines.map(|line| Text::plain("or ").join(line)).collect();
        rest.extend(self.usual_mix());
        (figure, rest)
    }

    fn usual_mix(&self) -> Option<Text> {
        let days = self.forecast.as_ref()?.usual_mix_days.filter(|days| days.is_finite())?;
        let days = match days {
            ..1.0 => "less than a day".to_owned(),
            1.0..2.0 => "1 day".to_owned(),
            days => format!("{} days", words::count(days.min(9_999.0).floor() as u64, &self.figures)),
        };
        Some(Text::plain("or your usual mix for ").forecast(days))
    }

    /// "6 to 27 Veo 3 clips", "or 120 to 480 LTXV clips, by the published prices, which miss often."
    fn by_published(&self, made: &[Made]) -> (Text, Vec<Text>) {
        let left = self.units(self.ledger.left());
        let videos = made.iter().filter(|made| made.kind == Some(Kind::Video) && made.price.published.is_some());
        let mut counts: Vec<Text> = Vec::new();
        for made in distinct(videos) {
            counts.extend(made.published_count(left).map(|words| Text::default().then(Mark::Forecast, words)));
        }
        let Some(last) = counts.pop() else {
            let log = Text::plain("Log what you make, and its price is yours.");
            return (Text::default().then(Mark::Quiet, "–"), vec![log]);
        };
        let first = if counts.is_empty() { last.clone() } else { counts.remove(0) };
        let tail = "by the published prices, which miss often. Log one, and its price is yours.";
        let or = if first == last { format!("{}{tail}", "") } else { format!("or {last}, {tail}") };
        (first, vec![Text::plain(or)])
    }

    fn after_the_renewal(&self) -> Vec<Text> {
        let Some(renewal) = self.renewal() else { return vec![Text::plain("No renewal is due.")] };
        let before = format!("before {}.", self.day(self.day_of(renewal)));
        let opens = self.forecast.as_ref().and_then(|f| f.opens.iter().find(|opens| opens.at == renewal));
        let left = opens.map(|opens| opens.bands.p50).filter(|left| *left > Credits::ZERO);
        let usual = self.made().into_iter().filter(|made| made.spends > 0);
        let line = left.and_then(|left| {
            usual.into_iter().find_map(|made| made.line(self.units(left), self.ask.sure(), &self.figures))
        });
        vec![Text::plain(match line {
            Some(line) => format!("{before} After it: {line}."),
            None => before,
        })]
    }

    /// For the sentence below one typical spend: what is still covered, and the first usual action that is not.
    pub(super) fn enough_for(&self) -> (String, Option<String>) {
        let left = self.units(self.ledger.left());
        let made = self.made();
        let (own, published): (Vec<&Made>, Vec<&Made>) = made.iter().partition(|made| made.spends > 0);
        let (covered, short): (Vec<&Made>, Vec<&Made>) =
            own.into_iter().partition(|made| made.price.chance_covered(left) >= 0.5);
        let listed = if covered.is_empty() { published } else { covered };
        let words: Vec<String> = listed.iter().filter_map(|made| made.sure_or_maybe(left)).take(2).collect();
        let enough = match words.as_slice() {
            [] => "That covers none of the known actions.".to_owned(),
            [one] => format!("Enough for {one}."),
            [one, other, ..] => format!("Enough for {one} or {other}."),
        };
        let often = short.iter().max_by_key(|made| made.spends);
        (enough, often.map(|made| made.piece()))
    }

    /// What a spend takes in the middle.
    pub(super) fn typical_spend(&self) -> Option<Credits> {
        let units = self.prices.typical_spend()?;
        #[expect(clippy::cast_precision_loss, reason = "the scale is at most 10^6")]
        let smallest = (units * self.decimals().scale() as f64).round();
        #[expect(clippy::cast_possible_truncation, reason = "Credits refuses what is too large")]
        Credits::new(smallest as i64).ok()
    }
}

impl Made {
    fn clone_from_row(&mut self, row: PriceRow) {
        if let Some(price) = row.estimate {
            (self.key, self.price, self.spends) = (row.key, price, row.spends);
        }
    }

    /// "Veo 3 clip", "LTXV Turbo clip of 5 s", "Nano Banana image", "Actor".
    fn piece(&self) -> String {
        self.noun(1)
    }

    fn noun(&self, count: u32) -> String {
        let plural = if count == 1 { "" } else { "s" };
        match self.kind {
            Some(Kind::Video) => format!("{} clip{plural}{}", self.name, self.length()),
            Some(Kind::Image) => format!("{} image{plural}", self.name),
            Some(Kind::Actor) if count != 1 => format!("{}s", self.name),
            _ => self.name.clone(),
        }
    }

    /// Clips of the usual 8 s need no length.
    fn length(&self) -> String {
        match self.key.settings.get("seconds").map(String::as_str) {
            None | Some("8") => String::new(),
            Some(seconds) => format!(" of {seconds} s"),
        }
    }

    fn line(&self, left: f64, certainty: f64, figures: &words::Figures) -> Option<Text> {
        let sure = self.price.pieces_covered(left, certainty)?;
        let maybe = self.price.pieces_covered(left, 0.5)?.max(sure);
        let count = |n: u32| words::count(n.into(), figures);
        Some(match (sure, maybe) {
            (_, 0) => return None,
            (0, maybe) => {
                Text::default().fact(format!("{} {}", count(maybe), self.noun(maybe))).then(Mark::Quiet, " maybe")
            }
            (sure, _) if sure >= MANY => Text::plain("about ").fact(format!("{} {}", count(sure), self.noun(sure))),
            (sure, maybe) if maybe > sure => Text::default()
                .fact(format!("{} {}", count(sure), self.noun(sure)))
                .then(Mark::Quiet, format!(", {} maybe", ordinal(sure + 1))),
            (sure, _) => {
                Text::default().fact(format!("{} {}", count(sure), self.noun(sure))).then(Mark::Quiet, " for sure")
            }
        })
    }

    fn sure_or_maybe(&self, left: f64) -> Option<String> {
        let count = self.price.pieces_covered(left, 0.5).filter(|count| *count > 0)?;
        Some(format!("{count} {}", self.noun(count)))
    }

    fn published_count(&self, left: f64) -> Option<String> {
        let published = self.price.published?;
        let count = |price: f64| words::rounded(left / price.max(f64::MIN_POSITIVE)).floor().min(1e9) as u64;
        let (few, many) = (count(published.high), count(published.low));
        let clips = if many == 1 { "clip" } else { "clips" };
        Some(if few == many {
            format!("{many} {} {clips}", self.name)
        } else {
            format!("{few} to {many} {} {clips}", self.name)
        })
    }
}

/// One action per published range, at most two: Veo 3 stands for Veo 3 Fast.
fn distinct<'a>(made: impl Iterator<Item = &'a Made>) -> Vec<&'a Made> {
    let mut kept: Vec<&Made> = Vec::new();
    for made in made {
        if kept.iter().all(|known| known.price.published != made.price.published) {
            kept.push(made);
        }
    }
    let dearest = kept.first().copied();
    let cheapest = kept.last().copied().filter(|_| kept.len() > 1);
    dearest.into_iter().chain(cheapest).collect()
}

/// "a 2nd", "a 3rd", "a 4th", "an 8th".
fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let article = if n == 8 || n == 11 || n == 18 { "an" } else { "a" };
    format!("{article} {n}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn ordinals_read_as_they_are_spoken() {
        for (n, words) in [(1, "a 1st"), (2, "a 2nd"), (3, "a 3rd"), (4, "a 4th"), (8, "an 8th"), (11, "an 11th")] {
            assert_eq!(ordinal(n), words);
        }
    }
}

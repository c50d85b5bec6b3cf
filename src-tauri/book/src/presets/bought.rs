//! What a tier sells: its packs, how long they live, and when they can be used.

use runout_core::terms::{Interval, IntervalUnit, Life, Pack, PackPart, PotName, PotTerms, TopUpTerms, WhileLapsed};
use runout_core::words::{Figures, exact};

use super::Preset;
use super::plan::dollars;
use super::published::TopUp;

/// Lots that were bought lie here.
const BOUGHT: &str = "Top-ups";
/// What a pack holds beyond what is paid for is another kind of credits.
const BONUS: &str = "Bonus";

impl Preset {
    /// The top-ups and the pots that they fill; nothing where none are sold. They pay last where the order is known, or
    /// where other credits than the month's are kept.
    pub(super) fn bought(&self, behind_others: bool) -> (Option<TopUpTerms>, Vec<PotTerms>) {
        let sold = &self.from.service.top_ups;
        let Some(first) = sold.first().filter(|_| self.from.is_subscribed()) else { return (None, Vec::new()) };
        let rank = match (behind_others, &self.from.service.burn_order) {
            (true, _) => 3,
            (false, Some(_)) => 2,
            (false, None) => 1,
        };
        let while_lapsed = while_lapsed(first.usable.as_deref());
        let has_bonus = sold.iter().any(|pack| pack.bonus.is_some());
        let names = std::iter::once(BOUGHT).chain(has_bonus.then_some(BONUS));
        let pots = names.map(|name| PotTerms { while_lapsed, ..PotTerms::holding(name, rank) }).collect();
        let life = first.expires.as_deref().and_then(life).unwrap_or(Life::Forever);
        let packs = sold.iter().filter_map(|one| self.pack(one, life)).collect();
        (Some(TopUpTerms { packs, ..TopUpTerms::new(BOUGHT, life) }), pots)
    }

    /// "3,300 + 200 credits", where it is known what a pack holds.
    fn pack(&self, sold: &TopUp, usual: Life) -> Option<Pack> {
        let life =
            sold.expires.as_deref().map(|text| life(text).unwrap_or(Life::Forever)).filter(|life| *life != usual);
        let paid = self.from.amount(sold.credits?);
        let bonus = sold.bonus.map(|bonus| self.from.amount(bonus));
        let figure = |amount| exact(amount, self.decimals, &Figures::default());
        let more = bonus.map(|bonus| format!(" + {}", figure(bonus))).unwrap_or_default();
        let part = |amount, pot: Option<&str>| PackPart {
            amount,
            pot: pot.map(|pot| PotName(pot.to_owned())),
            life,
            bonus: pot.is_some(),
        };
        Some(Pack {
            name: format!("{}{more} {}", figure(paid), self.unit),
            price: sold.price_usd.map(dollars),
            parts: std::iter::once(part(paid, None)).chain(bonus.map(|bonus| part(bonus, Some(BONUS)))).collect(),
        })
    }
}

/// "while subscribed; the clock runs on", "while subscribed; no clock".
fn while_lapsed(usable: Option<&str>) -> WhileLapsed {
    match usable {
        None => WhileLapsed::Usable,
        Some(words) if words.ends_with("no clock") => WhileLapsed::FrozenAndHeld,
        Some(_) => WhileLapsed::Frozen,
    }
}

/// "P90D", "P12M", "P2Y", "never".
fn life(text: &str) -> Option<Life> {
    let duration = text.strip_prefix('P')?;
    let (count, unit) = duration.split_at_checked(duration.len().checked_sub(1)?)?;
    let of = match unit {
        "D" => IntervalUnit::Day,
        "M" => IntervalUnit::Month,
        "Y" => IntervalUnit::Year,
        _ => return None,
    };
    Some(Life::For(Interval { count: count.parse().ok().filter(|count| *count > 0)?, of }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_and_never_is_no_duration() {
        let months = |count, of| Some(Life::For(Interval { count, of }));
        let cases = [
            ("P90D", months(90, IntervalUnit::Day)),
            ("P12M", months(12, IntervalUnit::Month)),
            ("P2Y", months(2, IntervalUnit::Year)),
            ("never", None),
            ("P", None),
            ("P0D", None),
        ];
        for (text, expected) in cases {
            assert_eq!(life(text), expected, "{text}");
        }
    }
}

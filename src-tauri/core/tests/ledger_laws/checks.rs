//! A check always hits what it showed.

use proptest::prelude::*;
use runout_core::facts::{Check, EntryId, Fact, Facts};
use runout_core::ledger::{Ledger, PotBalance};

use super::worlds::entries::spend;
use super::worlds::{World, at, world};
use super::{add, after, drawn, units};

proptest! {
    #![proptest_config(drawn())]

    #[test]
    fn a_check_hits_what_it_showed(World { mut facts, looks } in world(), shown in -20..80_i64) {
        let at = looks[looks.len() - 1].0;
        let check = Check { shown: units(shown), pot: None, of_spend: None };
        add(&mut facts, 1_001, at, Fact::Check(check));
        let ledger = after(&facts, at);
        prop_assert_eq!(ledger.balance(), units(shown));
        prop_assert_eq!(ledger.overdrawn(), units((-shown).max(0)));
        let outcome = ledger.check(EntryId(1_001)).expect("an outcome");
        prop_assert_eq!(
            outcome.computed.units() + outcome.gained.units() - outcome.unlogged.units(),
            outcome.shown.units()
        );
    }

    #[test]
    fn a_check_of_one_pot_hits_what_it_showed_and_leaves_the_others(
        World { mut facts, looks } in world(),
        shown in 0..80_i64,
    ) {
        let at = looks[looks.len() - 1].0;
        let before = after(&facts, at);
        let pot = facts.terms[0].terms.pots[0].name.clone();
        let check = Check { shown: units(shown), pot: Some(pot.clone()), of_spend: None };
        add(&mut facts, 1_001, at, Fact::Check(check));
        let ledger = after(&facts, at);
        let there = |pot: &PotBalance| pot.left.units() + pot.withheld.units();
        let left = |ledger: &Ledger, own: bool| -> i64 {
            ledger.pots().iter().filter(|other| (other.pot == pot) == own).map(there).sum()
        };
        prop_assert_eq!(left(&ledger, true), shown);
        prop_assert_eq!(left(&ledger, false), left(&before, false));
        prop_assert_eq!(ledger.overdrawn(), before.overdrawn());
    }

    #[test]
    fn a_late_entry_before_a_check_changes_its_difference_and_no_balance_after(
        World { mut facts, looks } in world(),
        shown in 0..80_i64,
        late in 0..1_100_i64,
        amount in 1..50_i64,
    ) {
        let (last, late) = (looks[looks.len() - 1].0, at(late));
        let check = Check { shown: units(shown), pot: None, of_spend: None };
        let checked = at(24 * 47);
        facts.entries.retain(|entry| entry.at <= checked);
        add(&mut facts, 1_001, checked, Fact::Check(check));
        let before = after(&facts, last);
        let balance_at = |facts: &Facts| after(facts, checked).balance();
        let then = balance_at(&facts);
        add(&mut facts, 1_003, late, Fact::Spend(spend(units(amount))));
        prop_assert_eq!(balance_at(&facts), then);
        let difference = |ledger: &Ledger| {
            let outcome = ledger.check(EntryId(1_001)).expect("an outcome");
            outcome.gained.units() - outcome.unlogged.units()
        };
        let now = after(&facts, last);
        let checks_between = facts.entries.iter().any(|entry| {
            matches!(entry.fact, Fact::Check(_)) && entry.at >= late && entry.id != EntryId(1_001)
        });
        if before.moments().iter().all(|moment| moment.at < late) && !checks_between {
            prop_assert_eq!(difference(&now), difference(&before) + amount);
        }
    }
}

//! What the order of input, the same entry twice and a full refund do: nothing.

use proptest::prelude::*;
use runout_core::credits::Credits;
use runout_core::facts::{Check, Entry, EntryId, Fact};
use runout_core::terms::{GrantTerms, Overdrawn, Pays, Terms};

use super::worlds::entries::spend;
use super::worlds::{World, world};
use super::{after, drawn, held, units};

/// What a spend has called for stays when the spend is refunded; and where credits lie beside what is overdrawn, those
/// that come back pay it.
fn keep_simple(terms: &mut Terms) {
    terms.auto_refill = None;
    if terms.overdrawn == Overdrawn::Kept {
        terms.overdrawn = Overdrawn::Carried;
    }
    for pot in &mut terms.pots {
        pot.grant = pot.grant.take().filter(GrantTerms::is_by_calendar);
        (pot.pays, pot.day_limit) = (Pays::Everything, None);
    }
}

proptest! {
    #![proptest_config(drawn())]

    #[test]
    fn the_order_of_input_changes_nothing(World { mut facts, looks } in world()) {
        let at = looks[looks.len() - 1].0;
        let before = after(&facts, at);
        facts.entries.reverse();
        let turned = facts.entries.len() / 3;
        facts.entries.rotate_left(turned);
        let shuffled = after(&facts, at);
        prop_assert_eq!(shuffled.moments(), before.moments());
        prop_assert_eq!(held(&shuffled), held(&before));
    }

    #[test]
    fn an_entry_that_stands_twice_counts_once(World { mut facts, looks } in world()) {
        let at = looks[looks.len() - 1].0;
        let before = after(&facts, at);
        facts.entries.extend(facts.entries.clone());
        let twice = after(&facts, at);
        prop_assert_eq!(twice.moments(), before.moments());
    }

    #[test]
    fn a_full_refund_at_its_instant_is_no_spend(World { mut facts, looks } in world(), place in 0..40_usize) {
        let at = looks[looks.len() - 1].0;
        facts.terms.iter_mut().for_each(|version| keep_simple(&mut version.terms));
        // After a check of one pot credits may lie beside what is overdrawn; those that come back then pay it.
        facts.entries.retain(|entry| !matches!(&entry.fact, Fact::Check(Check { pot: Some(_), .. })));
        prop_assume!(!facts.entries.is_empty());
        let place = place % facts.entries.len();
        let entry = facts.entries[place].clone();
        facts.entries[place].fact = Fact::Spend(spend(Credits::ZERO));
        let without = after(&facts, at);
        facts.entries[place].fact = Fact::Spend(spend(units(23)));
        let fact = Fact::Refund { of: entry.id, amount: units(23) };
        facts.entries.push(Entry { id: EntryId(entry.id.0 + 1), fact, ..entry });
        let with = after(&facts, at);
        prop_assert_eq!(held(&with), held(&without));
        prop_assert_eq!(with.overdrawn(), without.overdrawn());
    }
}

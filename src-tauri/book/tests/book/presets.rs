//! The presets: every tier makes a book, and says what is not known.

use runout_book::{
    Answers, Book, PresetCadence, PresetError, ltx_actions, preset, presets, price_source, terms_document,
};
use runout_core::terms::{
    Cadence, Cap, Carry, CarryCap, GrantMode, IntervalUnit, Life, PotName, Ratio, Trigger, WhileLapsed,
};

use crate::desk::{Desk, at, credits, now};

fn answers() -> Answers {
    Answers { left: None, allotment: None, renews: None, anchor_day: None, zone: chrono_tz::Europe::Berlin }
}

#[test]
fn every_tier_of_the_list_makes_a_book() {
    assert_eq!(presets().len(), 40);
    assert_eq!(presets()[2].id, "ltx-standard");
    let desk = Desk::new();
    for preset in presets() {
        let new = preset.book(&answers(), now()).unwrap();
        assert!(new.service.start <= now(), "{}", preset.id);
        let book = Book::create(&desk.folder.path().join(&preset.id), &new, now()).unwrap();
        assert_eq!(book.facts().terms[0].terms, new.terms, "{}", preset.id);
        assert_eq!(book.nearest(), preset.nearest.as_deref());
    }
}

#[test]
fn ltx_standard_begins_where_its_cycle_did() {
    let asked =
        Answers { renews: Some("2026-12-15T00:00:00".parse().unwrap()), left: Some(credits(22_600)), ..answers() };
    let new = preset("ltx-standard").unwrap().book(&asked, now()).unwrap();
    assert_eq!(new.service.start, at("2026-11-14T23:00:00Z"));
    assert_eq!(new.terms.name, "LTX Studio Standard");
    assert_eq!(new.terms.pots[0].grant.clone().unwrap().amount, credits(28_000));
    assert_eq!(new.terms.price.unwrap().cents, 3_500);
    assert_eq!(new.nearest, None);
}

#[test]
fn what_a_tier_rolls_over_and_sells_is_in_its_terms() {
    let terms = |id: &str| preset(id).unwrap().book(&answers(), now()).unwrap().terms;
    let monthly = |id: &str| terms(id).pots.into_iter().find(|pot| pot.name.0 == "Monthly").unwrap();
    assert_eq!(
        monthly("elevenlabs-creator").carry,
        Carry::up_to(Cap::Allotments(Ratio { parts: 2, of: 1 })),
        "at most two allotments are carried"
    );
    assert_eq!(monthly("elevenlabs-free").carry, Carry::NONE, "the tier's own rule wins");
    let three = Cap::Allotments(Ratio { parts: 3, of: 1 });
    let bank = CarryCap::Bank { pot: PotName("Bank".to_owned()), cap: three };
    assert_eq!(monthly("leonardo-premium").carry, Carry { cap: Some(bank), ..Carry::NONE });
    assert_eq!(terms("runway-pro").top_ups.unwrap().life, Life::Forever);
    let Life::For(two_years) = terms("kling-pro").top_ups.unwrap().life else { panic!() };
    assert_eq!((two_years.count, two_years.of), (2, IntervalUnit::Year));
    assert_eq!(preset("higgsfield-plus").unwrap().allotment, credits(100_000), "two decimals");
    let once = &terms("ltx-free").pots[0];
    assert_eq!((once.grant.clone().unwrap().cadence, once.carry.clone()), (Cadence::Once, Carry::ALL));
    let daily = terms("suno-basic").pots[0].grant.clone().unwrap();
    let Cadence::Every { anchor, .. } = daily.cadence else { panic!() };
    assert_eq!((daily.mode, anchor.zone), (GrantMode::RefillTo, chrono_tz::UTC));
    let names: Vec<_> = terms("lovable-pro").pots.into_iter().map(|pot| pot.name.0).collect();
    assert_eq!(names, ["Daily", "Monthly"]);
}

#[test]
fn only_what_is_not_known_is_said_beside_the_terms() {
    let told: Vec<_> = presets().iter().filter(|p| p.nearest.is_some()).map(|p| p.id.as_str()).collect();
    assert_eq!(told, ["magnific-premium", "magnific-premium-plus", "lovable-pro"]);
    assert!(preset("lovable-pro").unwrap().nearest.clone().unwrap().contains("not known"));
}

#[test]
fn every_tier_says_its_rules_in_the_terms() {
    assert_eq!(presets().len(), 40);
    for preset in presets() {
        let (new, zone) = (preset.book(&answers(), now()).unwrap(), chrono_tz::UTC);
        let text = terms_document::write(&new.terms, preset.decimals);
        assert_eq!(terms_document::read(&text, preset.decimals, zone), Ok(new.terms), "{}", preset.id);
    }
    let pot = |id: &str, pot: &str| {
        let terms = preset(id).unwrap().book(&answers(), now()).unwrap().terms;
        terms.pots.into_iter().find(|one| one.name.0 == pot).unwrap()
    };
    let ceiling = |id: &str| pot(id, "Daily").grant.unwrap().ceiling.unwrap().amount;
    assert_eq!((ceiling("lovable-free"), ceiling("lovable-pro")), (credits(300), credits(1_500)), "one decimal");
    let after = pot("suno-pro", "Daily");
    assert_eq!(after.grant.unwrap().trigger, Trigger::WhenEmpty(vec![PotName("Monthly".to_owned())]));
    assert!(after.rank > pot("suno-pro", "Monthly").rank && after.rank < pot("suno-pro", "Top-ups").rank);
    let lapsed = |id: &str| pot(id, "Top-ups").while_lapsed;
    assert_eq!((lapsed("luma-pro"), lapsed("leonardo-premium")), (WhileLapsed::Frozen, WhileLapsed::FrozenAndHeld));
    let kling = preset("kling-pro").unwrap().book(&answers(), now()).unwrap().terms.top_ups.unwrap();
    assert_eq!((kling.packs.len(), kling.packs[3].name.as_str()), (5, "3,300 + 200 credits"));
    let sold = |id: &str| preset(id).unwrap().book(&answers(), now()).unwrap().terms.top_ups.is_some();
    assert_eq!((sold("runway-free"), sold("runway-pro"), sold("ltx-pro")), (false, true, false));
}

#[test]
fn a_renewal_on_the_last_day_of_a_short_month_may_be_counted_from_a_later_day() {
    let standard = preset("ltx-standard").unwrap();
    let asked = Answers { renews: Some("2026-11-30T09:30:00".parse().unwrap()), anchor_day: Some(31), ..answers() };
    let new = standard.book(&asked, now()).unwrap();
    let Cadence::Every { anchor, .. } = new.terms.pots[0].grant.clone().unwrap().cadence else { panic!() };
    assert_eq!(anchor.day, "2026-10-31".parse().unwrap());
    assert_eq!(new.service.start, at("2026-10-31T08:30:00Z"));
    let day = |day| standard.book(&Answers { anchor_day: Some(day), ..asked.clone() }, now());
    assert_eq!(day(29).unwrap_err(), PresetError::AnotherDay(29));
    assert_eq!(day(32).unwrap_err(), PresetError::NoSuchDay);
    day(30).unwrap();
}

#[test]
fn only_the_anchors_day_may_be_known() {
    let asked = Answers { anchor_day: Some(31), ..answers() };
    let new = preset("ltx-lite").unwrap().book(&asked, now()).unwrap();
    assert_eq!(new.service.start, at("2026-10-30T23:00:00Z"));
}

#[test]
fn a_renewal_that_cannot_be_is_refused() {
    let book = |id: &str, renews: &str| {
        let asked = Answers { renews: Some(renews.parse().unwrap()), ..answers() };
        preset(id).unwrap().book(&asked, now()).map(drop)
    };
    assert_eq!(book("ltx-pro", "2026-11-22T15:05:00"), Err(PresetError::RenewsInThePast));
    assert_eq!(book("ltx-pro", "2027-01-15T00:00:00"), Err(PresetError::RenewsTooFar));
    assert_eq!(book("ltx-free", "2026-12-15T00:00:00"), Err(PresetError::NeverRenews));
    assert_eq!(book("magnific-premium", "2027-10-15T00:00:00"), Ok(()));
    assert_eq!(preset("magnific-premium").unwrap().cadence, PresetCadence::Yearly);
}

#[test]
fn the_catalogue_has_every_published_model_under_words_that_people_type() {
    let actions = ltx_actions();
    let names: Vec<_> = actions.iter().map(|action| action.name.as_str()).collect();
    let expected = [
        "LTXV",
        "LTXV Turbo",
        "Veo 3",
        "Veo 3 Fast",
        "Veo 2",
        "Actor",
        "Flux Kontext",
        "Flux Premium",
        "Nano Banana",
        "Image style",
        "Storyline",
    ];
    assert_eq!(names, expected);
    let veo = actions.iter().find(|action| action.aliases.contains(&"veo3".to_owned())).unwrap();
    let published = veo.published.unwrap();
    assert_eq!((published.low as i64, published.high as i64, published.seconds), (875, 3_500, Some(8.0)));
    let words: Vec<_> = actions.iter().flat_map(|action| &action.aliases).collect();
    let distinct: std::collections::BTreeSet<_> = words.iter().collect();
    assert_eq!(words.len(), distinct.len(), "no word means two actions");
    assert!(price_source().contains("help centre"));
}

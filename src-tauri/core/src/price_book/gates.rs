//! "Scored like the forecast": one step ahead over synthetic logs, against the published range and plain quantiles.

use super::PriceBook;
use super::tests::{action, facts, key, now, spend};
use crate::actions::{Action, Kind};
use crate::dice::Dice;
use crate::facts::Entry;

const USERS: u64 = 60;
const LENGTH: usize = 14;

#[derive(Default)]
struct Scored {
    inside: f64,
    covered_of: f64,
    exact: f64,
    own: f64,
    published: f64,
    plain: f64,
    of: f64,
}

fn pinball(quantiles: [f64; 3], value: f64) -> f64 {
    let loss = |q: f64, at: f64| if value >= at { q * (value - at) } else { (1.0 - q) * (at - value) };
    [0.1, 0.5, 0.9].iter().zip(quantiles).map(|(q, at)| loss(*q, at)).sum::<f64>() / 3.0
}

/// One user's log of one key: a true price near the published range, with noise; figures are whole credits.
fn log_of(dice: &mut Dice, noise: f64) -> Vec<i64> {
    let level = 1750.0 * (0.6 * dice.normal()).exp();
    (0..LENGTH).map(|_| ((level * (noise * dice.normal()).exp()).round() as i64).max(1)).collect()
}

fn quantiles(actions: &[Action], entries: &[Entry]) -> [f64; 3] {
    let book = PriceBook::of(actions, &facts(entries.to_vec()), now());
    let estimate = book.estimate(&key("Veo 3", &[("seconds", "8")]), 1).unwrap();
    [estimate.low, estimate.mid, estimate.high]
}

fn plain_quantiles(values: &[i64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    [0.1, 0.5, 0.9].map(|q| {
        let place = q * (sorted.len() - 1) as f64;
        let (below, above) = (sorted[place.floor() as usize] as f64, sorted[place.ceil() as usize] as f64);
        below + (above - below) * place.fract()
    })
}

fn scored(noise: f64) -> Scored {
    let actions = [action("Veo 3", Kind::Video, Some((875.0, 3500.0, Some(8.0))))];
    let published = quantiles(&actions, &[]);
    let mut score = Scored::default();
    for user in 0..USERS {
        let values = log_of(&mut Dice(user), noise);
        for n in 1..LENGTH {
            let entries: Vec<Entry> = values[..n]
                .iter()
                .zip(0..)
                .map(|(value, place)| {
                    spend(place, 2 * (n as i64 - place), &key("Veo 3", &[("seconds", "8")]), 1, *value)
                })
                .collect();
            let (own, value) = (quantiles(&actions, &entries), values[n] as f64);
            score.add(own, published, plain_quantiles(&values[..n]), value, n);
        }
    }
    score
}

impl Scored {
    fn add(&mut self, own: [f64; 3], published: [f64; 3], plain: [f64; 3], value: f64, n: usize) {
        // In shares of the true figure, so that dear users do not decide.
        self.own += pinball(own, value) / value;
        self.published += pinball(published, value) / value;
        self.plain += pinball(plain, value) / value;
        self.of += 1.0;
        if n >= 3 {
            self.covered_of += 1.0;
            self.inside += f64::from(u8::from(own[0] <= value && value <= own[2]));
            self.exact += f64::from(u8::from((own[1] - value).abs() < 1e-6));
        }
    }

    fn print(&self, name: &str) {
        println!(
            "{name}: covered {:.3}, exact {:.3}, to published {:.3}, to plain quantiles {:.3}",
            self.inside / self.covered_of,
            self.exact / self.covered_of,
            self.own / self.published,
            self.own / self.plain
        );
    }
}

#[test]
fn prices_that_repeat_exactly_are_hit() {
    let score = scored(0.0);
    score.print("exact");
    assert!(score.own / score.published <= 0.1);
    assert!(score.exact / score.covered_of >= 0.97);
}

#[test]
fn prices_that_vary_by_fifteen_per_cent_are_covered() {
    let score = scored(0.15);
    score.print("15 %");
    assert!((0.72..=0.90).contains(&(score.inside / score.covered_of)));
    assert!(score.own / score.published <= 0.45 && score.own <= score.plain);
}

#[test]
fn prices_that_vary_by_forty_per_cent_are_covered() {
    let score = scored(0.40);
    score.print("40 %");
    assert!((0.72..=0.90).contains(&(score.inside / score.covered_of)));
    assert!(score.own / score.published <= 0.8 && score.own <= score.plain);
}

/// Whether a change is proposed after each of the figures of a log, told one by one.
fn proposals(values: &[i64]) -> Vec<bool> {
    let actions = [action("Veo 3", Kind::Video, Some((875.0, 3500.0, Some(8.0))))];
    let key = key("Veo 3", &[("seconds", "8")]);
    let told = |n: usize| -> Vec<Entry> {
        let days_ago = |place: i64| 2 * (values.len() as i64 - place);
        (0..n as i64).zip(values).map(|(place, value)| spend(place, days_ago(place), &key, 1, *value)).collect()
    };
    (1..=values.len()).map(|n| PriceBook::of(&actions, &facts(told(n)), now()).change(&key).is_some()).collect()
}

#[test]
fn a_step_of_a_listed_price_is_found_within_three_figures() {
    for (user, factor) in (0..USERS).zip([1.33, 0.7, 1.1, 2.0].into_iter().cycle()) {
        let old = log_of(&mut Dice(user), 0.0)[0];
        let new = (old as f64 * factor).round() as i64;
        let values: Vec<i64> = [old; 5].into_iter().chain([new; 3]).collect();
        let found = proposals(&values);
        assert!(found[..6].iter().all(|proposed| !proposed) && found[7], "{values:?}: {found:?}");
    }
}

#[test]
fn a_price_that_only_varies_is_called_changed_in_one_of_two_hundred_figures_at_most() {
    let (mut alarms, mut figures) = (0, 0);
    for (user, noise) in (0..4 * USERS).zip([0.0, 0.15, 0.40].into_iter().cycle()) {
        let found = proposals(&log_of(&mut Dice(user), noise));
        alarms += found.iter().filter(|proposed| **proposed).count();
        figures += found.len();
    }
    println!("{alarms} false alarms in {figures} figures");
    assert!(alarms * 200 <= figures, "{alarms} in {figures}");
}

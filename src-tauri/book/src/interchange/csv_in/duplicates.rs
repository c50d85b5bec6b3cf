//! What is in the log already: by its key, and by its looks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use runout_core::actions::ActionId;
use runout_core::calendar::day_of;
use runout_core::credits::Credits;
use runout_core::facts::{Entry, EntryId, Fact};
use runout_core::{Instant, Zone};

use super::CsvSpend;

/// What is done with lines that look like spends that are logged already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duplicates {
    /// They are left out.
    Skip,
    /// They are logged all the same.
    Keep,
}

impl Duplicates {
    /// `skip` or `keep`.
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "skip" => Some(Self::Skip),
            "keep" => Some(Self::Keep),
            _ => None,
        }
    }
}

/// A line that looks like a spend that is logged already: the same action and credits, within ten minutes, or on the
/// same day where one of the two has only a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearDuplicate {
    /// The line.
    pub line: u64,
    /// The entry.
    pub entry: EntryId,
}

const NEAR: TimeDelta = TimeDelta::minutes(10);

/// The key of each spend: its own id, else what it says, counted where several lines say the same.
pub(super) fn keys(spends: &[CsvSpend], zone: Zone) -> Vec<String> {
    let mut seen: BTreeMap<u128, u32> = BTreeMap::new();
    let key = |spend: &CsvSpend| match &spend.id {
        Some(id) => format!("csv id {id}"),
        None => {
            let says = fingerprint(&what_it_says(spend, zone));
            let times = seen.entry(says).or_default();
            *times += 1;
            format!("csv {says:032x} {times}")
        }
    };
    spends.iter().map(key).collect()
}

/// A date alone is the same whenever it is imported, also where its noon has not come.
fn what_it_says(spend: &CsvSpend, zone: Zone) -> String {
    let CsvSpend { at, date_only, action, count, credits, note, .. } = spend;
    let when = if *date_only { day_of(*at, zone).to_string() } else { at.timestamp_millis().to_string() };
    let action = action.as_deref().unwrap_or_default();
    [when.as_str(), action, &credits.units().to_string(), &count.to_string(), note].join("\u{1f}")
}

/// FNV-1a of 128 bits: the same in every version of this program.
fn fingerprint(text: &str) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    text.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

/// The spends that stand, by what makes two of them look alike.
pub(super) struct Logged<'a> {
    alike: BTreeMap<(Credits, Option<&'a ActionId>), Vec<&'a Entry>>,
    taken: BTreeSet<EntryId>,
    zone: Zone,
}

impl<'a> Logged<'a> {
    /// The spends among these entries.
    pub(super) fn of(entries: &'a [Entry], zone: Zone) -> Self {
        let mut alike: BTreeMap<_, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            if let Fact::Spend(spend) = &entry.fact {
                let key = (spend.credits, spend.key.as_ref().map(|key| &key.action));
                alike.entry(key).or_default().push(entry);
            }
        }
        Self { alike, taken: BTreeSet::new(), zone }
    }

    /// The spend that a line looks like; each stands for one line only.
    pub(super) fn like(&mut self, spend: &CsvSpend, action: Option<&ActionId>) -> Option<EntryId> {
        let found = self.alike.get(&(spend.credits, action))?;
        let near = |entry: &&&Entry| !self.taken.contains(&entry.id) && self.is_near(entry, spend.at, spend.date_only);
        let found = found.iter().find(near)?.id;
        self.taken.insert(found);
        Some(found)
    }

    fn is_near(&self, entry: &Entry, at: Instant, date_only: bool) -> bool {
        match date_only || entry.date_only {
            true => day_of(entry.at, self.zone) == day_of(at, self.zone),
            false => (entry.at - at).abs() <= NEAR,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_published_one() {
        assert_eq!(fingerprint(""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fingerprint("a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}

//! Chance that falls the same way every time: SplitMix64 from a fixed seed.

/// A small generator (Steele, Lea, Flood 2014).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new() -> Self {
        Self(0x5EED_0F00_F007_A6E5)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.saturating_sub(low).unsigned_abs() + 1;
        low + (self.next() % width) as i64
    }

    /// Whether something of this many per cent happens.
    pub(super) fn happens(&mut self, per_cent: i64) -> bool {
        self.between(1, 100) <= per_cent
    }

    /// One of these, each as often as its weight says.
    pub(super) fn pick<'a, T>(&mut self, weighted: &'a [(i64, T)]) -> Option<&'a T> {
        let mut left = self.between(1, weighted.iter().map(|(weight, _)| weight).sum::<i64>().max(1));
        weighted
            .iter()
            .find(|(weight, _)| {
                left -= weight;
                left <= 0
            })
            .map(|(_, thing)| thing)
    }
}

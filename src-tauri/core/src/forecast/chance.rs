//! The small seeded generator: SplitMix64 (Steele, Lea and Flood, 2014).

/// The golden ratio's fraction in 64 bits: the distance between two states.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of 64-bit draws that the seed decides alone.
#[derive(Clone, Debug)]
pub(crate) struct SplitMix64(u64);

impl SplitMix64 {
    /// The stream of one path: neither the other paths nor the length of this one change it, so that two questions about
    /// the same habit are answered by the same futures.
    pub(crate) fn of_path(seed: u64, path: u64) -> Self {
        Self(mixed(seed ^ mixed(path.wrapping_add(GOLDEN))))
    }

    /// The next draw.
    #[inline]
    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mixed(self.0)
    }
}

#[inline]
fn mixed(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The two halves of a draw: each is uniform over 32 bits and independent of the other.
#[inline]
pub(crate) fn halves(draw: u64) -> (u32, u32) {
    (draw as u32, (draw >> 32) as u32)
}

/// A chance from 0 to 1 as the number of 32-bit draws below which it happens: integers compare alike everywhere.
pub(crate) fn threshold(chance: f64) -> u64 {
    (chance.clamp(0.0, 1.0) * 4_294_967_296.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mixer_gives_the_published_stream_of_state_0() {
        let mut stream = SplitMix64(0);
        assert_eq!(stream.draw(), 0xE220_A839_7B1D_CDAF);
        assert_eq!(stream.draw(), 0x6E78_9E6A_A1B9_65F4);
    }

    #[test]
    fn paths_have_streams_of_their_own() {
        let first: Vec<u64> = (0..100).map(|path| SplitMix64::of_path(7, path).draw()).collect();
        let mut distinct = first.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), first.len());
    }

    #[test]
    fn a_certainty_always_happens_and_an_impossibility_never() {
        assert!(u64::from(u32::MAX) < threshold(1.0));
        assert_eq!(threshold(0.0), 0);
    }
}

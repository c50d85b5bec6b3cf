//! What has been taken, billed and bought within the running periods.

/// What the limits count. It is sized once, so that the forecast can copy it without allocating.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counters {
    pots: Vec<Taken>,
    /// What was granted on account since the plan's running cycle began.
    pub(crate) billed: i64,
    /// What the service bought by itself since then.
    pub(crate) bought: i64,
    /// What that cost, in hundredths.
    pub(crate) cents: i64,
    /// What a spend would take per pot, while it is judged.
    pub(super) judged: Vec<i64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Taken {
    today: i64,
    cycle: i64,
}

impl Counters {
    /// Makes room for so many pots.
    pub(crate) fn make_room(&mut self, pots: usize) {
        if self.pots.len() < pots {
            self.pots.resize(pots, Taken::default());
            self.judged.resize(pots, 0);
        }
    }

    /// Becomes a copy of others with as many pots, without allocating.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.pots.clone_from(&other.pots);
        self.judged.clone_from(&other.judged);
        (self.billed, self.bought, self.cents) = (other.billed, other.bought, other.cents);
    }

    /// What was taken from a pot since the day of its limit began.
    pub(crate) fn today(&self, pot: u16) -> i64 {
        self.pots.get(usize::from(pot)).map_or(0, |taken| taken.today)
    }

    /// What was taken from a pot since the cycle of its ceiling began.
    pub(crate) fn cycle(&self, pot: u16) -> i64 {
        self.pots.get(usize::from(pot)).map_or(0, |taken| taken.cycle)
    }

    /// Counts what a lot of a pot gave.
    pub(crate) fn take(&mut self, pot: u16, part: i64) {
        if let Some(taken) = self.pots.get_mut(usize::from(pot)) {
            taken.today += part;
            taken.cycle += part;
        }
    }

    /// What was taken from a pot within its running period, to be set anew or corrected.
    pub(crate) fn of(&mut self, pot: u16, of: super::Counted) -> Option<&mut i64> {
        let taken = self.pots.get_mut(usize::from(pot))?;
        Some(match of {
            super::Counted::Day => &mut taken.today,
            super::Counted::Cycle => &mut taken.cycle,
        })
    }

    /// A new cycle of the plan begins.
    pub(crate) fn renew(&mut self) {
        (self.billed, self.bought, self.cents) = (0, 0, 0);
    }
}

//! What the made-up creator really has: the month's credits and bought ones, the month's first.

/// Credits by where they came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Purse {
    month: i64,
    bought: i64,
}

impl Purse {
    pub(super) const fn left(self) -> i64 {
        self.month + self.bought
    }

    /// A new month: what was left of the old one is gone.
    pub(super) const fn renew(&mut self, allotment: i64) {
        self.month = allotment;
    }

    pub(super) const fn buy(&mut self, amount: i64) {
        self.bought += amount;
    }

    /// Takes an amount that is there. How much of it came from the month.
    pub(super) fn pay(&mut self, amount: i64) -> i64 {
        let from_month = amount.min(self.month);
        self.month -= from_month;
        self.bought -= amount - from_month;
        from_month
    }

    /// Puts an amount back that the month paid.
    pub(super) const fn give_back(&mut self, amount: i64) {
        self.month += amount;
    }
}

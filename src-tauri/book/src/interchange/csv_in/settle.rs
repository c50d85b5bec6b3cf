//! What the cells of a column say together, where each alone can be read in two ways.

/// A cell under both of two conventions.
pub(super) struct BothWays<T> {
    /// Its place among the cells.
    pub(super) place: usize,
    pub(super) one: Option<T>,
    pub(super) other: Option<T>,
}

/// What a column turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// Every cell that can be read only one way is read the first way; or it makes no difference.
    One,
    /// The same for the second.
    Other,
    /// Nothing tells, or the cells contradict each other; this cell shows it.
    Asks(usize),
}

/// Lets the cells that can be read one way only speak for those that can be read both ways.
pub(super) fn settle<T: PartialEq>(cells: impl Iterator<Item = BothWays<T>>) -> Settled {
    let (mut only_one, mut only_other, mut both) = (None, None, None);
    for BothWays { place, one, other } in cells {
        let kept = match (one, other) {
            (Some(one), Some(other)) if one != other => &mut both,
            (Some(_), None) => &mut only_one,
            (None, Some(_)) => &mut only_other,
            _ => continue,
        };
        kept.get_or_insert(place);
    }
    match (only_one, only_other, both) {
        (Some(_), Some(place), _) => Settled::Asks(both.unwrap_or(place)),
        (None, Some(_), _) => Settled::Other,
        (None, None, Some(place)) => Settled::Asks(place),
        (_, None, _) => Settled::One,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clear_cells_speak_for_the_others() {
        let settled = |cells: &[(Option<i32>, Option<i32>)]| {
            settle(cells.iter().enumerate().map(|(place, (one, other))| BothWays { place, one: *one, other: *other }))
        };
        assert_eq!(settled(&[]), Settled::One);
        assert_eq!(settled(&[(Some(1), Some(1)), (None, None)]), Settled::One);
        assert_eq!(settled(&[(Some(1), Some(2)), (Some(1), None)]), Settled::One);
        assert_eq!(settled(&[(Some(1), Some(2)), (None, Some(1))]), Settled::Other);
        assert_eq!(settled(&[(Some(3), Some(3)), (Some(1), Some(2))]), Settled::Asks(1));
        assert_eq!(settled(&[(Some(1), None), (None, Some(1))]), Settled::Asks(1), "they contradict each other");
    }
}

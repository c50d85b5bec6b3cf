//! `estimate`: what a line will likely take, and whether that is covered.

use runout_core::entry;
use runout_core::words::{self, chance, generation};

use super::reply::Reply;
use super::status::{outlook, seeded};
use crate::desk::Desk;
use crate::refusal::refusal;
use crate::views::entry_desk::entry_desk;
use crate::views::pen::Pen;
use crate::views::promised;
use crate::wire::Refusal;

/// `estimate`: a line without credits; figures that are typed all the same do not matter here.
pub(super) fn estimate(desk: &Desk, text: &str, seed: Option<u64>) -> Result<Reply, Refusal> {
    let outlook = outlook(desk, &seeded(desk, seed)?)?;
    let pen = Pen::of(&outlook);
    let reading = entry::read(text, &entry_desk(&outlook, &[])).reading?;
    let (Some(key), Some(found)) = (&reading.spend.key, &reading.estimate) else {
        return Err(refusal(
            "no_estimate",
            "Nothing is known about its price. Log one with what it took, then ask again.",
        )
        .at("line"));
    };
    let title = generation::title(outlook.actions, key);
    let document = promised::estimate(generation::name(outlook.actions, key), found, &outlook, &pen);
    let usual = words::range(found.low, found.high, pen.decimals, &pen.figures);
    let after = &document.left_after;
    let after = words::range(after.low, after.high, pen.decimals, &pen.figures);
    let sure = chance(document.chance_covered);
    let lines = [
        format!("{title}, × {}: usually {usual} ({}, n = {}).", document.count, document.source, document.n),
        format!("Leaves {after}. Chance that it is covered: {sure}."),
    ];
    Ok(Reply::new(&document, lines.join("\n")))
}

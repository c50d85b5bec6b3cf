//! What a change of the plan would do, next to today's.

use serde_json::json;

use super::table::Table;
use crate::views::plan::PlanChange;

/// For programs.
pub(super) fn document(change: &PlanChange) -> serde_json::Value {
    let rows = change.rows.iter().map(|row| json!({ "what": row.what, "now": row.before, "then": row.after }));
    json!({ "preview": rows.collect::<Vec<_>>(), "rewrites": change.rewrites, "notes": change.notes })
}

/// For eyes.
pub(super) fn in_words(change: &PlanChange) -> String {
    let mut table = Table::new(&["", "Now", "Then"]);
    for row in &change.rows {
        table.row([row.what.clone(), row.before.clone(), row.after.clone()]);
    }
    std::iter::once(table.to_string().trim_end().to_owned())
        .chain(change.rewrites.clone())
        .chain(change.notes.clone())
        .collect::<Vec<_>>()
        .join("\n")
}

//! The fields of a refusal, by the names that they have on the command line.

use super::words::Command;
use crate::wire::Refusal;

/// The refusal at the argument or flag that it belongs to; the desk names the window's fields.
pub(super) fn on_the_line(command: &Command, refusal: Refusal) -> Refusal {
    match field(command, &refusal) {
        Some(field) => refusal.at(field),
        None => refusal,
    }
}

fn field(command: &Command, refusal: &Refusal) -> Option<&'static str> {
    use Command as C;
    let field = refusal.field.as_deref();
    Some(match (command, refusal.code.as_str()) {
        (_, "no_such_lot") => "lot",
        (_, "no_such_pot") => "pot",
        (_, "no_such_entry" | "not_a_spend" | "not_reserved" | "another_kind" | "no_amount") => "id",
        (C::Price { .. }, "no_such_action") => "name",
        (C::Set { .. }, "no_such_setting") => "key",
        (C::Set { .. }, "bad_setting" | "name_empty" | "name_steers" | "service_name_taken") => "value",
        (C::Mark { .. }, "bad_days") => "date",
        (C::Import(_), "csv_unmapped") => "map",
        (C::Init(_) | C::Services { .. }, _) if field == Some("day") => "renews",
        (C::Topup(_) | C::Grant(_), _) if field == Some("ends") => "expires",
        (C::Extend { .. }, _) if field == Some("ends") => "date",
        (C::Check(_) | C::Topup(_) | C::Grant(_), _) if field == Some("when") => "on",
        (C::Spend(_) | C::Edit(_), _) if matches!(field, None | Some("when" | "amount")) => line_of(refusal)?,
        _ => return None,
    })
}

/// What a journey refuses about a spend stands in its line; what is about the file stands nowhere.
fn line_of(refusal: &Refusal) -> Option<&'static str> {
    let of_the_file =
        refusal.code.starts_with("book_") || matches!(refusal.code.as_str(), "no_book" | "disk_full" | "file");
    (!of_the_file).then_some("line")
}

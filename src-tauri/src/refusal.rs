//! Every error as an answer: a stable code, a sentence that says what to do, and the field that it belongs to.

mod plan;

use runout_book::{BookError, JourneyError, OpenError, Refused};
use runout_core::entry::EntryRefusal;
use runout_core::ledger::LedgerError;
use runout_core::words::{self, AmountError, WhenError};

use crate::views::pen::Pen;
use crate::wire::Refusal;

/// A refusal that belongs to no field.
pub fn refusal(code: &str, message: impl Into<String>) -> Refusal {
    Refusal { code: code.to_owned(), message: message.into(), field: None }
}

impl Refusal {
    /// The same, at a field.
    #[must_use]
    pub fn at(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }

    /// The same, with what a surface can do about it.
    #[must_use]
    pub fn and(self, words: &str) -> Self {
        Self { message: self.message + words, ..self }
    }
}

/// What a panic is answered with: the program is wrong, not the person, and nothing half-done was kept.
pub fn broken() -> Refusal {
    refusal(
        "broken",
        "Runout made a mistake of its own, and nothing was changed. Try again; if it comes back, close Runout and start it anew.",
    )
}

/// No price of this action, or of this key, is in question.
pub fn nothing_moved() -> Refusal {
    refusal("no_price_moved", "No price of it seems to have moved. The price book says which did.")
}

/// There is no book to do this in.
pub fn no_book() -> Refusal {
    refusal("no_book", "There is no book open. Start one, or open another.")
}

impl From<AmountError> for Refusal {
    fn from(error: AmountError) -> Self {
        refusal(error.code(), error.to_string())
    }
}

impl From<WhenError> for Refusal {
    fn from(error: WhenError) -> Self {
        refusal(error.code(), error.to_string())
    }
}

impl From<EntryRefusal> for Refusal {
    fn from(error: EntryRefusal) -> Self {
        refusal(error.code(), error.to_string()).at("line")
    }
}

impl From<LedgerError> for Refusal {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::TooLarge(_) => refusal(
                "too_large",
                "All in all that is more than any service counts. Look through the log for an amount with too many digits.",
            ),
            LedgerError::NoTerms => refusal("no_terms", "The book holds no terms of a plan. Restore a backup."),
        }
    }
}

impl From<&BookError> for Refusal {
    fn from(error: &BookError) -> Self {
        match error {
            BookError::DiskFull => {
                refusal("disk_full", "The disk is full, so nothing was saved. Make room, then try again.")
            }
            BookError::ReadOnly => refusal(
                "book_read_only",
                "The book can only be read, so nothing was saved. Allow writing to its file and folder, then try again.",
            ),
            BookError::Busy => refusal(
                "book_busy",
                "Another program is writing to the book and has not finished. Try again in a moment.",
            ),
            BookError::Damaged(_) | BookError::Stored { .. } => {
                refusal("book_damaged", "The book is damaged, so nothing was changed. Restore a backup.")
            }
            BookError::IsABook(path) => refusal(
                "is_a_book",
                format!("{} belongs to a book of Runout. It was left as it is. Choose another name.", path.display()),
            ),
            BookError::Exists(path) => refusal(
                "file_exists",
                format!("There is a file at {} already. It was left as it is. Choose another name.", path.display()),
            ),
            BookError::File { path, reason } if reason.kind() == std::io::ErrorKind::NotFound => refusal(
                "file",
                format!("There is no {}. Choose a folder that is there, then try again.", path.display()),
            ),
            BookError::File { path, reason } => refusal(
                "file",
                format!(
                    "{} cannot be used: {reason}. Look at it, or choose another place, then try again.",
                    path.display()
                ),
            ),
            BookError::Sqlite(_) => {
                refusal("book_unusable", format!("{}. Try again.", words::capital(&error.to_string())))
            }
        }
    }
}

impl From<&OpenError> for Refusal {
    fn from(error: &OpenError) -> Self {
        match error {
            OpenError::Missing(path) => {
                refusal("book_missing", format!("There is no book at {}. Start one, or name another.", path.display()))
            }
            OpenError::Exists(path) => {
                refusal("book_exists", format!("There is a file at {} already. It was left as it is.", path.display()))
            }
            OpenError::Empty(path) => refusal(
                "book_empty",
                format!(
                    "{} is empty: there is no book in it. It was left as it is. Restore a backup, or open another.",
                    path.display()
                ),
            ),
            OpenError::Damaged(_) | OpenError::Book(BookError::Damaged(_) | BookError::Stored { .. }) => refusal(
                "book_damaged",
                "This book is damaged. It was left as it is. Restore a backup, or open another.",
            ),
            OpenError::Newer { .. } => refusal(
                "book_newer",
                "This book is from a newer Runout. It was left as it is. Install that one, open another book, or restore a backup.",
            ),
            OpenError::Foreign(path) => refusal(
                "book_foreign",
                format!("{} is not a book of Runout. It was left as it is. Open another.", path.display()),
            ),
            OpenError::ReadOnly(path) => refusal(
                "book_read_only",
                format!("{} can only be read. Allow writing to it, then try again, or open another.", path.display()),
            ),
            OpenError::FolderReadOnly(path) => refusal(
                "book_read_only",
                format!(
                    "Nothing can be written in {}, where the book lies. Allow writing there, then try again, or open another.",
                    path.display()
                ),
            ),
            OpenError::Book(error) => error.into(),
            OpenError::Refused(refused) => of_refused(refused, &Pen::bare()),
        }
    }
}

/// Whether the book itself is the trouble: damaged, newer, or not a book (the command line's exit code 3).
pub const fn is_about_the_file(error: &OpenError) -> bool {
    matches!(
        error,
        OpenError::Empty(_)
            | OpenError::Damaged(_)
            | OpenError::Newer { .. }
            | OpenError::Foreign(_)
            | OpenError::Book(BookError::Damaged(_) | BookError::Stored { .. })
    )
}

/// What a journey refused, in the words of one service.
pub fn of_journey(error: &JourneyError, pen: &Pen) -> Refusal {
    match error {
        JourneyError::Book(error) => error.into(),
        JourneyError::Refused(refused) => of_refused(refused, pen),
    }
}

/// What the book refuses, in the words of one service.
pub fn of_refused(refused: &Refused, pen: &Pen) -> Refusal {
    match refused {
        Refused::NoSuchEntry(id) => {
            refusal("no_such_entry", format!("There is no entry {} in the log. Look at it anew.", id.0))
        }
        Refused::NotASpend(id) => refusal("not_a_spend", format!("Entry {} is not a spend. Choose a spend.", id.0)),
        Refused::AnotherKind(id) => {
            refusal("another_kind", format!("Entry {} is of another kind. Delete it and enter it anew.", id.0))
        }
        Refused::AboutAnother(id) => refusal(
            "about_another",
            format!("Entry {} stays with its spend. Delete it and enter it anew at the other one.", id.0),
        ),
        Refused::BeforeItsSpend { spend } => refusal(
            "before_its_spend",
            format!(
                "Its spend happened on {}. Type that moment or a later one.",
                words::moment(*spend, pen.zone, pen.today, &pen.figures)
            ),
        )
        .at("when"),
        Refused::RefundTooLarge { left } if left.is_zero() => {
            refusal("refund_too_large", "All of it came back already: nothing is left to refund.").at("amount")
        }
        Refused::RefundTooLarge { left } => refusal(
            "refund_too_large",
            format!("At most {} of it has not come back yet. Type that or less.", pen.exact(*left)),
        )
        .at("amount"),
        Refused::AmountNotPositive => refusal("amount_not_positive", "The amount must be above 0.").at("amount"),
        Refused::TooLarge => {
            refusal("too_large", "All in all that is more than a book can count. Type an amount with fewer digits.")
                .at("amount")
        }
        Refused::NotInOurTime { year } => {
            refusal("not_in_our_time", format!("The year {year} is not in our time. Type one from 1990 to 2199."))
                .at("when")
        }
        Refused::SpendBelowNothing => {
            refusal("spend_below_nothing", "A spend is 0 or more. For credits that came back, log a refund.")
        }
        Refused::CountOfNothing => refusal("count_of_nothing", "A count is 1 or more."),
        Refused::LaterThanNow { at } => refusal(
            "later_than_now",
            format!(
                "{} has not come yet. Log it when it has happened.",
                words::moment(*at, pen.zone, pen.today, &pen.figures)
            ),
        )
        .at("when"),
        Refused::NoSuchLot(lot) => refusal("no_such_lot", format!("There is no lot {}. Look at the plan anew.", lot.0)),
        Refused::LotEnded { lot, at } => refusal(
            "lot_ended",
            format!("The lot {} ended on {}. Nothing is left in it to end or keep.", lot.0, pen.day_of(*at)),
        ),
        Refused::EndsBeforeStart => {
            refusal("ends_before_start", "It would end before it begins. Type a later day.").at("ends")
        }
        Refused::NoSuchPot(pot) => {
            refusal("no_such_pot", format!("The plan has no pot called “{pot}”. Look at the plan for its pots."))
        }
        Refused::NoSuchAction(action) => refusal(
            "no_such_action",
            format!("There is no action “{action}”. Look at the prices for those that there are."),
        ),
        Refused::NameTaken(name) => {
            refusal("name_taken", format!("“{name}” is the name of another action. Choose another.")).at("name")
        }
        Refused::NoSuchService => {
            refusal("no_such_service", "That service is not in the book any more. Choose another.").at("service")
        }
        Refused::ServiceNameTaken(name) => {
            let words = format!("“{name}” is the name of another service of this book. Choose another name.");
            refusal("service_name_taken", words).at("name")
        }
        Refused::OnlyService(name) => {
            refusal("only_service", format!("{name} is the only service of this book. Add another one first."))
        }
        Refused::NameEmpty => refusal("name_empty", "Type a name.").at("name"),
        Refused::NameSteers => refusal(
            "name_steers",
            "This name holds characters that cannot be seen, such as control characters. Type it without them.",
        )
        .at("name"),
        Refused::BadTerms(why) => refusal("bad_terms", words::capital(why)),
        Refused::NoSuchTerms => {
            refusal("no_such_terms", "There are no such terms to come any more. Look at the plan anew.")
        }
        Refused::NoRenewal => {
            refusal("no_renewal", "These terms have no next renewal. Choose now, or a date.").at("from")
        }
        Refused::StillReserved(id) => refusal(
            "still_reserved",
            format!("Entry {} is still reserved. Settle it first: at 0 where it took nothing.", id.0),
        ),
        Refused::NotReserved(id) => refusal(
            "not_reserved",
            format!("Entry {} is not reserved. To change what it took, edit it: runout edit {} …", id.0, id.0),
        ),
        Refused::NoCycle => refusal("no_cycle", "These terms have no cycle, so nothing can renew."),
        Refused::PlanIs(state) => plan::plan_is(state, pen),
        Refused::PlanTurnedLater { at } => refusal(
            "plan_turned_later",
            format!(
                "The plan was paused, cancelled or resumed on {}. Choose a later moment, or delete that entry first.",
                pen.moment(*at)
            ),
        )
        .at("on"),
        Refused::NotARenewal { before, after } => {
            let words = format!("No renewal of the schedule comes then. {}", plan::nearest(*before, *after, pen));
            refusal("not_a_renewal", words).at("renewal")
        }
        Refused::NotDueYet { renewal } => refusal(
            "not_due_yet",
            format!(
                "The renewal of {} is still to come. If it will come at another time, type that time.",
                pen.moment(*renewal)
            ),
        )
        .at("renewal"),
        Refused::ShiftedTooFar { before, after } => {
            let words = format!("A renewal stays between its neighbours. {}", plan::nearest(*before, *after, pen));
            refusal("shifted_too_far", words).at("to")
        }
        Refused::BeforeStart { start } => refusal(
            "before_start",
            format!("The book starts on {}. Choose that day or a later one.", pen.day_of(*start)),
        )
        .at("from"),
        Refused::BadDays => refusal("bad_days", "These days are not a range. Choose a first day and a later last one."),
        Refused::NoSuchSetting(key) => refusal("no_such_setting", format!("There is no setting “{key}”.")),
        Refused::BadSetting { key, allowed } => refusal("bad_setting", format!("It can be {allowed}.")).at(key),
        Refused::NothingToUndo => refusal("nothing_to_undo", "Nothing is left to undo."),
        Refused::NothingToRedo => refusal("nothing_to_redo", "Nothing is left to redo."),
        Refused::NoSuchBackup(name) => {
            refusal("no_such_backup", format!("There is no backup “{name}” any more. Choose another."))
        }
        Refused::BadBackup { reason, .. } => refusal(
            "bad_backup",
            format!("This backup cannot be restored: {reason}. Choose another. The book was left as it is."),
        ),
        Refused::BadImport { place, reason } => refusal(
            "bad_import",
            format!(
                "This document cannot be imported: {place}: {reason}. Nothing was changed. Choose a file that Runout exported."
            ),
        ),
        Refused::Csv(wrong) => {
            let refused = refusal(wrong.code(), wrong.to_string());
            wrong.field().map_or(refused.clone(), |field| refused.at(field))
        }
        #[expect(
            unreachable_patterns,
            reason = "the book grows kinds of refusal; each new one has a sentence of its own"
        )]
        other => refusal("refused", format!("{}.", words::capital(&other.to_string()))),
    }
}

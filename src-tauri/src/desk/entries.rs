//! What is done to entries that stand.

use runout_book::NewSpend;
use runout_core::facts::{EntryId, Spend, SpendState, Verdict};
use runout_core::words;

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::wire::Refusal;

impl Desk {
    /// Deletes entries, all of them in one step.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn delete(&mut self, ids: &[i64]) -> Result<Told, Refusal> {
        let change = self.change(|book, now| book.delete_all(&entries(ids), now))?;
        self.tell_with_left(&change)
    }

    /// Notes a verdict on spends: `keeper`, `reject`, `failed`, or `none`.
    ///
    /// # Errors
    /// A refusal for another word, and what the journey refuses.
    pub fn judge(&mut self, ids: &[i64], verdict: &str) -> Result<Told, Refusal> {
        let verdict = match verdict {
            "keeper" => Some(Verdict::Keeper),
            "reject" => Some(Verdict::Reject),
            "failed" => Some(Verdict::Failed),
            "none" => None,
            other => {
                return Err(refusal(
                    "bad_verdict",
                    format!("A result is keeper, reject, failed or none, not “{other}”."),
                ));
            }
        };
        Ok(Self::tell(&self.change(|book, now| book.judge_all(&entries(ids), verdict, now))?))
    }

    /// Tags spends with typed words: "teaser", "#teaser #recap".
    ///
    /// # Errors
    /// A refusal at `tags` where nothing was typed, and what the journey refuses.
    pub fn tag(&mut self, ids: &[i64], typed: &str) -> Result<Told, Refusal> {
        let words = typed.split([' ', ',', '\t']).map(|word| word.trim_start_matches('#'));
        let tags: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
        if tags.is_empty() {
            return Err(refusal("no_tag", "Type a tag: teaser.").at("tags"));
        }
        Ok(Self::tell(&self.change(|book, now| book.tag(&entries(ids), &tags, now))?))
    }

    /// Notes that a refund is expected for a spend, or that it will not come.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn expect_refund(&mut self, id: i64, expected: bool) -> Result<Told, Refusal> {
        Ok(Self::tell(&self.change(|book, now| book.expect_refund(EntryId(id), expected, now))?))
    }

    /// Notes that credits came back for a spend: this many, or all that have not yet.
    ///
    /// # Errors
    /// A refusal at `amount`, and what the journey refuses.
    pub fn refund(&mut self, id: i64, amount: Option<&str>) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let amount = amount.map(|text| words::read_amount(text, pen.decimals, &pen.figures)).transpose();
        let amount = amount.map_err(|error| Refusal::from(error).at("amount"))?;
        let change = self.change(|book, now| book.refund(EntryId(id), amount, now))?;
        self.tell_with_left(&change)
    }

    /// Settles a reserved spend at what it took, or at what was reserved.
    ///
    /// # Errors
    /// A refusal at `amount`, and what the journey refuses.
    pub fn settle(&mut self, id: i64, amount: Option<&str>) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let took = amount.map(|text| words::read_amount(text, pen.decimals, &pen.figures)).transpose();
        let took = took.map_err(|error| Refusal::from(error).at("amount"))?;
        let change = self.change(|book, now| book.settle(EntryId(id), took, now))?;
        self.tell_spend(&change, None)
    }

    /// Logs the same again, now.
    ///
    /// # Errors
    /// A refusal where the spend is gone, and what the journey refuses.
    pub fn repeat(&mut self, id: i64) -> Result<Told, Refusal> {
        let gone = || refusal("no_such_entry", format!("There is no spend {id} any more. Look at the log anew."));
        let spend = self.spend(EntryId(id)).cloned().ok_or_else(gone)?;
        let spend = Spend { derived: false, state: SpendState::Charged, verdict: None, ..spend };
        let usual = self.usual(&spend)?;
        let at = self.now();
        let new = NewSpend { at, date_only: false, spend, shown: None, refunded: false, new_action: None };
        let change = self.change(|book, now| book.spend(&new, now))?;
        self.tell_spend(&change, usual)
    }
}

fn entries(ids: &[i64]) -> Vec<EntryId> {
    ids.iter().copied().map(EntryId).collect()
}

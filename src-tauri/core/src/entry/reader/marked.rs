//! Words with a mark in front, and quoted ones: tags, states, notes, `@1800`, `=22600`, `~165`.

use super::{Reader, is_amount_word};
use crate::actions::ActionId;
use crate::credits::Credits;
use crate::entry::amounts::is_amount;
use crate::entry::chip::ChipKind;
use crate::entry::draft::{Said, Typed};
use crate::entry::refusal::EntryRefusal;
use crate::entry::settings;
use crate::entry::split::Word;
use crate::facts::Verdict;
use crate::words::{exact, quoted, read_amount, read_balance};

impl Reader<'_, '_> {
    pub(super) fn quoted(&mut self, word: &Word<'_>, content: String) {
        match word.text {
            "" => self.draft.say_note(content, word.from, word.to),
            "#" if content.is_empty() => {
                self.draft.say_note(self.text[word.from..word.to].to_owned(), word.from, word.to)
            }
            "#" => self.tag(word, &content),
            "action=" => self.action_by_id(word, &content),
            head => {
                let (name, value) = settings::canonical(&head.trim_end_matches('=').to_lowercase(), &content);
                self.setting((word.from, word.to), name, value);
            }
        }
    }

    pub(super) fn action_by_id(&mut self, word: &Word<'_>, id: &str) {
        match self.desk.actions.iter().find(|action| action.id.0 == id) {
            Some(action) => {
                self.draft.action_id = Some(ActionId(id.to_owned()));
                self.draft.chip(ChipKind::Action, action.name.clone(), word.from, word.to);
            }
            None => self.draft.refuse(EntryRefusal::UnknownAction(quoted(id))),
        }
    }

    pub(super) fn tag(&mut self, word: &Word<'_>, tag: &str) {
        self.draft.say_tag(tag);
        self.draft.chip(ChipKind::Tag, format!("#{tag}"), word.from, word.to);
    }

    pub(super) fn state_or_note(&mut self, word: &Word<'_>) {
        if !self.state(word) {
            self.draft.say_note(word.text.to_owned(), word.from, word.to);
        }
    }

    /// `!failed`, `+keeper`: whether it is a state.
    pub(super) fn state(&mut self, word: &Word<'_>) -> bool {
        let said = |verdict| Said::new(verdict, word.text, word.from, word.to);
        let name = word.text[1..].to_lowercase();
        match name.as_str() {
            "keeper" => self.draft.say_verdict(said(Verdict::Keeper)),
            "reject" => self.draft.say_verdict(said(Verdict::Reject)),
            "failed" => self.draft.say_verdict(said(Verdict::Failed)),
            "refunded" => self.draft.refunded = true,
            "expected" => self.draft.refund_expected = true,
            "reserved" => self.draft.reserved = true,
            _ => return false,
        }
        let shown = if name == "expected" { "refund expected".to_owned() } else { name };
        self.draft.chip(ChipKind::State, shown, word.from, word.to);
        true
    }

    pub(super) fn plus(&mut self, at: usize) {
        let word = &self.words[at];
        if self.state(word) {
            return;
        }
        match self.when(at) {
            Some((when, used)) => self.say_when(at, when, used),
            None if is_amount(&word.text[1..]) => self.draft.refuse(EntryRefusal::Adds(quoted(word.text))),
            None => self.draft.say_note(word.text.to_owned(), word.from, word.to),
        }
    }

    /// `@1800`, `=22600`, `~165`, also with a space behind the sign.
    pub(super) fn sigil(&mut self, at: usize, meant: fn(Credits) -> Typed) -> usize {
        let word = &self.words[at];
        let sign = word.text.chars().next().map_or(0, char::len_utf8);
        let behind = self.words.get(at + 1).filter(|next| word.text.len() == sign && is_amount_word(next));
        let (body, to, used) = behind.map_or((&word.text[sign..], word.to, 1), |next| (next.text, next.to, 2));
        if is_amount(body) {
            self.amount(body, word.from, to, meant);
        } else {
            self.draft.say_note(word.text.to_owned(), word.from, word.to);
        }
        used
    }

    pub(super) fn amount(&mut self, body: &str, from: usize, to: usize, meant: fn(Credits) -> Typed) {
        let (decimals, figures) = (self.desk.decimals, &self.desk.figures);
        let is_balance = matches!(meant(Credits::ZERO), Typed::Balance(_));
        let read = if is_balance { read_balance } else { read_amount };
        let kind = if is_balance { ChipKind::Balance } else { ChipKind::Credits };
        match read(body, decimals, figures) {
            Ok(amount) => {
                self.draft.chip(kind, exact(amount, decimals, figures), from, to);
                self.draft.say_amount(Said::new(meant(amount), &self.text[from..to], from, to));
            }
            Err(error) => {
                self.draft.chip(kind, body.chars().take(24).collect(), from, to);
                self.draft.refuse(error);
            }
        }
    }
}

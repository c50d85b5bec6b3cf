//! The walk over a line's words.

mod marked;
mod name;
mod when;

use self::name::Name;
use super::actions::{self, Fit, Found};
use super::amounts::{count, is_amount, is_each, is_version};
use super::chip::ChipKind;
use super::desk::EntryDesk;
use super::draft::{Draft, Said, Typed};
use super::refusal::EntryRefusal;
use super::settings;
use super::split::{Word, split};
use crate::credits::Credits;
use crate::words::{generation, quoted};
use crate::{Day, words};

/// Gathers what a line's words mean.
pub(super) fn read<'a>(text: &str, desk: &EntryDesk<'a>) -> Draft<'a> {
    let words = split(text);
    let mut reader =
        Reader { text, words: &words, desk, today: desk.today(), name: Name::default(), draft: Draft::default() };
    reader.draft.found = reader.find_action();
    let mut at = 0;
    while at < words.len() {
        at += reader.step(at).max(1);
    }
    reader.draft
}

struct Reader<'r, 'a> {
    text: &'r str,
    words: &'r [Word<'r>],
    desk: &'r EntryDesk<'a>,
    today: Day,
    name: Name,
    draft: Draft<'a>,
}

impl<'a> Reader<'_, 'a> {
    fn find_action(&self) -> Option<Found<'a>> {
        let found = actions::find(self.words, |at| self.stands_alone(at), self.desk)?;
        let behind = found.first + found.words;
        let newer = found.fit != Fit::Whole && self.words.get(behind).is_some_and(|word| is_version(word.text));
        let other_amount = || self.words.iter().enumerate().any(|(at, word)| at != behind && is_amount_word(word));
        // "veo 4 8s 900" is no Veo 3: its number belongs to the name where another figure is the amount.
        (!(newer && other_amount())).then_some(found)
    }

    /// Whether a word means something by itself, so that no name begins with it.
    fn stands_alone(&self, at: usize) -> bool {
        let rest = &self.words[at..];
        let text = rest[0].text;
        settings::read(text).is_some() || count(rest).is_some() || is_amount(text) || self.when(at).is_some()
    }

    /// Reads the word at a place, and says how many words that took.
    fn step(&mut self, at: usize) -> usize {
        if let Some(found) = self.draft.found.as_ref().filter(|found| found.first == at) {
            let (words, name) = (found.words, found.ranked.first().map(|action| action.name.clone()));
            self.action(at, words, name.unwrap_or_default());
            return words;
        }
        let word = &self.words[at];
        if let Some(content) = word.quoted.clone() {
            self.quoted(word, content);
            return 1;
        }
        match word.text.chars().next() {
            Some('#') if word.text.len() > 1 => self.tag(word, &word.text[1..]),
            Some('!') => self.state_or_note(word),
            Some('+') => self.plus(at),
            Some('@') => return self.sigil(at, Typed::Each),
            Some('=') => return self.sigil(at, Typed::Balance),
            Some('~' | '≈') => return self.sigil(at, Typed::Estimated),
            _ => return self.plain(at),
        }
        1
    }

    fn action(&mut self, at: usize, words: usize, name: String) {
        let (from, to) = (self.words[at].from, self.words[at + words - 1].to);
        self.draft.action_at = Some((from, to));
        self.draft.chip(ChipKind::Action, name, from, to);
    }

    fn plain(&mut self, at: usize) -> usize {
        let word = &self.words[at];
        if word.text == "9:16" {
            self.draft.refuse(EntryRefusal::TimeOrFormat(quoted(word.text)));
        }
        if let Some((name, value, used)) = self.setting_at(at) {
            if name == "action" {
                self.action_by_id(word, &value);
            } else {
                let to = self.words[at + used - 1].to;
                self.setting((word.from, to), name, value);
            }
            return used;
        }
        if let Some((when, used)) = self.when(at) {
            self.say_when(at, when, used);
            return used + self.year_behind(at, used);
        }
        if let Some((pieces, used)) = count(&self.words[at..]) {
            self.count(at, pieces, used);
            return used;
        }
        if is_amount(word.text) && !self.continues_name(at) {
            let each = is_each(self.words.get(at + 1));
            let (meant, used): (fn(Credits) -> Typed, _) = if each { (Typed::Each, 2) } else { (Typed::InAll, 1) };
            self.amount(word.text, word.from, self.words[at + used - 1].to, meant);
            return used;
        }
        self.name_or_note(at);
        1
    }

    /// A setting of one word, or a length of two: "8 s".
    fn setting_at(&self, at: usize) -> Option<(String, String, usize)> {
        let word = self.words[at].text;
        let next = self.words.get(at + 1).filter(|next| next.is_plain() && is_amount(word));
        let two = next.filter(|next| ["s", "sec", "seconds"].iter().any(|unit| next.text.eq_ignore_ascii_case(unit)));
        let of_two = two.and_then(|next| settings::read(&format!("{word}{}", next.text)));
        let of_one = || settings::read(word).map(|(name, value)| (name, value, 1));
        of_two.map(|(name, value)| (name, value, 2)).or_else(of_one)
    }

    fn setting(&mut self, (from, to): (usize, usize), name: String, value: String) {
        self.draft.chip(ChipKind::Setting, generation::setting(&name, &value), from, to);
        let said = Said::new(value, &self.text[from..to], from, to);
        self.draft.say_setting(name, said);
    }

    fn count(&mut self, at: usize, pieces: Option<u32>, used: usize) {
        let (from, to) = (self.words[at].from, self.words[at + used - 1].to);
        let typed = &self.text[from..to];
        match pieces {
            Some(pieces) => {
                let shown = words::count(pieces.into(), &self.desk.figures);
                self.draft.chip(ChipKind::Count, format!("× {shown}"), from, to);
                self.draft.say_count(Said::new(pieces, typed, from, to));
            }
            None => self.draft.refuse(EntryRefusal::Count(quoted(typed))),
        }
    }
}

fn is_amount_word(word: &Word<'_>) -> bool {
    let body = word.text.trim_start_matches(['@', '=', '~', '≈']);
    word.quoted.is_none() && is_amount(body)
}

//! The walk over a line's words.

use super::actions::{self, Fit, Found, fold};
use super::amounts::{count, is_amount, is_each, is_version};
use super::chip::ChipKind;
use super::desk::EntryDesk;
use super::draft::{Draft, Said, Typed};
use super::refusal::EntryRefusal;
use super::settings;
use super::split::{Word, split};
use crate::actions::ActionId;
use crate::credits::Credits;
use crate::facts::Verdict;
use crate::words::read_word::Word as WhenWord;
use crate::words::{Lean, day, exact, generation, quoted, read_amount, read_balance, time};
use crate::{Day, words};

/// A new action's name has at most so many words, and so many bytes.
const LONGEST_NAME: (usize, usize) = (6, 60);

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

/// The words of a new action's name so far.
#[derive(Default)]
struct Name {
    words: usize,
    /// The word behind its last one.
    next: usize,
    from: usize,
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

    fn quoted(&mut self, word: &Word<'_>, content: String) {
        match word.text {
            "" => self.draft.say_note(content, word.from, word.to),
            "#" => self.tag(word, &content),
            "action=" => self.action_by_id(word, &content),
            head => {
                let (name, value) = settings::canonical(&head.trim_end_matches('=').to_lowercase(), &content);
                self.setting(word, name, value, 1);
            }
        }
    }

    fn action_by_id(&mut self, word: &Word<'_>, id: &str) {
        match self.desk.actions.iter().find(|action| action.id.0 == id) {
            Some(action) => {
                self.draft.action_id = Some(ActionId(id.to_owned()));
                self.draft.chip(ChipKind::Action, action.name.clone(), word.from, word.to);
            }
            None => self.draft.refuse(EntryRefusal::UnknownAction(quoted(id))),
        }
    }

    fn tag(&mut self, word: &Word<'_>, tag: &str) {
        self.draft.say_tag(tag);
        self.draft.chip(ChipKind::Tag, format!("#{tag}"), word.from, word.to);
    }

    fn state_or_note(&mut self, word: &Word<'_>) {
        if !self.state(word) {
            self.draft.say_note(word.text.to_owned(), word.from, word.to);
        }
    }

    /// `!failed`, `+keeper`: whether it is a state.
    fn state(&mut self, word: &Word<'_>) -> bool {
        let said = |verdict| Said::new(verdict, word.text, word.from, word.to);
        let name = word.text[1..].to_lowercase();
        match name.as_str() {
            "keeper" => self.draft.say_verdict(said(Verdict::Keeper)),
            "reject" => self.draft.say_verdict(said(Verdict::Reject)),
            "failed" => self.draft.say_verdict(said(Verdict::Failed)),
            "refunded" => self.draft.refunded = true,
            "expected" => self.draft.refund_expected = true,
            _ => return false,
        }
        let shown = if name == "expected" { "refund expected".to_owned() } else { name };
        self.draft.chip(ChipKind::State, shown, word.from, word.to);
        true
    }

    fn plus(&mut self, at: usize) {
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
    fn sigil(&mut self, at: usize, meant: fn(Credits) -> Typed) -> usize {
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

    fn amount(&mut self, body: &str, from: usize, to: usize, meant: fn(Credits) -> Typed) {
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

    fn plain(&mut self, at: usize) -> usize {
        let word = &self.words[at];
        if word.text == "9:16" {
            self.draft.refuse(EntryRefusal::TimeOrFormat(quoted(word.text)));
        }
        if let Some((name, value, used)) = self.setting_at(at) {
            if name == "action" {
                self.action_by_id(word, &value);
            } else {
                self.setting(word, name, value, used);
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

    fn setting(&mut self, word: &Word<'_>, name: String, value: String, used: usize) {
        let to = if used == 2 {
            self.words.iter().find(|next| next.from > word.from).map_or(word.to, |next| next.to)
        } else {
            word.to
        };
        self.draft.chip(ChipKind::Setting, generation::setting(&name, &value), word.from, to);
        let said = Said::new(value, &self.text[word.from..to], word.from, to);
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

    fn when(&self, at: usize) -> Option<(WhenWord, usize)> {
        let near = self.words[at..].iter().take(2).take_while(|word| word.quoted.is_none());
        let texts: Vec<&str> = near.map(|word| word.text).collect();
        WhenWord::read(&texts, self.today, Lean::Past)
    }

    fn say_when(&mut self, at: usize, when: WhenWord, used: usize) {
        let (from, to) = (self.words[at].from, self.words[at + used - 1].to);
        let typed = &self.text[from..to];
        let shown = match when {
            WhenWord::Day(Some(read)) => day(read, self.today),
            WhenWord::Time(Some(read)) => time(read, &self.desk.figures),
            _ => typed.to_owned(),
        };
        self.draft.chip(ChipKind::When, shown, from, to);
        match when {
            WhenWord::Day(read) => self.draft.say_day(Said::new(read, typed, from, to)),
            WhenWord::Time(read) => self.draft.say_time(Said::new(read, typed, from, to)),
        }
    }

    /// A number behind "12 nov" that could be its year is asked about; says how many words that took.
    fn year_behind(&mut self, at: usize, used: usize) -> usize {
        let Some(year) = self.words.get(at + used).filter(|word| used == 2 && is_year(word)) else { return 0 };
        let Some(said) = &self.draft.day else { return 0 };
        let month_and_day = said.value.format("%m-%d");
        let iso = format!("{}-{month_and_day}", year.text);
        let refusal = EntryRefusal::YearOrCredits { date: said.text.clone(), year: year.text.to_owned(), iso };
        self.draft.chip(ChipKind::When, year.text.to_owned(), year.from, year.to);
        self.draft.refuse(refusal);
        1
    }

    /// Whether a number is the version in the new name that stands right before it.
    fn continues_name(&self, at: usize) -> bool {
        self.name.words > 0 && self.name.next == at && !self.draft.has_begun() && is_version(self.words[at].text)
    }

    fn name_or_note(&mut self, at: usize) {
        let word = &self.words[at];
        let named = self.draft.found.is_some() || self.draft.action_id.is_some() || self.draft.has_begun();
        let follows = self.name.words == 0 || self.name.next == at;
        let short = self.name.words < LONGEST_NAME.0 && word.to - self.first_of_name(word) <= LONGEST_NAME.1;
        if named || !follows || !short || fold(word.text).is_empty() {
            self.draft.say_note(word.text.to_owned(), word.from, word.to);
        } else {
            self.name_word(at);
        }
    }

    fn first_of_name(&self, word: &Word<'_>) -> usize {
        if self.name.words == 0 { word.from } else { self.name.from }
    }

    fn name_word(&mut self, at: usize) {
        let word = &self.words[at];
        let from = self.first_of_name(word);
        self.name = Name { words: self.name.words + 1, next: at + 1, from };
        let name = match &self.draft.new_name {
            Some(before) => format!("{before} {}", word.text),
            None => capitalised(word.text),
        };
        if self.name.words > 1 {
            self.draft.chips.pop();
        }
        self.draft.chip(ChipKind::NewAction, name.clone(), from, word.to);
        self.draft.new_name = Some(name);
    }
}

fn is_amount_word(word: &Word<'_>) -> bool {
    let body = word.text.trim_start_matches(['@', '=', '~', '≈']);
    word.quoted.is_none() && is_amount(body)
}

fn is_year(word: &Word<'_>) -> bool {
    word.quoted.is_none()
        && word.text.len() == 4
        && word.text.parse::<u32>().is_ok_and(|year| (1970..=2100).contains(&year))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

//! Days and times among the words.

use super::Reader;
use crate::entry::chip::ChipKind;
use crate::entry::draft::Said;
use crate::entry::refusal::EntryRefusal;
use crate::entry::split::Word;
use crate::words::read_word::Word as WhenWord;
use crate::words::{Lean, day, time};

impl Reader<'_, '_> {
    pub(super) fn when(&self, at: usize) -> Option<(WhenWord, usize)> {
        let near = self.words[at..].iter().take(2).take_while(|word| word.quoted.is_none());
        let texts: Vec<&str> = near.map(|word| word.text).collect();
        WhenWord::read(&texts, self.today, Lean::Past)
    }

    pub(super) fn say_when(&mut self, at: usize, when: WhenWord, used: usize) {
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
    pub(super) fn year_behind(&mut self, at: usize, used: usize) -> usize {
        let Some(year) = self.words.get(at + used).filter(|word| used == 2 && is_year(word)) else { return 0 };
        let Some(said) = &self.draft.day else { return 0 };
        let month_and_day = said.value.format("%m-%d");
        let iso = format!("{}-{month_and_day}", year.text);
        let refusal = EntryRefusal::YearOrCredits { date: said.text.clone(), year: year.text.to_owned(), iso };
        self.draft.chip(ChipKind::When, year.text.to_owned(), year.from, year.to);
        self.draft.refuse(refusal);
        1
    }
}

fn is_year(word: &Word<'_>) -> bool {
    word.quoted.is_none()
        && word.text.len() == 4
        && word.text.parse::<u32>().is_ok_and(|year| (1970..=2100).contains(&year))
}

//! Finding the action that a line means.

use std::cmp::Reverse;

use super::desk::EntryDesk;
use super::split::Word;
use crate::actions::Action;

/// An action is looked for among so many first words; a name has at most so many.
const SEARCHED: usize = 64;
const LONGEST_RUN: usize = 6;

/// How well typed words match a name; the better comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The whole name.
    Whole,
    /// Its beginning.
    Start,
    /// A part of it.
    Part,
}

/// The run of words that names an action, and the actions that it may mean, best first.
#[derive(Clone, Debug)]
pub(super) struct Found<'a> {
    pub(super) first: usize,
    pub(super) words: usize,
    pub(super) fit: Fit,
    pub(super) ranked: Vec<&'a Action>,
}

/// A name or alias, folded to its letters and digits, with the places where its words begin.
struct Name<'a> {
    action: &'a Action,
    folded: String,
    starts: Vec<usize>,
}

/// The longest run of words that matches an action; `alone` says which words mean something by themselves.
pub(super) fn find<'a>(words: &[Word<'_>], alone: impl Fn(usize) -> bool, desk: &EntryDesk<'a>) -> Option<Found<'a>> {
    let names: Vec<Name<'a>> = desk.actions.iter().flat_map(names_of).collect();
    let runs = (0..words.len().min(SEARCHED)).flat_map(|first| runs_from(words, first, alone(first), &names));
    let best = runs.min_by_key(|run| (Reverse(run.words), run.fit, run.first))?;
    Some(Found {
        first: best.first,
        words: best.words,
        fit: best.fit,
        ranked: ranked(&best.folded, best.words, &names, desk),
    })
}

struct Run {
    first: usize,
    words: usize,
    fit: Fit,
    folded: String,
}

fn runs_from(words: &[Word<'_>], first: usize, alone: bool, names: &[Name<'_>]) -> Vec<Run> {
    let mut folded = String::new();
    let mut runs = Vec::new();
    for (length, word) in words[first..].iter().take(LONGEST_RUN).take_while(|word| word.is_plain()).enumerate() {
        folded.push_str(&fold(word.text));
        if folded.is_empty() || folded.len() > 96 || !names.iter().any(|name| name.folded.contains(&folded)) {
            break;
        }
        let fit = names.iter().filter_map(|name| name.fit(&folded, length + 1)).min();
        // A word that means something by itself begins a name only where the whole name is typed.
        let counts = |fit: &Fit| !alone || (*fit == Fit::Whole && length > 0);
        runs.extend(fit.filter(counts).map(|fit| Run { first, words: length + 1, fit, folded: folded.clone() }));
    }
    runs
}

/// The actions that a run may mean: the better fit, then the more recent, then the shorter name.
pub(super) fn ranked_for<'a>(typed: &str, words: usize, desk: &EntryDesk<'a>) -> Vec<&'a Action> {
    let names: Vec<Name<'a>> = desk.actions.iter().flat_map(names_of).collect();
    ranked(&fold(typed), words, &names, desk)
}

fn ranked<'a>(folded: &str, words: usize, names: &[Name<'a>], desk: &EntryDesk<'a>) -> Vec<&'a Action> {
    let mut fits: Vec<_> = names
        .iter()
        .filter_map(|name| {
            let fit = name.fit(folded, words)?;
            Some((fit, Reverse(desk.prices.last_of_action(&name.action.id)), name.folded.len(), name.action))
        })
        .collect();
    fits.sort_by_key(|(fit, recent, length, _)| (*fit, *recent, *length));
    let mut actions: Vec<&Action> = Vec::new();
    for (.., action) in fits {
        if !actions.iter().any(|known| known.id == action.id) {
            actions.push(action);
        }
    }
    actions
}

fn names_of(action: &Action) -> impl Iterator<Item = Name<'_>> {
    std::iter::once(&action.name).chain(&action.aliases).map(move |name| Name::new(action, name))
}

impl<'a> Name<'a> {
    fn new(action: &'a Action, name: &str) -> Self {
        let mut starts = Vec::new();
        let mut folded = String::new();
        for word in name.split(|c: char| !c.is_alphanumeric()) {
            starts.push(folded.len());
            folded.push_str(&fold(word));
        }
        Self { action, folded, starts }
    }

    /// How well this fits, if it does. A hidden action answers to its whole name only.
    fn fit(&self, folded: &str, words: usize) -> Option<Fit> {
        if folded == self.folded {
            return (!folded.is_empty()).then_some(Fit::Whole);
        }
        if self.action.hidden || folded.len() < 2 {
            return None;
        }
        if self.folded.starts_with(folded) {
            return Some(Fit::Start);
        }
        let at_a_word = self.starts.iter().any(|start| self.folded[*start..].starts_with(folded));
        let inside = words == 1 && folded.len() >= 3 && self.folded.contains(folded);
        (at_a_word || inside).then_some(Fit::Part)
    }
}

/// Letters and digits in lower case: "Veo 3" and "veo3" are one name.
pub(super) fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

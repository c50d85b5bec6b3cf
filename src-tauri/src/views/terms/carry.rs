//! What a renewal keeps, in sentences.

use runout_core::credits::Credits;
use runout_core::terms::{
    Cadence, Cap, Carry, CarryCap, Interval, IntervalUnit, Kept, PotName, PotTerms, Ratio, Terms,
};

use super::grant::others;
use super::scribe::{Scribe, Word, spot};
use super::values::{self, Voice};

/// The rules that one word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Lapses,
    RollsOver,
    UpTo,
    Cycles,
    For,
    Bank,
}

const RULES: &[Word<Rule>] = &[
    (Rule::Lapses, "none", "lapses"),
    (Rule::RollsOver, "all", "rolls over"),
    (Rule::UpTo, "up_to", "rolls over, up to …"),
    (Rule::Cycles, "cycles", "rolls over for … cycles"),
    (Rule::For, "for", "lasts … from its grant"),
    (Rule::Bank, "bank", "moves into the pot … (a bank)"),
];

impl Rule {
    const fn of(carry: &Carry) -> Self {
        match (carry.kept, &carry.cap) {
            (Kept::UntilRenewal, Some(CarryCap::Bank { .. })) => Self::Bank,
            (Kept::UntilRenewal, _) => Self::Lapses,
            (Kept::WhileSubscribed, Some(CarryCap::Carried(_))) => Self::UpTo,
            (Kept::WhileSubscribed, _) => Self::RollsOver,
            (Kept::Cycles(_), _) => Self::Cycles,
            (Kept::For(_), _) => Self::For,
        }
    }

    const fn kept(self) -> Kept {
        match self {
            Self::Lapses | Self::Bank => Kept::UntilRenewal,
            Self::RollsOver | Self::UpTo => Kept::WhileSubscribed,
            Self::Cycles => Kept::Cycles(1),
            Self::For => Kept::For(Interval { count: 60, of: IntervalUnit::Day }),
        }
    }

    /// Whether the rule names a cap of its own.
    const fn says_cap(self) -> bool {
        matches!(self, Self::UpTo | Self::Bank)
    }
}

/// The sentences of what a renewal keeps of a pot.
pub(super) fn carry(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms, at: usize) {
    let path = format!("pots[{}].carry", at + 1);
    scribe.sentence(&path, says_itself(&terms.pots[at]));
    scribe.say("What is left at the renewal ");
    let mut rule = Rule::of(&terms.pots[at].carry);
    if scribe.chosen(spot(&path, "kept", "What is left at the renewal"), &mut rule, RULES) {
        choose(scribe, &path, terms, at, rule);
    }
    let pots = others(terms, at);
    let Carry { kept, cap, .. } = &mut terms.pots[at].carry;
    lives(scribe, &path, kept);
    if rule.says_cap()
        && let Some(cap) = cap
    {
        scribe.say(" ");
        how_much(scribe, voice, &path, &pots, cap);
        scribe.say(".");
    } else {
        scribe.say(".");
        capped(scribe, voice, &path, terms, at);
    }
    // Of what lapses there is no share to keep.
    if rule == Rule::Lapses && terms.pots[at].carry.share == Ratio::WHOLE {
        return;
    }
    scribe.sentence(&format!("{path}.share"), terms.pots[at].carry.share == Ratio::WHOLE);
    scribe.say("Of what is left, ");
    values::share(scribe, spot(&path, "share", "Share that is kept"), &mut terms.pots[at].carry.share);
    scribe.say(" is kept.");
}

/// Of what comes once, and of what only lies there, it is plain that it stays.
fn says_itself(pot: &PotTerms) -> bool {
    let comes_again = pot.grant.as_ref().is_some_and(|grant| !matches!(grant.cadence, Cadence::Once));
    pot.carry == Carry::ALL && !comes_again
}

fn lives(scribe: &mut Scribe<'_>, path: &str, kept: &mut Kept) {
    match kept {
        Kept::UntilRenewal | Kept::WhileSubscribed => {}
        Kept::Cycles(cycles) => {
            scribe.say(" ");
            values::cycles(scribe, spot(path, "cycles", "Cycles that it rolls over for"), cycles);
            scribe.say(if *cycles == 1 { " cycle" } else { " cycles" });
        }
        Kept::For(interval) => {
            scribe.say(" ");
            values::interval(scribe, spot(path, "for", "How long it lasts"), interval);
            scribe.say(" from its grant");
        }
    }
}

fn choose(scribe: &mut Scribe<'_>, path: &str, terms: &mut Terms, at: usize, rule: Rule) {
    let former = terms.pots[at].carry.cap.take();
    let cap = amount_of(former.as_ref()).unwrap_or_else(|| usual(&terms.pots[at]));
    terms.pots[at].carry.kept = rule.kept();
    terms.pots[at].carry.cap = match (rule, former) {
        (Rule::UpTo, _) => Some(CarryCap::Carried(cap)),
        (Rule::Bank, Some(bank @ CarryCap::Bank { .. })) => Some(bank),
        (Rule::Bank, _) => Some(CarryCap::Bank { pot: bank(terms, at), cap }),
        // What lapses needs no cap; a cap on the total or on cycles is a rule of its own and stays.
        (Rule::Cycles | Rule::For, Some(cap @ (CarryCap::Carried(_) | CarryCap::Total(_)))) => Some(cap),
        (Rule::RollsOver, Some(cap @ CarryCap::Total(_))) => Some(cap),
        _ => None,
    };
    let next = match rule {
        Rule::UpTo => "at_most",
        Rule::Bank => "bank_at_most",
        Rule::Cycles => "cycles",
        Rule::For => "for",
        Rule::Lapses | Rule::RollsOver => return,
    };
    scribe.then(format!("{path}.{next}"));
}

/// What a cap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capped {
    No,
    Carried,
    Total,
    Bank,
}

const CAPPED: &[Word<Capped>] = &[
    (Capped::No, "none", "no cap"),
    (Capped::Carried, "at_most", "a cap of … on what rolls over"),
    (Capped::Total, "total_at_most", "a cap of … on the total, the new grant included"),
    (Capped::Bank, "bank", "a bank … into which it moves"),
];

fn capped(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, terms: &mut Terms, at: usize) {
    if terms.pots[at].carry == Carry::NONE {
        return;
    }
    let mut capped = match &terms.pots[at].carry.cap {
        None => Capped::No,
        Some(CarryCap::Carried(_)) => Capped::Carried,
        Some(CarryCap::Total(_)) => Capped::Total,
        Some(CarryCap::Bank { .. }) => Capped::Bank,
    };
    scribe.sentence(&format!("{path}.cap"), capped == Capped::No);
    scribe.say("There is ");
    if scribe.chosen(spot(path, "cap", "Cap on what is kept"), &mut capped, CAPPED) {
        cap_otherwise(scribe, path, terms, at, capped);
    }
    let pots = others(terms, at);
    if let Some(cap) = &mut terms.pots[at].carry.cap {
        scribe.say(" ");
        how_much(scribe, voice, path, &pots, cap);
        scribe.say(match cap {
            CarryCap::Carried(_) => " on what rolls over",
            CarryCap::Total(_) => " on the total; the new grant is cut to it",
            CarryCap::Bank { .. } => "",
        });
    }
    scribe.say(".");
}

fn cap_otherwise(scribe: &mut Scribe<'_>, path: &str, terms: &mut Terms, at: usize, capped: Capped) {
    let former = terms.pots[at].carry.cap.take();
    let cap = amount_of(former.as_ref()).unwrap_or_else(|| usual(&terms.pots[at]));
    let (cap, next) = match capped {
        Capped::No => return,
        Capped::Carried => (CarryCap::Carried(cap), "at_most"),
        Capped::Total => (CarryCap::Total(cap), "total_at_most"),
        Capped::Bank => (CarryCap::Bank { pot: bank(terms, at), cap }, "bank_at_most"),
    };
    terms.pots[at].carry.cap = Some(cap);
    scribe.then(format!("{path}.{next}"));
}

fn how_much(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, pots: &[PotName], cap: &mut CarryCap) {
    match cap {
        CarryCap::Carried(cap) => values::cap(scribe, voice, spot(path, "at_most", "Most that rolls over"), cap),
        CarryCap::Total(cap) => values::cap(scribe, voice, spot(path, "total_at_most", "Most in all"), cap),
        CarryCap::Bank { pot, cap } => {
            values::pot(scribe, spot(path, "bank", "Bank"), pots, pot);
            scribe.say(", up to ");
            values::cap(scribe, voice, spot(path, "bank_at_most", "Most that the bank holds"), cap);
            scribe.say(" in there; the rest lapses");
        }
    }
}

const fn amount_of(cap: Option<&CarryCap>) -> Option<Cap> {
    match cap {
        None => None,
        Some(CarryCap::Carried(cap) | CarryCap::Total(cap) | CarryCap::Bank { cap, .. }) => Some(*cap),
    }
}

/// What a new cap begins with: twice the allotment, or nothing where there is none.
fn usual(pot: &PotTerms) -> Cap {
    if pot.grant.is_some() { Cap::Allotments(Ratio { parts: 2, of: 1 }) } else { Cap::Credits(Credits::ZERO) }
}

/// A pot that nothing else fills, or a new one that pays after the pot itself.
fn bank(terms: &mut Terms, at: usize) -> PotName {
    let bought = terms.top_ups.as_ref().map(|top_ups| top_ups.pot.clone());
    let is_free = |pot: &&PotTerms| pot.grant.is_none() && Some(&pot.name) != bought.as_ref();
    let others = terms.pots.iter().enumerate().filter(|(place, _)| *place != at);
    if let Some(pot) = others.map(|(_, pot)| pot).find(is_free) {
        return pot.name.clone();
    }
    super::pots::new_pot(terms, "Bank")
}

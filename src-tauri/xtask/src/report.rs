//! What the steps of `cargo xtask test` brought, and the summary at its end.

use std::time::{Duration, Instant};

use crate::{Trouble, say};

/// The steps so far.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<Step>,
    vectors: Option<String>,
}

struct Step {
    name: &'static str,
    took: Duration,
    passed: usize,
    failed: usize,
    trouble: Option<String>,
}

/// How many tests of a step passed and failed; a check that is no list of tests counts as one.
pub(crate) struct Count {
    /// Passed.
    pub(crate) passed: usize,
    /// Failed.
    pub(crate) failed: usize,
}

impl Report {
    /// A check: one that passes or fails.
    pub(crate) fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), Trouble>) -> bool {
        self.count(name, || (Count { passed: 0, failed: 0 }, work()))
    }

    /// A run of tests, counted from what they print.
    pub(crate) fn count(&mut self, name: &'static str, work: impl FnOnce() -> (Count, Result<(), Trouble>)) -> bool {
        say(&format!("\n── {name}"));
        let begun = Instant::now();
        let (count, ending) = work();
        let silent = count.passed + count.failed == 0;
        let passed = if silent && ending.is_ok() { 1 } else { count.passed };
        let failed = if count.failed == 0 && ending.is_err() { 1 } else { count.failed };
        let trouble = ending.err().map(|trouble| trouble.to_string());
        self.steps.push(Step { name, took: begun.elapsed(), passed, failed, trouble });
        failed == 0
    }

    /// Remembers how many vectors passed.
    pub(crate) fn vectors(&mut self, words: String) {
        self.vectors = Some(words);
    }

    /// Prints every step with its time, what failed, and the count as the last line.
    pub(crate) fn summary(&self) -> Result<(), Trouble> {
        say("");
        self.steps.iter().for_each(Step::tell);
        let took: Duration = self.steps.iter().map(|step| step.took).sum();
        say(&format!("{:>8} in all", seconds(took)));
        if let Some(vectors) = &self.vectors {
            say(&format!("vectors: {vectors}"));
        }
        let passed: usize = self.steps.iter().map(|step| step.passed).sum();
        let failed: usize = self.steps.iter().map(|step| step.failed).sum();
        say(&format!("{passed} passed, {failed} failed"));
        if failed == 0 { Ok(()) } else { Err(Trouble::TestsFailed { failed }) }
    }
}

impl Step {
    fn tell(&self) {
        let failed = if self.failed == 0 { String::new() } else { format!(", {} FAILED", self.failed) };
        say(&format!("{:>8}  {}: {} passed{failed}", seconds(self.took), self.name, self.passed));
        if let Some(trouble) = &self.trouble {
            say(&format!("          {trouble}"));
        }
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

//! How many tests passed, read from what their runners print.

use crate::report::Count;

/// Sums the lines `test result: ok. 12 passed; 0 failed; …` of cargo's test binaries.
pub(super) fn rust_tests(lines: &[String]) -> Count {
    let results = lines.iter().filter(|line| line.starts_with("test result:"));
    results.fold(Count { passed: 0, failed: 0 }, |sum, line| Count {
        passed: sum.passed + before(line, " passed"),
        failed: sum.failed + before(line, " failed"),
    })
}

/// Reads Vitest's `Tests  2 failed | 31 passed (33)`.
pub(super) fn screen_tests(lines: &[String]) -> Count {
    let line = lines.iter().rev().find(|line| line.trim_start().starts_with("Tests "));
    let read = |word| line.map_or(0, |line| before(line, word));
    Count { passed: read(" passed"), failed: read(" failed") }
}

/// The line of the vectors' test that says how many passed: `vectors: 76 of 76`.
pub(super) fn vectors(lines: &[String]) -> Option<String> {
    lines.iter().rev().find_map(|line| line.trim().strip_prefix("vectors: ")).map(str::to_owned)
}

/// The number that stands directly before a word.
fn before(line: &str, word: &str) -> usize {
    let number = line.find(word).map(|end| line[..end].rsplit([' ', '|']).next().unwrap_or_default());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn rust_results_of_all_binaries_are_summed() {
        let count = rust_tests(&lines(
            "test a ... ok\ntest result: ok. 3 passed; 0 failed; 1 ignored\ntest result: FAILED. 10 passed; 2 failed; 0",
        ));
        assert_eq!((count.passed, count.failed), (13, 2));
    }

    #[test]
    fn the_screens_result_is_read_with_and_without_failures() {
        let good = screen_tests(&lines(" Test Files  2 passed (2)\n      Tests  31 passed (31)\n"));
        assert_eq!((good.passed, good.failed), (31, 0));
        let bad = screen_tests(&lines("      Tests  2 failed | 31 passed (33)"));
        assert_eq!((bad.passed, bad.failed), (31, 2));
    }

    #[test]
    fn the_vectors_line_is_found_among_others() {
        assert_eq!(vectors(&lines("running 1 test\nvectors: 76 of 76\nok")).as_deref(), Some("76 of 76"));
        assert_eq!(vectors(&lines("running 1 test")), None);
    }
}

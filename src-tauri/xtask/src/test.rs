//! `cargo xtask test`: everything that must hold, from formatting to the journeys in the real window.

mod counting;

use counting::{rust_tests, screen_tests, vectors};

use crate::display::Display;
use crate::house::House;
use crate::program::Program;
use crate::report::{Count, Report};
use crate::{Trouble, journeys, machine, ui};

/// Sets the machine up, then goes through all steps; a failed step does not hide what the later ones find.
pub(crate) fn test(house: &House) -> Result<(), Trouble> {
    let mut report = Report::default();
    let packages = [machine::TO_BUILD, machine::TO_LOOK].concat();
    // Nothing can be built without these: the program holds the built screen.
    let ready = report.check("system packages", || machine::prepare(house, &packages))
        && report.check("the screen's packages", || ui::install(house))
        && report.check("the screen's build", || ui::build(house));
    if ready {
        rust(house, &mut report);
        screen(house, &mut report);
        window(house, &mut report);
    }
    report.summary()
}

fn rust(house: &House, report: &mut Report) {
    let cargo = |args: &[&str]| Program::cargo(house).args(args);
    report.check("formatting", || cargo(&["fmt", "--all", "--check"]).go());
    let clippy = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    report.check("lints", || cargo(&clippy).go());
    report.check("the core alone", || cargo(&["check", "--quiet", "--package", "runout-core"]).go());
    report.check("the book alone", || cargo(&["check", "--quiet", "--package", "runout-book"]).go());
    report.check("documentation", || {
        cargo(&["doc", "--quiet", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").go()
    });
    let mut passed_vectors = None;
    report.count("Rust tests", || {
        // What passing tests print is shown too: the vectors' test says how many there are.
        let (lines, ending) = cargo(&["test", "--workspace", "--no-fail-fast", "--", "--show-output"]).heard();
        passed_vectors = vectors(&lines);
        (rust_tests(&lines), ending)
    });
    passed_vectors.into_iter().for_each(|words| report.vectors(words));
}

fn screen(house: &House, report: &mut Report) {
    report.check("the screen's types, and its one door to the shell", || {
        Program::npm(house).args(["run", "--silent", "check"]).go()
    });
    report.count("the screen's tests", || {
        counted(Program::npm(house).args(["run", "--silent", "test"]).env("NO_COLOR", "1"), screen_tests)
    });
}

fn window(house: &House, report: &mut Report) {
    report.count("journeys in the real window", || {
        match Display::start(house).and_then(|display| Ok((journeys::script(house, &display, "journeys")?, display))) {
            Ok((script, _display)) => counted(script.env("NO_COLOR", "1"), screen_tests),
            Err(trouble) => (Count { passed: 0, failed: 0 }, Err(trouble)),
        }
    });
}

fn counted(program: Program, read: fn(&[String]) -> Count) -> (Count, Result<(), Trouble>) {
    let (lines, ending) = program.heard();
    (read(&lines), ending)
}

use super::*;
use crate::views::story::{at, check, history, spend, told};
use crate::wire::Span;
use runout_core::facts::{Entry, EntryId, Fact};

fn asked(text: &str, range: &str) -> LogQuery {
    LogQuery { text: text.to_owned(), range: range.to_owned(), offset: 0, limit: 500 }
}

fn shown(text: &str, range: &str) -> LogView {
    told(history(), |outlook, pen| log(&asked(text, range), outlook, pen))
}

/// Rows as the eye reads them.
fn table(view: &LogView) -> String {
    view.rows.iter().map(|row| line_of_row(row) + "\n").collect()
}

fn line_of_row(row: &LogRow) -> String {
    let words = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    match row {
        LogRow::Day { words, credits, .. } => format!("{words}: {credits}"),
        LogRow::Spend { time, action, settings, count, credits, left, tags, state, verdict, line, paid, .. } => {
            let verdict = verdict.as_deref().unwrap_or("-");
            format!("  {time} {action}|{settings}|x{count}|{credits}|{left}|{tags:?}|{state}|{verdict}|{paid}|{line}")
        }
        LogRow::Check { time, words, difference, left, since, .. } => {
            format!("  {time} {words}|{difference}|{left}|{since}")
        }
        LogRow::Event { id, time, words: spans, credits, left, state, renewal, not_come } => {
            let renewal = renewal.as_deref().unwrap_or("-");
            format!("  {time} {}|{credits}|{left}|{id:?}|{state}|{renewal}|{not_come}", words(spans))
        }
    }
}

#[test]
fn the_whole_log_stands_newest_first_with_the_balance_after_each_row() {
    let view = shown("", "all");
    insta::assert_snapshot!(table(&view), @r#"
    Today, Fri 4 Dec: 459
       LTXV Turbo|8 s, audio|x1|≈ 165|30,479|[]|charged|-|Monthly 165|LTXV Turbo 8s audio ~165 2026-12-04 "over the lake"
      10:20 Nano Banana||x6|294|30,644|["recap"]|charged|keeper|Monthly 294|Nano Banana x6 294 #recap !keeper 2026-12-04 10:20
    Yesterday, Thu 3 Dec: 
      15:00 Top-up of 5,000, ends with Wed 3 Feb|+5,000|30,938|Some(6)||-|false
      13:20 Refund of Veo 3 Fast, 8 s|+1,750|25,938|Some(5)||-|false
      13:15 Veo 3 Fast|8 s|x1|1,750|24,188|[]|refunded|-||Veo 3 Fast 8s 1750 2026-12-03 13:15
    Tue 1 Dec: 
      18:20 Balance check: LTX Studio showed 25,938|−312|25,938|312 unlogged since Thu 15 Oct
    Fri 20 Nov: 1,750
      10:00 Veo 3 Fast|8 s|x1|1,750|26,250|[]|charged|-|Monthly 1,750|Veo 3 Fast 8s 1750 2026-11-20 10:00
    Sun 15 Nov: 
      00:00 Renewal, 28,000 lapsed|+28,000|28,000|None||2026-11-15 00:00|false
    Thu 15 Oct: 
      00:00 The book begins|+28,000|28,000|None||-|false
    Sat 10 Oct: 5,400
      12:00 Veo 3|8 s|x1|5,400|–|[]|charged|-||Veo 3 8s 5400 2026-10-10 12:00
    "#);
    assert_eq!((view.total as usize, view.empty), (view.rows.len(), false));
    assert_eq!(view.summary, "All: 5 spends, 7,609 credits, and 312 unlogged");
}

#[test]
fn a_renewal_is_expected_until_a_check_and_what_was_said_about_the_plan_has_rows() {
    let said = |id, when, fact| Entry { id: EntryId(id), at: at(when), date_only: false, fact };
    let renewal = at("2026-11-15T00:00:00+01:00");
    let entries = vec![
        said(1, "2026-11-16T18:00:00+01:00", Fact::Shift { renewal, to: Some(at("2026-11-16T09:00:00+01:00")) }),
        said(2, "2026-12-01T10:00:00+01:00", Fact::Cancel),
    ];
    let view = told(entries.clone(), |outlook, pen| log(&asked("", "2026-11-01"), outlook, pen));
    insta::assert_snapshot!(table(&view), @"
    Tue 1 Dec: 
      10:00 The plan was cancelled||28,000|Some(2)||-|false
    Mon 16 Nov: 
      18:00 The renewal of Sun 15 Nov came on Mon 16 Nov, 09:00||28,000|Some(1)||2026-11-15 00:00|false
      09:00 Renewal, 28,000 lapsed|+28,000|28,000|None|expected, not confirmed|2026-11-15 00:00|false
    ");
    let confirmed = entries.into_iter().chain([check(3, "2026-12-02T10:00:00+01:00", 28_000)]).collect();
    let view = told(confirmed, |outlook, pen| log(&asked("", "2026-11-01"), outlook, pen));
    assert!(!table(&view).contains("not confirmed"));
    let late = vec![said(1, "2026-11-15T18:00:00+01:00", Fact::Shift { renewal, to: None })];
    let view = told(late, |outlook, pen| log(&asked("", "2026-11-01"), outlook, pen));
    insta::assert_snapshot!(table(&view), @"
    Sun 15 Nov: 
      18:00 The renewal of Sun 15 Nov did not come||28,000|Some(1)||2026-11-15 00:00|true
    ");
}

#[test]
fn a_cycle_begins_with_its_renewal() {
    let view = shown("", "cycle");
    assert_eq!(view.summary, "This cycle: 4 spends, 2,209 credits, and 312 unlogged");
    let months: Vec<_> = view.months.iter().map(|month| (month.words.as_str(), month.row)).collect();
    assert_eq!(months, [("Dec 2026", 0), ("Nov 2026", 9)]);
    assert_eq!(shown("", "2026-12-04").total, 3);
}

#[test]
fn a_search_finds_spends_in_which_all_words_occur() {
    assert_eq!(shown("veo fast", "all").summary, "2 spends found, 1,750 credits");
    assert_eq!(shown("#RECAP", "all").total, 2);
    assert_eq!(shown("lake", "cycle").total, 2);
    assert_eq!(shown("teser", "all").total, 0);
}

#[test]
fn a_window_of_a_long_log_is_cut_out_of_it() {
    let many = (0..3_000).map(|n| {
        let at = format!("2026-11-{:02}T{:02}:{:02}:00+01:00", 16 + n % 14, n % 24, n % 60);
        spend(n, &at, "nano-banana", &[], 1)
    });
    told(many.collect(), |outlook, pen| {
        let query = LogQuery { offset: 2_000, limit: 900, ..asked("", "all") };
        let view = log(&query, outlook, pen);
        assert_eq!((view.rows.len(), view.total), (500, 3_000 + 14 + 2 + 2));
        let beyond = log(&LogQuery { offset: 9_000, ..query }, outlook, pen);
        assert!(beyond.rows.is_empty());
    });
}

#[test]
fn a_long_log_is_looked_at_without_a_wait() {
    let many = (0..100_000).map(|n| {
        let at = format!("2026-{:02}-{:02}T{:02}:{:02}:00+01:00", 1 + n % 11, 1 + n % 28, n % 24, n % 60);
        spend(n, &at, "nano-banana", &[("refs", "yes")], 1)
    });
    told(many.collect(), |outlook, pen| {
        for (what, text, offset) in [("newest", "", 0), ("middle", "", 50_000), ("search", "nano refs", 0)] {
            let started = std::time::Instant::now();
            let view = log(&LogQuery { offset, ..asked(text, "all") }, outlook, pen);
            assert!(started.elapsed().as_secs() < 5, "{what} took {:?}", started.elapsed());
            println!("{what}: {:?}", started.elapsed());
            assert_eq!(view.rows.len(), 500);
        }
        let started = std::time::Instant::now();
        drop(crate::views::line::line("nano banana refs x3", 19, outlook, pen));
        println!("line: {:?}", started.elapsed());
    });
}

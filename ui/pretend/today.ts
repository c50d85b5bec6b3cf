import type { Chart, ChartSpan, TodayView } from '../src/wire';
import { book, fact, guess, lapse, plain, quiet } from './books';
import month from './month.json';

export function todayOf(_span: ChartSpan): TodayView {
  return {
    status: statusOf(), learning: null, note: null, gap: null,
    sentence: [fact('6,262 left.'), plain(' They may run out from '), guess('Sun 6 Dec'), plain('; at your recent pace they last to '), guess('Sun 13 Dec'), plain(', 2 days before the renewal.')],
    second: [guess('55 %'), plain(' chance that they run out before Tue 15 Dec')],
    provenance: [
      { spans: [fact('9,766'), plain(' checked Tue 1 Dec, 18:20')], confirmed: true, from: '2026-12-01' },
      { spans: [plain('− '), fact('3,339'), plain(' logged since (8)')], confirmed: false, from: '2026-12-01' },
      { spans: [guess('− ≈ 165 estimated (1)')], confirmed: false, from: '2026-12-04' },
    ],
    reckoned: [
      'We replayed your own days 2,000 times, recent weeks more often, weekdays in their place, and let the pace vary as much as it has been uncertain so far.',
      'Basis: 53 days, 39 spends this cycle.', 'Your last 6 forecasts: 5 fell within the range.',
    ],
    cells: [
      { head: 'Safe today', figure: [guess('≈ 260')], lines: [[plain('a day, for a 90 % chance to reach Tue 15 Dec. 799 spent today, 540 above it.')]], list: false },
      { head: 'Will lapse', figure: [lapse('≈ 1,300')], lines: [[plain('on Tue 15 Dec; 8 in 10 chance: 0 to 4,400. Nothing rolls over.')]], list: false },
      { head: 'What you can still make', figure: [fact('1 Veo 3 clip'), quiet(' for sure')], lines: [[plain('or 3 Veo 3 Fast, a 4th maybe')], [plain('or about 72 LTXV Turbo clips of 5 s')], [plain('or your usual mix for '), guess('9 days')]], list: true },
      { head: 'Pays next', figure: [fact('Monthly')], lines: [[plain('6,262 left, ends with Mon 14 Dec. No top-ups.')]], list: false },
    ],
    chart: chartOf(),
  };
}

export function statusOf(): TodayView['status'] {
  return { at: '2026-12-04T16:40:00+01:00', unit: 'credits', decimals: 0, left: 6262, confirmed: { at: '2026-12-01T18:20:00+01:00', shown: 9766 }, logged_since: 3504, unlogged: 312, overdrawn: 0, cycle: { start: '2026-11-15T00:00:00+01:00', end: '2026-12-15T00:00:00+01:00' }, pots: [], safe_today: 260, will_lapse: [], forecast: null };
}

export function chartOf(): Chart {
  return {
    from: '2026-11-15T00:00:00', to: '2026-12-24T00:00:00', now: '2026-12-04T16:40:00', allotment: 28000, left: 6262, overdrawn: 0, known_from: book === 'month' ? '2026-11-15T00:00:00' : null,
    past: month.past, checks: [{ at: '2026-12-01T18:20:25', amount: 9766, words: 'checked' }], days: month.days, empty: month.days.map((day, at) => (day.p50 === 0 ? 0.55 : Math.min(0.5, at * 0.06))),
    renewals: [{ at: '2026-11-15T00:00:00', words: 'Renewed Sun 15 Nov', opens: null }, { at: '2026-12-15T00:00:00', words: 'Renews Tue 15 Dec', opens: [28000, 28000, 28000, 28000, 28000] }],
    ends: [], top_ups: [], lapses: [], even: { from: '2026-11-15T00:00:00', to: '2026-12-15T00:00:00', amount: 28000 },
    run_out: { p10: '2026-12-06', p10_words: 'Sun 6 Dec', p50: '2026-12-13', p50_words: 'Sun 13 Dec', until: '2026-12-15' }, dotted: [],
  };
}

// Burn-downs: the mock-up's month, and the same month bent into the other states.
import type { Chart, ChartSpan, ForecastDay, Step } from '../src/wire';
import { book } from './books';
import month from './month.json';

const day = (back: number, hour = 12) => new Date(Date.UTC(2026, 11, 4 + back, hour)).toISOString().slice(0, 19);
const scaled = (factor: number, days: ForecastDay[]): ForecastDay[] => days.map((one) => ({ date: one.date, p10: one.p10 * factor, p25: one.p25 * factor, p50: one.p50 * factor, p75: one.p75 * factor, p90: one.p90 * factor }));

function basic(): Chart {
  return {
    from: '2026-11-15T00:00:00', to: '2026-12-24T00:00:00', now: '2026-12-04T16:40:00', allotment: 28000, left: 6262, overdrawn: 0, known_from: '2026-11-15T00:00:00',
    past: month.past, checks: [{ at: '2026-12-01T18:20:25', amount: 9766, words: 'checked' }], days: month.days, empty: month.days.map((one, at) => (one.p50 === 0 ? 0.55 : Math.min(0.5, at * 0.06))),
    renewals: [{ at: '2026-11-15T00:00:00', words: 'Renewed Sun 15 Nov', opens: null }, { at: '2026-12-15T00:00:00', words: 'Renews Tue 15 Dec', opens: [28000, 28000, 28000, 28000, 28000] }],
    ends: [], top_ups: [], lapses: [], even: { from: '2026-11-15T00:00:00', to: '2026-12-15T00:00:00', amount: 28000 },
    run_out: { p10: '2026-12-06', p10_words: 'Sun 6 Dec', p50: '2026-12-13', p50_words: 'Sun 13 Dec', until: '2026-12-15' }, dotted: [],
  };
}

/** A longer past: cycles of spends, made the same way at every call. */
function longPast(days: number): Step[] {
  const steps: Step[] = [];
  let left = 28000;
  for (let back = -days; back < 0; back++) {
    const date = day(back, 0);
    if (date.slice(8, 10) === '15') { left = 28000; steps.push({ at: date, left, what: 'Renewal: +28,000' }); }
    for (let n = 0; n < 2 + (back * back) % 4; n++) {
      left = Math.max(0, left - ((back * 7919 + n * 104729) ** 2 % 900));
      steps.push({ at: day(back, 9 + n * 2), left, what: '−340 LTXV Turbo, 5 s' });
    }
  }
  return [...steps, { at: '2026-12-04T15:52:00', left: 6262, what: '−165 LTXV Turbo, 8 s, audio' }];
}

function longFuture(days: number): ForecastDay[] {
  return Array.from({ length: days }, (_, at) => {
    const since = (at + 20) % 30;
    const p = (per: number) => Math.max(0, (at < 11 ? 6262 - at * per * 0.6 : 28000 - since * per));
    return { date: day(at).slice(0, 10), p10: p(2000), p25: p(1300), p50: p(930), p75: p(640), p90: p(400) };
  });
}

function spanned(span: ChartSpan): Chart {
  const chart = basic();
  const [past, future] = { cycle: [0, 0], months: [60, 31], year: [0, 365], all: [700, 31] }[span] as [number, number];
  if (span === 'cycle') return chart;
  const first = span === 'year' ? chart.from : day(-past, 0);
  const renewals = Array.from({ length: 40 }, (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15T00:00:00`).filter((at) => at > first && at < day(future, 0));
  const days = longFuture(future);
  return { ...chart, from: first, to: day(future, 0), past: span === 'year' ? chart.past : longPast(past), days, empty: days.map((_, at) => Math.min(0.9, at * 0.01)), known_from: null, checks: span === 'year' ? chart.checks : [...chart.checks, { at: day(-20), amount: 21000, words: 'checked' }], renewals: renewals.map((at) => ({ at, words: `${at > chart.now ? 'Renews' : 'Renewed'} 15 ${at.slice(5, 7)}`, opens: at > chart.now ? [28000, 28000, 28000, 28000, 28000] : null })) };
}

export function chartOf(span: ChartSpan): Chart {
  const chart = spanned(span);
  const late = { ...chart.run_out! };
  switch (book) {
    case 'learning': {
      const now = '2026-11-19T12:00:00';
      const days = Array.from({ length: 35 }, (_, at): ForecastDay => ({ date: new Date(Date.UTC(2026, 10, 19 + at)).toISOString().slice(0, 10), ...(at < 26 ? { p10: Math.max(0, 24027 - at * 3300), p25: Math.max(0, 24027 - at * 1500), p50: 24027 - at * 620, p75: 24027 - at * 300, p90: 24027 - at * 130 } : { p10: 28000 - (at - 25) * 2700, p25: 28000 - (at - 25) * 1200, p50: 28000 - (at - 25) * 480, p75: 28000 - (at - 25) * 160, p90: 28000 - (at - 25) * 40 }) }));
      return { ...chart, now, left: 24027, known_from: '2026-11-15T09:00:00', past: [{ at: '2026-11-15T09:00:00', left: 28000, what: '' }, { at: '2026-11-16T10:00:00', left: 27400, what: '−600' }, { at: '2026-11-17T12:00:00', left: 26200, what: '−1,200' }, { at: '2026-11-18T09:00:00', left: 24027, what: '−2,173' }], days, empty: days.map((_, at) => at / 40), checks: [{ at: '2026-11-15T09:00:00', amount: 28000, words: 'checked' }], run_out: { p10: '2026-11-26', p10_words: 'Thu 26 Nov', p50: null, p50_words: null, until: '2026-12-15' } };
    }
    case 'new': return { ...chart, now: '2026-11-22T09:12:00', left: 22600, known_from: '2026-11-22T09:12:00', past: [{ at: '2026-11-22T09:12:00', left: 22600, what: '' }], days: [], empty: [], checks: [], run_out: null };
    case 'overdrawn': {
      const past = [...chart.past.slice(0, -3), { at: '2026-12-04T12:10:00', left: 1200, what: '−5,400 Veo 3, 8 s, audio' }, { at: '2026-12-04T15:52:00', left: -888, what: '−2,088' }];
      return { ...chart, left: 0, overdrawn: 888, past, run_out: null, days: chart.days.map((one) => (one.date < '2026-12-15' ? { date: one.date, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 } : one)), empty: chart.days.map((one) => (one.date < '2026-12-15' ? 1 : 0)) };
    }
    case 'empty': return { ...chart, left: 0, past: [...chart.past.filter((step) => step.at < '2026-12-02'), { at: '2026-12-02T19:03:00', left: 0, what: '−9,766 unlogged' }], checks: [{ at: '2026-12-02T19:03:00', amount: 0, words: 'checked' }], run_out: null, dotted: ['2026-12-03', '2026-12-04'], days: chart.days.map((one) => (one.date < '2026-12-15' ? { date: one.date, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 } : one)) };
    case 'lasting': return { ...chart, left: 19800, past: chart.past.filter((step) => step.left > 19800).concat({ at: '2026-12-01T10:00:00', left: 19800, what: '−1,200 Actor' }), days: longFuture(20).map((one, at) => (at < 11 ? { date: one.date, p10: 19800 - at * 1400, p25: 19800 - at * 1150, p50: 19800 - at * 940, p75: 19800 - at * 600, p90: 19800 - at * 480 } : one)), run_out: null, lapses: [{ at: '2026-12-15T00:00:00', amount: 9400, words: '≈ 9,400 lapse', forecast: true }], checks: [], top_ups: [{ at: '2026-11-26T12:00:00', amount: 5000, words: '+5,000 top-up' }], ends: [{ at: '2026-12-20T00:00:00', amount: 500, words: '500 end' }], dotted: ['2026-11-20', '2026-11-21', '2026-11-22'] };
    case 'tiny': return { ...chart, left: 300, past: [...chart.past, { at: '2026-12-04T16:00:00', left: 304, what: '−5,958 Veo 3 × 2' }, { at: '2026-12-04T16:20:00', left: 300, what: '−4 Storyline' }], days: scaled(0.05, chart.days.slice(0, 11)).concat(chart.days.slice(11)), run_out: { ...late, p10: '2026-12-05', p10_words: 'Sat 5 Dec', p50: '2026-12-08', p50_words: 'Tue 8 Dec' } };
    case 'huge': case 'vast': return { ...chart, allotment: 1.5e9, left: 1204118400, past: chart.past.map((step, at) => ({ ...step, left: 1.5e9 - at * 7.4e6 })), days: scaled(48000, chart.days), even: { ...chart.even!, amount: 1.5e9 }, run_out: null, renewals: [], checks: [] };
    case 'decimals': return { ...chart, allotment: 120, left: 0.25, past: chart.past.map((step, at) => ({ ...step, left: Math.max(0.25, 120 - at * 3.07) })), days: scaled(120 / 28000, chart.days), even: { ...chart.even!, amount: 120 }, checks: [], renewals: chart.renewals.map((one) => ({ ...one, opens: one.opens && [120, 120, 120, 120, 120] })) };
    default: return chart;
  }
}

import { expect, test } from 'vitest';
import type { Chart, Frame } from '../wire';
import { eventsOf, pointedAt, readAt, standsAt } from './readout';
import { rowsOf } from './table';
import { clock, dayWords, daysBetween, parse } from '../days';

const frame = { decimals: 0, figures: { group: ',', decimal: '.', group_from: 4, first_weekday: 'mon', clock_24: true } } as Frame;
const chart: Chart = {
  from: '2026-11-15T00:00:00', to: '2026-12-24T00:00:00', now: '2026-12-04T16:40:00', allotment: 28000, left: 6262, overdrawn: 0, known_from: '2026-11-20T00:00:00',
  past: [
    { at: '2026-11-20T00:00:00', left: 20046, what: '' },
    { at: '2026-11-27T09:00:00', left: 19900, what: '−146 Nano Banana × 3' }, { at: '2026-11-27T10:00:00', left: 19700, what: '−200 LTXV' }, { at: '2026-11-27T11:00:00', left: 19696, what: '−4 Storyline' }, { at: '2026-11-27T12:00:00', left: 19660, what: '−36 Image style' }, { at: '2026-11-27T17:12:00', left: 14260, what: '−5,400 Veo 3, 8 s, audio' },
    { at: '2026-12-04T15:52:00', left: 6262, what: '−165 LTXV Turbo' },
  ],
  checks: [], days: [{ date: '2026-12-04', p10: 5000, p25: 5500, p50: 6000, p75: 6262, p90: 6262 }, { date: '2026-12-09', p10: 0, p25: 0, p50: 2911, p75: 4912, p90: 5700 }], empty: [0, 0.31],
  renewals: [{ at: '2026-12-15T00:00:00', words: 'Renews Tue 15 Dec', opens: null }], ends: [], top_ups: [], lapses: [], even: null, run_out: null, dotted: [],
};
const words = (at: string, whole: boolean) => {
  const reading = readAt(chart, { at: parse(at), whole }, frame);
  return [reading.title, ...reading.lines.map((line) => line.words)];
};

test('an instant of the past names what happened', () => expect(words('2026-11-27T17:12:00', false)).toEqual(['Fri 27 Nov, 17:12', '14,260 left', '−5,400 Veo 3, 8 s, audio']));
test('a busy day names its three largest', () => expect(words('2026-11-27', true)).toEqual(['Fri 27 Nov', '14,260 left', '−5,400 Veo 3, 8 s, audio', '−200 LTXV', '−146 Nano Banana × 3', '2 more']));
test('a quiet day says what was left', () => expect(words('2026-11-28', true)).toEqual(['Sat 28 Nov', '14,260 left']));
test('before the first entry nothing is known', () => expect(words('2026-11-16', true)).toEqual(['Mon 16 Nov', 'not known']));
test('a day to come has a middle and two ranges', () => expect(words('2026-12-09', true)).toEqual(['Wed 9 Dec, day’s end', '≈ 2,900 left', 'half 0 to 4,900', '8 in 10: 0 to 5,700', '30 % empty by then']));
test('beyond the forecast it says so', () => expect(words('2026-12-20', true)[1]).toBe('beyond the forecast'));

test('the mouse reaches a step, else its day; right of now it reads the next', () => {
  expect(pointedAt(chart, parse('2026-11-27T16:00:00'), 0.2)).toEqual({ at: parse('2026-11-27T17:12:00'), whole: false });
  expect(pointedAt(chart, parse('2026-11-23T12:00:00'), 0.2)).toEqual({ at: parse('2026-11-23'), whole: true });
  expect(pointedAt(chart, parse('2026-12-04T20:00:00'), 0.01)).toEqual({ at: parse('2026-12-05'), whole: true });
});
test('the cursor stands at the end of a day, and today at now', () => {
  expect(standsAt(chart, { at: parse('2026-11-28'), whole: true })).toBe(parse('2026-11-29'));
  expect(standsAt(chart, { at: parse('2026-12-04'), whole: true })).toBe(parse(chart.now));
});
test('events are in order and each once', () => {
  const events = eventsOf(chart);
  expect(events).toEqual([...events].sort((one, other) => one - other));
  expect(new Set(events).size).toBe(events.length);
});
test('the table has the days that changed, then the days to come', () => expect(rowsOf(chart, frame).map((row) => `${row.words}: ${row.left}`)).toEqual(['Fri 20 Nov: 20,046', 'Fri 27 Nov: 14,260', 'Fri 4 Dec: 6,262', 'Fri 4 Dec, day’s end: ≈ 6,000', 'Wed 9 Dec: ≈ 2,900']));

test('dates carry their year where it is far', () => expect([dayWords(parse('2026-12-15'), parse('2026-12-04')), dayWords(parse('2028-02-29'), parse('2026-12-04'))]).toEqual(['Tue 15 Dec', 'Tue 29 Feb 2028']));
test('hours are written as the book has it', () => expect([clock(parse('2026-12-04T17:12:00'), true), clock(parse('2026-12-04T17:12:00'), false), clock(parse('2026-12-04T00:05:00'), false)]).toEqual(['17:12', '5:12 pm', '12:05 am']));
test('a stretch of days says its month once', () => expect([daysBetween(parse('2026-12-06'), parse('2026-12-13')), daysBetween(parse('2026-11-28'), parse('2026-12-03'))]).toEqual(['6 to 13 Dec', '28 Nov to 3 Dec']));

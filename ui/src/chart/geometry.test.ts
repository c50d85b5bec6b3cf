import { expect, test } from 'vitest';
import type { Chart } from '../wire';
import { bandLabels, fansOf, medianPath, spreadAt } from './fans';
import { gridOf, stepOf } from './grid';
import { flagsOf, widthOf } from './flags';
import { evenOf, lapsesOf, runOutOf, zeroLine } from './marks';
import { pastPath, stepsOf, underPath, unknownPath } from './past';
import { isTiny, plotOf } from './plot';
import { rulerOf } from './ruler';
import { parse } from '../days';

const figures = { group: ',', decimal: '.', group_from: 4, first_weekday: 'mon', clock_24: true };
const size = { width: 868, height: 372 };
const day = (date: string, p50: number, p90 = p50 + 1000) => ({ date, p10: Math.max(0, p50 - 1000), p25: Math.max(0, p50 - 500), p50, p75: p50 + 500, p90 });

function chart(changes: Partial<Chart> = {}): Chart {
  return {
    from: '2026-11-15T00:00:00', to: '2026-12-24T00:00:00', now: '2026-12-04T16:40:00', allotment: 28000, left: 6262, overdrawn: 0, known_from: '2026-11-15T00:00:00',
    past: [{ at: '2026-11-15T00:00:00', left: 28000, what: 'Renewal' }, { at: '2026-12-01T12:00:00', left: 9766, what: '−18,234' }, { at: '2026-12-04T15:52:00', left: 6262, what: '−3,504' }],
    checks: [], days: [day('2026-12-04', 6000), day('2026-12-05', 3000), day('2026-12-06', 0), ...[7, 8, 9, 10, 11, 12, 13, 14].map((date) => day(`2026-12-${String(date).padStart(2, '0')}`, 0)), day('2026-12-15', 27000), day('2026-12-16', 26000)],
    empty: [], renewals: [{ at: '2026-12-15T00:00:00', words: 'Renews Tue 15 Dec', opens: [28000, 28000, 28000, 28000, 28000] }], ends: [], top_ups: [], lapses: [],
    even: { from: '2026-11-15T00:00:00', to: '2026-12-15T00:00:00', amount: 28000 }, run_out: { p10: '2026-12-06', p10_words: 'Sun 6 Dec', p50: '2026-12-13', p50_words: 'Sun 13 Dec', until: '2026-12-15' }, dotted: [], ...changes,
  };
}
const plot = (changes: Partial<Chart> = {}) => plotOf(chart(changes), size, false);

test('the plot keeps its margins, and the scales run over them', () => {
  const { x, y, at } = plot();
  expect([x(parse('2026-11-15T00:00:00')), x(parse('2026-12-24T00:00:00'))]).toEqual([56, 860]);
  expect([y(28000), y(0)]).toEqual([30, 326]);
  expect(at(56)).toBe(parse('2026-11-15'));
});
test('the top is the largest of what is in view', () => expect(plot({ past: [{ at: '2026-11-20T00:00:00', left: 40000, what: '' }] }).top).toBe(40000));
test('zero is always in view, also of an empty book', () => expect(plot({ allotment: null, left: 0, past: [], days: [], renewals: [] }).top).toBe(1));
test('fitted, the top is a quarter above what is left, and three days are behind', () => {
  const fitted = plotOf(chart({ left: 300 }), size, true);
  expect([fitted.top, fitted.now - fitted.from]).toEqual([375, 3]);
});
test('under a fiftieth of the top, fitting is offered', () => expect([isTiny(chart({ left: 300, days: [] })), isTiny(chart())]).toEqual([true, false]));
test('what is overdrawn is at least nine pixels deep', () => {
  const { depth, low } = plot({ left: 0, overdrawn: 3 });
  expect([depth, low < 0]).toEqual([9, true]);
});

test.each([[28000, 10000], [8000, 2000], [110000, 50000], [4, 1], [1, 0.5], [1.5e9, 5e8]])('the grid of %d goes in steps of %d', (top, step) => expect(stepOf(top)).toBe(step));
test('the allotment has a label and no line', () => expect(gridOf(plot(), 28000, figures).map((line) => `${line.words}${line.line ? ' –' : ''}`)).toEqual(['0', '10,000 –', '20,000 –', '28,000']));

const labelsAt = (from: string, to: string) => rulerOf(plotOf(chart({ from, to }), size, false)).labels.map((label) => label.words);
test('a cycle is labelled on Mondays, with the month where it changes', () => expect(labelsAt('2026-11-15T00:00:00', '2026-12-24T00:00:00')).toEqual(['Mon 16 Nov', 'Mon 23', 'Mon 30', 'Mon 7 Dec', 'Mon 14', 'Mon 21']));
test('a few days are labelled each', () => expect(labelsAt('2026-12-01T00:00:00', '2026-12-06T00:00:00')).toEqual(['Tue 1 Dec', 'Wed 2', 'Thu 3', 'Fri 4', 'Sat 5']));
test('three months are labelled on every second Monday', () => expect(labelsAt('2026-10-04T00:00:00', '2027-01-04T00:00:00').length).toBe(7));
test('a year is labelled by months, January with its year', () => expect(labelsAt('2026-11-15T00:00:00', '2027-11-15T00:00:00').slice(0, 3)).toEqual(['Dec', 'Jan 2027', 'Feb']));
test('many years are labelled by years', () => expect(labelsAt('2010-01-01T00:00:00', '2026-01-01T00:00:00').every((words) => /^\d{4}$/.test(words))).toBe(true));
test('half of the labels do in a narrow window', () => expect(rulerOf(plot(), true).labels.map((label) => label.words)).toEqual(['Mon 16 Nov', 'Mon 30', 'Mon 14']));

test('the past is stairs that end at now', () => {
  const { x, y, now } = plot();
  const [check, last] = [parse('2026-12-01T12:00:00'), parse('2026-12-04T15:52:00')];
  expect(pastPath(stepsOf(chart()), plot())).toBe(`M56.0 30.0H${x(check).toFixed(1)}V${y(9766).toFixed(1)}H${x(last).toFixed(1)}V${y(6262).toFixed(1)}H${x(now).toFixed(1)}`);
});
test('a hundred thousand steps become one stroke a pixel', () => {
  const start = parse('2026-11-15T00:00:00');
  const steps = Array.from({ length: 100_000 }, (_, index) => ({ at: start + (index / 100_000) * 19, left: 28000 - (index % 5000) }));
  expect(pastPath(steps, plot()).length).toBeLessThan(40_000);
});
test('what lies before the view is drawn from its left edge on', () => expect(pastPath([{ at: parse('2026-10-01T00:00:00'), left: 14000 }], plot())).toMatch(/^M56\.0 178\.0H/));
test('the solid line begins where something is known', () => expect(pastPath(stepsOf(chart()), plot(), parse('2026-12-01T12:00:00'))).toMatch(/^M396\.\d 222\.\d+H/));
test('no past, no path', () => expect(pastPath([], plot())).toBe(''));
test('before the first entry stand dots', () => {
  expect(unknownPath(chart(), stepsOf(chart()), plot())).toBe('');
  expect(unknownPath(chart({ known_from: '2026-12-01T12:00:00' }), stepsOf(chart()), plot())).toMatch(/^M56\.0 30\.0L/);
});
test('only what is below zero is striped', () => {
  const overdrawn = chart({ left: 0, overdrawn: 888, past: [...chart().past, { at: '2026-12-04T16:00:00', left: -888, what: '' }] });
  const under = plotOf(overdrawn, size, false);
  expect(underPath(stepsOf(overdrawn), under).split('H').length).toBe(3);
  expect(underPath(stepsOf(chart()), plot())).toBe('');
});

test('a renewal closes the fan and opens another', () => {
  const fans = fansOf(chart(), plot());
  expect(fans.length).toBe(2);
  expect(fans[0]!.at(-1)!.at).toBe(parse('2026-12-15'));
  expect(fans[1]![0]).toEqual({ at: parse('2026-12-15'), spread: [28000, 28000, 28000, 28000, 28000] });
});
test('a renewal at noon closes the fan at noon', () => {
  const fans = fansOf(chart({ renewals: [{ at: '2026-12-15T12:00:00', words: '', opens: [1, 2, 3, 4, 5] }] }), plot());
  expect(fans[0]!.at(-1)!.at).toBe(parse('2026-12-15T12:00:00'));
  expect(fans[1]![0]!.at).toBe(parse('2026-12-15T12:00:00'));
});
test('a fan is cut at the right edge', () => expect(fansOf(chart({ to: '2026-12-05T12:00:00' }), plotOf(chart({ to: '2026-12-05T12:00:00' }), size, false))[0]!.at(-1)!.at).toBe(parse('2026-12-05T12:00:00')));
test('nothing left, no fan', () => expect(fansOf(chart({ left: 0, days: [{ date: '2026-12-04', p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 }] }), plot())).toEqual([]));
test('the median ends where it reaches nothing', () => expect(medianPath(fansOf(chart(), plot())[0]!, plot()).split('L').length).toBe(4));
test('between days the spread is between', () => expect(spreadAt([{ at: 0, spread: [0, 0, 0, 0, 0] }, { at: 1, spread: [2, 4, 6, 8, 10] }], 0.5)).toEqual([1, 2, 3, 4, 5]));
test('bands that are too thin carry no name', () => expect(bandLabels([[{ at: plot().now, spread: [5, 5, 5, 5, 5] }, { at: plot().to, spread: [1, 2, 3, 4, 5] }]], plot())).toEqual([]));

test('two dates that stand close are said once', () => {
  const close = chart({ run_out: { p10: '2026-12-11', p10_words: 'Fri 11 Dec', p50: '2026-12-13', p50_words: 'Sun 13 Dec', until: '2026-12-15' } });
  expect(runOutOf(chart(), plot())!.labels.map((label) => label.words)).toEqual(['Sun 6 Dec', 'Sun 13 Dec']);
  expect(runOutOf(close, plot())!.labels.map((label) => label.words)).toEqual(['11 to 13 Dec']);
});
test('while learning there is a bar and no triangle', () => expect(runOutOf(chart({ run_out: { p10: '2026-12-06', p10_words: 'Sun 6 Dec', p50: null, p50_words: null, until: '2026-12-15' } }), plot())!.triangle).toBeNull());
test('a flag near the right edge has its words on its left', () => {
  const late = [{ at: '2026-12-20T00:00:00', words: 'Renews Sun 20 Dec', opens: null }];
  expect(flagsOf(chart(), plot())[0]!.anchor).toBe('start');
  expect(flagsOf(chart({ renewals: late }), plot())[0]!.anchor).toBe('end');
});
test('renewals closer than their words become small ticks', () => {
  const monthly = Array.from({ length: 24 }, (_, index) => ({ at: `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15T00:00:00`, words: 'Renewed', opens: null }));
  const years = chart({ from: '2025-01-01T00:00:00', to: '2027-01-01T00:00:00', renewals: monthly });
  const flags = flagsOf(years, plotOf(years, size, false));
  expect(flags.every((flag) => !flag.tall)).toBe(true);
  expect(flags.filter((flag) => flag.words).length).toBeLessThan(10);
});
test('no words of a flag lie on another’s, nor on now', () => {
  const close = ['2026-11-30T00:00:00', '2026-12-07T00:00:00', '2026-12-12T00:00:00'].map((at) => ({ at, words: 'Renews Mon 30 Nov 2026', opens: null }));
  const wide = plotOf(chart({ renewals: close }), { width: 400, height: 300 }, false);
  expect(flagsOf(chart({ renewals: close }), wide).filter((flag) => flag.words).length).toBeLessThan(3);
});
test('no words of a flag are written across the line of now', () => {
  for (const width of [300, 360, 400, 460, 510, 550, 640, 760]) {
    const narrow = plotOf(chart(), { width, height: 200 }, false);
    const now = narrow.x(narrow.now);
    for (const flag of flagsOf(chart(), narrow).filter((one) => one.words !== '' && one.anchor === 'end')) {
      const widest = Math.max(widthOf(flag.words), widthOf(flag.under));
      expect(flag.textX - widest > now || flag.textX < now).toBe(true);
    }
  }
});
test('where a flag’s words have no room beside now, they stand on two lines', () => {
  const flags = flagsOf(chart(), plotOf(chart(), { width: 400, height: 200 }, false));
  expect(flags.map(({ words, under }) => [words, under])).toContainEqual(['Renews', 'Tue 15 Dec']);
});
test('a lapse stands left of its renewal', () => expect(lapsesOf(chart({ lapses: [{ at: '2026-12-15T00:00:00', amount: 1300, words: '≈ 1,300 lapse', forecast: true }] }), plot())[0]!.x).toBeCloseTo(plot().x(parse('2026-12-15')) - 8));
test('at the left edge a lapse stands right of it', () => expect(lapsesOf(chart({ lapses: [{ at: '2026-11-15T00:00:00', amount: 7404, words: '7,404 lapsed', forecast: false }] }), plot())[0]!.x).toBe(57));
test('the even pace ends at the renewal, at nothing', () => expect(evenOf(chart(), plot(), [])!.path).toMatch(/L674\.5 326\.0$/));
test('days that do not count are dotted on the zero line', () => expect(zeroLine(chart({ dotted: ['2026-11-20', '2026-11-21'] }), plot()).dotted.split('M').length).toBe(3));

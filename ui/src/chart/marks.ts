// What stands on the chart beside the lines: renewals, the run-out, what lapses, ends and top-ups.
import type { Chart, Mark } from '../wire';
import { spreadAt, type Fan } from './fans';
import { widthOf } from './flags';
import type { Plot } from './plot';
import { daysBetween, parse } from '../days';

const inView = (plot: Plot, at: number) => at >= plot.from - 1e-9 && at <= plot.to + 1e-9;

export type RunOutMark = { from: number; to: number; triangle: number | null; labels: { x: number; words: string; anchor: 'start' | 'middle' | 'end' }[] };

/** Under this distance both dates are said once. */
const datesGap = 90;

export function runOutOf(chart: Chart, plot: Plot): RunOutMark | null {
  const { run_out: out } = chart;
  if (!out) return null;
  const [p10, p50] = [Math.max(parse(out.p10), plot.now), out.p50 ? parse(out.p50) : null];
  if (!inView(plot, parse(out.p10))) return null;
  const [from, to] = [plot.x(p10), plot.x(Math.min(parse(out.until), plot.to))];
  const triangle = p50 !== null && inView(plot, p50 + 0.5) ? plot.x(p50 + 0.5) : null;
  const first = { x: from, words: out.p10_words };
  const second = triangle !== null && out.p50_words ? { x: triangle, words: out.p50_words } : null;
  const both = second && second.x - first.x < datesGap;
  const labels = both ? (out.p10 === out.p50 ? [second] : [{ x: (first.x + second.x) / 2, words: daysBetween(parse(out.p10), p50!) }]) : [first, ...(second ? [second] : [])];
  return { from, to: Math.max(to, from + 2), triangle, labels: labels.map((label) => ({ ...label, ...kept(label.x, plot) })) };
}

/** A label near an edge leans inwards. */
function kept(x: number, plot: Plot): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (x < plot.left + 36) return { x: Math.max(x - 6, 0), anchor: 'start' };
  if (x > plot.right - 36) return { x: plot.right, anchor: 'end' };
  return { x, anchor: 'middle' };
}

export type LapseBar = { x: number; y: number; height: number; words: string; textX: number; anchor: 'start' | 'end' };

/** Below so many pixels a day the bars stand alone: their words would lie on each other. */
const wordsFrom = 3;

/** How wide a bar is. */
const bar = 8;

/** A hatched bar of what lapses, left of its renewal; right of it at the chart's own left edge. */
export function lapsesOf(chart: Chart, plot: Plot): LapseBar[] {
  let free = -Infinity;
  return chart.lapses.filter((lapse) => lapse.amount > 0 && inView(plot, parse(lapse.at))).map((lapse) => {
    const edge = plot.x(parse(lapse.at));
    const y = Math.max(plot.y(lapse.amount), plot.topEdge);
    const width = widthOf(lapse.words);
    const leans = edge - 12 - width < plot.left;
    const x = edge - bar < plot.left ? edge + 1 : edge - bar;
    const named = plot.perDay >= wordsFrom && (leans ? edge : edge - 12 - width) > free;
    if (named) free = leans ? edge + width : edge;
    return { x, y, height: plot.y(0) - y, words: named ? lapse.words : '', textX: leans ? Math.max(edge, x + bar) + 5 : edge - 12, anchor: leans ? 'start' : 'end' };
  });
}

export type AxisMark = { x: number; words: string; anchor: 'start' | 'end' };

/** Ends of lots and top-ups; words only where the one before leaves room. */
export function axisMarksOf(marks: Mark[], plot: Plot): AxisMark[] {
  let free = -Infinity;
  return marks.filter((mark) => inView(plot, parse(mark.at))).map((mark) => {
    const x = plot.x(parse(mark.at));
    const width = widthOf(mark.words) + 8;
    const anchor = plot.right - x < width ? 'end' : 'start';
    const named = (anchor === 'end' ? x - width : x) >= free;
    if (named) free = x + width;
    return { x, words: named ? mark.words : '', anchor };
  });
}

/** The even pace: its line, and where its name stands along it, just right of now. */
export function evenOf(chart: Chart, plot: Plot, fans: Fan[]) {
  if (!chart.even) return null;
  const [from, to] = [parse(chart.even.from), parse(chart.even.to)];
  const on = (at: number) => plot.y(chart.even!.amount * (1 - (at - from) / (to - from)));
  const [start, end] = [Math.max(from, plot.from), Math.min(to, plot.to)];
  if (end <= start) return null;
  const at = Math.min(Math.max(plot.now, start) + (to - from) * 0.06, to);
  const slope = Math.atan2(on(end) - on(start), plot.x(end) - plot.x(start));
  const fits = plot.x(to) - plot.x(at) > 90 && on(start) > plot.topEdge - 1 && !liesIn(fans, at + 2, plot, on(at + 2) - 7);
  return { path: `M${plot.x(start).toFixed(1)} ${on(start).toFixed(1)}L${plot.x(end).toFixed(1)} ${on(end).toFixed(1)}`, words: fits ? { x: plot.x(at), y: on(at) - 7, degrees: (slope * 180) / Math.PI } : null };
}

/** Whether a point lies on a band, where words in grey cannot be read well. */
function liesIn(fans: Fan[], at: number, plot: Plot, y: number): boolean {
  const fan = fans.find((one) => one[0]!.at <= at && one.at(-1)!.at >= at);
  if (!fan) return false;
  const spread = spreadAt(fan, at);
  return y >= plot.y(spread[4]) - 6 && y <= plot.y(spread[0]) + 10;
}

/** Stretches of the zero line: solid, or dotted on days that do not count for the pace. */
export function zeroLine(chart: Chart, plot: Plot): { solid: string; dotted: string } {
  const days = chart.dotted.map(parse).filter((day) => day + 1 > plot.from && day < plot.to).toSorted((one, other) => one - other);
  const y = plot.y(0).toFixed(1);
  let solid = '';
  let dotted = '';
  let at = plot.from;
  for (const day of days) {
    if (day > at) solid += `M${plot.x(at).toFixed(1)} ${y}H${plot.x(day).toFixed(1)}`;
    dotted += `M${plot.x(Math.max(day, plot.from)).toFixed(1)} ${y}H${plot.x(Math.min(day + 1, plot.to)).toFixed(1)}`;
    at = Math.max(at, day + 1);
  }
  return { solid: `${solid}M${plot.x(Math.min(at, plot.to)).toFixed(1)} ${y}H${plot.right}`, dotted };
}

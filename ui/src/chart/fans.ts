// The future as fans: one from now to the next renewal, one from each renewal on. No line joins them.
import type { Chart } from '../wire';
import type { Plot } from './plot';
import { parse, type Days } from '../days';

/** 10, 25, 50, 75 and 90 %. */
export type Spread = [number, number, number, number, number];
export type FanPoint = { at: Days; spread: Spread };
export type Fan = FanPoint[];

/** What is left at each day's end, cut where a renewal opens anew; beyond the right edge nothing is drawn. */
export function fansOf(chart: Chart, plot: Plot): Fan[] {
  const renewals = chart.renewals.filter((renewal) => renewal.opens && parse(renewal.at) > plot.now).map((renewal) => ({ at: parse(renewal.at), opens: renewal.opens! }));
  const ends = chart.days.map((day): FanPoint => ({ at: parse(day.date) + 1, spread: [day.p10, day.p25, day.p50, day.p75, day.p90] })).filter((point) => point.at > plot.now);
  const fans: Fan[] = [];
  let open: Fan = [{ at: plot.now, spread: [chart.left, chart.left, chart.left, chart.left, chart.left] }];
  let next = 0;
  for (const point of ends) {
    while (next < renewals.length && renewals[next]!.at < point.at) {
      const { at, opens } = renewals[next++]!;
      const last = open.at(-1)!;
      if (last.at < at) open.push({ at, spread: last.spread });
      fans.push(open);
      open = [{ at, spread: opens }];
    }
    open.push(point);
  }
  fans.push(open);
  return fans.map((fan) => cut(fan, plot.to)).filter((fan) => fan.length > 1 && fan.some((point) => point.spread[4] > 0));
}

function cut(fan: Fan, to: Days): Fan {
  const inside = fan.filter((point) => point.at <= to);
  const [last, beyond] = [inside.at(-1), fan[inside.length]];
  if (!last || !beyond || last.at === to) return inside;
  const part = (to - last.at) / (beyond.at - last.at);
  const spread = last.spread.map((value, index) => value + (beyond.spread[index]! - value) * part) as Spread;
  return [...inside, { at: to, spread }];
}

const place = (plot: Plot, at: Days, credits: number) => `${plot.x(at).toFixed(1)} ${plot.y(credits).toFixed(1)}`;

export function bandPath(fan: Fan, plot: Plot, low: number, high: number): string {
  const forth = fan.map((point) => place(plot, point.at, point.spread[low]!));
  const back = fan.map((point) => place(plot, point.at, point.spread[high]!)).reverse();
  return `M${[...forth, ...back].join('L')}Z`;
}

export const edgePath = (fan: Fan, plot: Plot, which: number): string => `M${fan.map((point) => place(plot, point.at, point.spread[which]!)).join('L')}`;

/** The middle, which ends where it reaches nothing. */
export function medianPath(fan: Fan, plot: Plot): string {
  const empty = fan.findIndex((point) => point.spread[2] <= 0);
  return edgePath(empty === -1 ? fan : fan.slice(0, empty + 1), plot, 2);
}

export type BandLabel = { x: number; y: number; words: 'half' | '8 in 10' };

/** How high a band must be over its whole name (about 18 px in its middle), and how far from the fan's end the name stands. */
const room = 10;
const inset = 22;

/** The bands' names at the right end of the last fan that has room for them. */
export function bandLabels(fans: Fan[], plot: Plot): BandLabel[] {
  for (const fan of fans.toReversed()) {
    const labels = labelsOf(fan, plot);
    if (labels.length > 0) return labels;
  }
  return [];
}

function labelsOf(fan: Fan, plot: Plot): BandLabel[] {
  const end = plot.x(fan.at(-1)!.at);
  if (end - plot.x(fan[0]!.at) < 90) return [];
  const x = end - inset - (end < plot.right - 1 ? 26 : 0);
  const labels: BandLabel[] = [];
  const half = widest(bandsUnder(fan, plot, x, 26, [[2, 1], [3, 2]]));
  if (half[1] - half[0] >= room) labels.push({ x, y: (half[0] + half[1]) / 2 + 4, words: 'half' });
  const outer = widest(bandsUnder(fan, plot, x, 44, [[1, 0], [4, 3]]));
  if (outer[1] - outer[0] >= room) labels.push({ x, y: (outer[0] + outer[1]) / 2 + 4, words: '8 in 10' });
  return labels;
}

/** What of each band lies free over the whole width of a word that ends at `x`. */
function bandsUnder(fan: Fan, plot: Plot, x: number, width: number, bands: [number, number][]): [number, number][] {
  const [start, end] = [x - width, x].map((pixel) => spreadAt(fan, plot.at(pixel)).map(plot.y)) as [Spread, Spread];
  return bands.map(([upper, lower]) => [Math.max(start[upper]!, end[upper]!), Math.min(start[lower]!, end[lower]!)]);
}

const widest = (bands: [number, number][]): [number, number] => bands.toSorted((one, other) => other[1] - other[0] - (one[1] - one[0]))[0]!;

/** The spread at an instant within a fan, between its days. */
export function spreadAt(fan: Fan, at: Days): Spread {
  const after = fan.findIndex((point) => point.at >= at);
  if (after <= 0) return (after === 0 ? fan[0]! : fan.at(-1)!).spread;
  const [one, other] = [fan[after - 1]!, fan[after]!];
  const part = (at - one.at) / (other.at - one.at);
  return one.spread.map((value, index) => value + (other.spread[index]! - value) * part) as Spread;
}

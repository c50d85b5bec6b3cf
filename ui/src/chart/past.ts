// The past as a line of steps at their true instants; where many share a pixel, one stroke from their least to their most.
import type { Chart, Step } from '../wire';
import type { Plot } from './plot';
import { parse, type Days } from '../days';

/** The balance from an instant on, and what made it so. */
export type Point = { at: Days; left: number; what?: string };

// A book may hold a hundred thousand steps, and the cursor asks for them with every move: they are parsed once.
const parsed = new WeakMap<Step[], Point[]>();

export function stepsOf(chart: Chart): Point[] {
  const known = parsed.get(chart.past);
  if (known) return known;
  const steps = chart.past.map((step) => ({ at: parse(step.at), left: step.left, what: step.what }));
  parsed.set(chart.past, steps);
  return steps;
}

/** How many steps stand at or before an instant. */
export function countUntil(steps: Point[], at: Days): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const place = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The solid line begins where something is known: before that there are dots. */
export function pastPath(steps: Point[], plot: Plot, known: Days = -Infinity): string {
  const start = Math.max(plot.from, known);
  const inView = steps.filter((step) => step.at > start && step.at <= plot.now);
  const before = steps[countUntil(steps, start) - 1];
  const shown = before ? [{ at: start, left: before.left }, ...inView] : inView;
  if (shown.length === 0) return '';
  const crowded = shown.length > plot.x(plot.now) - plot.x(shown[0]!.at);
  return crowded && shown.length > 2 ? strokes(shown, plot) : stairs(shown, plot);
}

function stairs(steps: Point[], plot: Plot): string {
  const first = steps[0]!;
  let path = `M${place(plot.x(first.at), plot.y(first.left))}`;
  for (const step of steps.slice(1)) path += `H${plot.x(step.at).toFixed(1)}V${plot.y(step.left).toFixed(1)}`;
  return `${path}H${plot.x(plot.now).toFixed(1)}`;
}

/** One column a pixel: in at the first value, over the least and the most, out at the last. */
function strokes(steps: Point[], plot: Plot): string {
  const columns = new Map<number, { first: number; least: number; most: number; last: number }>();
  for (const { at, left } of steps) {
    const column = Math.round(plot.x(at));
    const seen = columns.get(column);
    if (!seen) columns.set(column, { first: left, least: left, most: left, last: left });
    else Object.assign(seen, { least: Math.min(seen.least, left), most: Math.max(seen.most, left), last: left });
  }
  const parts = [...columns].map(([x, { first, least, most, last }]) => [first, most, least, last].map((left) => place(x, plot.y(left))).join('L'));
  return `M${parts.join('L')}H${plot.x(plot.now).toFixed(1)}`;
}

/** Dots from the left edge to the first entry: there it is not known what was left. */
export function unknownPath(chart: Chart, steps: Point[], plot: Plot): string {
  const known = chart.known_from ? parse(chart.known_from) : plot.now;
  const start = Math.max(plot.from, chart.even ? parse(chart.even.from) : plot.from);
  const first = steps.find((step) => step.at >= known)?.left ?? steps.at(-1)?.left ?? chart.left;
  if (known <= start + 0.02 || known > plot.to) return '';
  const began = chart.even && parse(chart.even.from) >= plot.from ? chart.even.amount : first;
  return `M${place(plot.x(start), plot.y(began))}L${place(plot.x(Math.min(known, plot.now)), plot.y(first))}`;
}

/** What lies under zero up to now. */
export function underPath(steps: Point[], plot: Plot): string {
  const from = steps.findLastIndex((step) => step.left >= 0) + 1;
  const under = steps.slice(from);
  if (under.length === 0) return '';
  const start = plot.x(Math.max(under[0]!.at, plot.from)).toFixed(1);
  return `M${start} ${plot.y(0).toFixed(1)}${under.map((step) => `H${plot.x(Math.max(step.at, plot.from)).toFixed(1)}V${plot.y(step.left).toFixed(1)}`).join('')}H${plot.x(plot.now).toFixed(1)}V${plot.y(0).toFixed(1)}Z`;
}

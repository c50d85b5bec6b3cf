// The plot: what of time and credits is in view, and where it lies in pixels.
import type { Chart } from '../wire';
import { countUntil, stepsOf } from './past';
import { parse, type Days } from '../days';

/** Around the plot: labels on the left, flags above, the ruler and the run-out's dates below. */
export const margin = { left: 56, right: 8, top: 30, bottom: 46 };

/** How high the zone below zero is at least, so that its stripes can be seen. */
const overdrawnZone = 18;
const stripes = 9;

export type Plot = {
  width: number;
  height: number;
  left: number;
  right: number;
  topEdge: number;
  /** Where the ruler stands; below zero where something is overdrawn. */
  foot: number;
  from: Days;
  to: Days;
  now: Days;
  top: number;
  low: number;
  perDay: number;
  x: (at: Days) => number;
  y: (credits: number) => number;
  at: (x: number) => Days;
  /** The overdrawn amount's depth in pixels. */
  depth: number;
};

export type Size = { width: number; height: number };

/** The view's limits: all that is asked for, or what is left brought close. */
export function plotOf(chart: Chart, size: Size, fitted: boolean): Plot {
  const now = parse(chart.now);
  const from = fitted ? now - 3 : parse(chart.from);
  const to = parse(chart.to);
  const top = fitted ? Math.max(chart.left * 1.25, 1) : topOf(chart, from, to);
  const [left, right, topEdge] = [margin.left, size.width - margin.right, margin.top];
  const plotHeight = Math.max(size.height - margin.top - margin.bottom, 1);
  const low = lowOf(chart.overdrawn, top, plotHeight);
  const foot = topEdge + plotHeight;
  const x = (at: Days) => left + ((at - from) / (to - from)) * (right - left);
  const y = (credits: number) => topEdge + ((top - credits) / (top - low)) * plotHeight;
  return {
    ...size, left, right, topEdge, foot, from, to, now, top, low, x, y,
    perDay: (right - left) / (to - from),
    at: (pixel) => from + ((pixel - left) / (right - left)) * (to - from),
    depth: chart.overdrawn > 0 ? Math.max(stripes, y(-chart.overdrawn) - y(0)) : 0,
  };
}

/** The largest of what is drawn: the allotment, the past in view, the fans' upper edge. */
function topOf(chart: Chart, from: Days, to: Days): number {
  const seen = (at: string) => parse(at) >= from && parse(at) <= to;
  const steps = stepsOf(chart);
  const past = steps.slice(Math.max(countUntil(steps, from) - 1, 0), countUntil(steps, to)).map((step) => step.left);
  const future = chart.days.filter((day) => seen(day.date)).map((day) => day.p90);
  const opens = chart.renewals.filter((renewal) => seen(renewal.at)).map((renewal) => renewal.opens?.[4] ?? 0);
  return [chart.allotment ?? 0, chart.left, ...past, ...future, ...opens].reduce((most, one) => Math.max(most, one), 1);
}

function lowOf(overdrawn: number, top: number, plotHeight: number): number {
  if (overdrawn <= 0) return 0;
  const zone = (top * overdrawnZone) / Math.max(plotHeight - overdrawnZone, 1);
  return -Math.max(overdrawn * 1.1, zone);
}

/** Whether what is left is so little that the whole view cannot show it. */
export const isTiny = (chart: Chart): boolean => {
  const top = topOf(chart, parse(chart.from), parse(chart.to));
  return chart.left > 0 && chart.left < top * 0.02;
};

// What the chart says at a point in time: the past exactly, the future as a middle and two ranges.
import { about, chance, exact, range } from '../figures';
import type { Chart, Frame } from '../wire';
import { countUntil, stepsOf, type Point } from './past';
import { clock, dayWords, isoDay, parse, type Days } from '../days';

export type ReadOut = { title: string; lines: { words: string; mark: 'plain' | 'forecast' | 'trouble' }[] };

/** How many of a busy day's spends are named. */
const named = 3;

/** A tenth of a second, in days. */
const tiny = 1e-6;

/** Where the cursor stands: at an instant of the past, or on a whole day. */
export type Cursor = { at: Days; whole: boolean };

/** At a step of the past, or over a whole day of it with its largest changes. */
export function readPast(chart: Chart, cursor: Cursor, frame: Frame): ReadOut {
  const steps = stepsOf(chart);
  const now = parse(chart.now);
  const day = Math.floor(cursor.at);
  const [from, until] = cursor.whole ? [countUntil(steps, day - tiny), countUntil(steps, day + 1 - tiny)] : [countUntil(steps, cursor.at - tiny), countUntil(steps, cursor.at)];
  const last = steps[until - 1];
  const title = cursor.whole ? dayWords(day, now) : `${dayWords(day, now)}, ${clock(cursor.at, frame.figures.clock_24)}`;
  const known = last !== undefined && (chart.known_from === null || cursor.at + (cursor.whole ? 1 : 0) >= parse(chart.known_from));
  const left = { words: known ? leftWords(last.left, frame) : 'not known', mark: known && last.left < 0 ? ('trouble' as const) : ('plain' as const) };
  return { title, lines: [left, ...changes(steps, from, until)] };
}

function leftWords(left: number, frame: Frame): string {
  if (left < 0) return `0 left, ${exact(-left, frame.decimals, frame.figures)} overdrawn`;
  return `${exact(left, frame.decimals, frame.figures)} left`;
}

/** The largest changes among the steps `from..until`. */
function changes(steps: Point[], from: number, until: number): ReadOut['lines'] {
  const told = steps.slice(from, until).map((step, index) => ({ what: step.what ?? '', size: Math.abs(step.left - (steps[from + index - 1]?.left ?? step.left)) })).filter((step) => step.what !== '');
  const largest = told.toSorted((one, other) => other.size - one.size);
  const lines = largest.slice(0, named).map((step) => ({ words: step.what, mark: 'plain' as const }));
  return largest.length > named ? [...lines, { words: `${largest.length - named} more`, mark: 'plain' }] : lines;
}

/** At a day of the future. */
export function readFuture(chart: Chart, at: Days, frame: Frame): ReadOut {
  const iso = isoDay(at);
  const index = chart.days.findIndex((day) => day.date === iso);
  const title = `${dayWords(at, parse(chart.now))}, day’s end`;
  const day = chart.days[index];
  if (!day) return { title, lines: [{ words: 'beyond the forecast', mark: 'plain' }] };
  const { decimals, figures } = frame;
  const empty = chart.empty[index] ?? 0;
  const lines: ReadOut['lines'] = [
    { words: `${about(day.p50, decimals, figures)} left`, mark: 'forecast' },
    { words: `half ${range(day.p25, day.p75, decimals, figures)}`, mark: 'plain' },
    { words: `8 in 10: ${range(day.p10, day.p90, decimals, figures)}`, mark: 'plain' },
  ];
  const notes = [...chart.renewals.filter((renewal) => renewal.at.startsWith(iso)).map((renewal) => renewal.words), ...chart.ends.filter((end) => end.at.startsWith(iso)).map((end) => end.words)];
  return { title, lines: [...lines, ...(empty > 0 ? [{ words: emptyWords(empty), mark: 'plain' as const }] : []), ...notes.map((words) => ({ words, mark: 'plain' as const }))] };
}

const emptyWords = (share: number): string => (share > 0.95 ? 'almost certainly empty by then' : `${chance(share)} empty by then`);

/** The past up to now, the future by days' ends. */
export function readAt(chart: Chart, cursor: Cursor, frame: Frame): ReadOut {
  return isPast(chart, cursor) ? readPast(chart, cursor, frame) : readFuture(chart, cursor.at, frame);
}

/** Today as a whole day counts as past: what was done so far. */
export const isPast = (chart: Chart, cursor: Cursor): boolean => (cursor.whole ? cursor.at <= Math.floor(parse(chart.now)) : cursor.at <= parse(chart.now));

/** Where the cursor's line stands: at the instant, or at the end of the day, but never beyond now in the past. */
export const standsAt = (chart: Chart, cursor: Cursor): Days => (!cursor.whole ? cursor.at : isPast(chart, cursor) ? Math.min(cursor.at + 1, parse(chart.now)) : cursor.at + 1);

/** What the mouse points at: a step within reach, else the day. */
export function pointedAt(chart: Chart, at: Days, reach: Days): Cursor {
  const steps = stepsOf(chart);
  const next = countUntil(steps, at);
  const near = [steps[next - 1], steps[next]].filter((step) => step !== undefined).toSorted((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at))[0];
  if (near && Math.abs(near.at - at) <= reach) return { at: near.at, whole: false };
  const now = parse(chart.now);
  return { at: at > now && Math.floor(at) === Math.floor(now) ? Math.floor(now) + 1 : Math.floor(at), whole: true };
}

/** Everything that one may jump to with n and p, in order. */
export function eventsOf(chart: Chart): Days[] {
  const out = chart.run_out;
  const instants = [...chart.checks.map((check) => check.at), ...chart.renewals.map((renewal) => renewal.at), ...chart.ends.map((end) => end.at), ...chart.top_ups.map((top) => top.at), ...chart.lapses.map((lapse) => lapse.at), chart.now, ...(out ? [out.p10] : []), ...(out?.p50 ? [out.p50] : [])];
  const [from, to] = [parse(chart.from), parse(chart.to)];
  return [...new Set([...stepsOf(chart).map((step) => step.at), ...instants.map(parse)])].filter((at) => at >= from && at < to).toSorted((one, other) => one - other);
}

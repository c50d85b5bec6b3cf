import type { Strip } from '../wire';

/** A logarithmic axis: where a figure stands on it, in per cent of its width. */
export interface Axis {
  place: (figure: number) => number;
  ticks: number[];
}

/** Room beyond the lowest and the highest figure, as a factor, so that no mark is cut by the edge. */
const ROOM = 1.35;

/** One axis for all rows, so that 4 and 5,400 share a page. Figures of 0 and below have no place on it but the left edge. */
export function logAxis([low, high]: readonly [number, number]): Axis {
  const least = low > 0 ? low : 1;
  const from = Math.log10(least / ROOM);
  const to = Math.log10(Math.max(high, least) * ROOM);
  const place = (figure: number) => (figure > 0 ? Math.min(100, Math.max(0, (100 * (Math.log10(figure) - from)) / (to - from))) : 0);
  return { place, ticks: decades(from, to) };
}

/** The figures between which a strip stands alone: everything on it. */
export function endsOf(strip: Strip): [number, number] {
  const all = [...(strip.published ?? []), ...(strip.range ?? []), ...strip.own].filter((figure) => figure > 0);
  return all.length === 0 ? [1, 10] : [Math.min(...all), Math.max(...all)];
}

/** The powers of ten on the axis; where it shows fewer than two, twos and fives as well. */
function decades(from: number, to: number): number[] {
  const tens = multiples(from, to, [1]);
  return tens.length >= 2 ? tens : multiples(from, to, [1, 2, 5]);
}

function multiples(from: number, to: number, steps: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = Math.floor(from); power <= Math.ceil(to); power += 1) {
    for (const step of steps) {
      const figure = Number(`${step}e${power}`);
      const at = Math.log10(figure);
      if (at > from && at < to) found.push(figure);
    }
  }
  return found;
}

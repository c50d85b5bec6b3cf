// The gridlines and their labels: at most four, a step of 1, 2 or 5 × 10^k.
import { short } from '../figures';
import type { Figures } from '../wire';
import type { Plot } from './plot';

export type GridLine = { y: number; words: string; line: boolean };

export function stepOf(top: number): number {
  const power = 10 ** (Math.floor(Math.log10(top)) - 1);
  return [1, 2, 5, 10, 20, 50].map((factor) => factor * power).find((step) => top / step <= 4) ?? top;
}

/** Zero, the gridlines, and the allotment, which has a label and no line. */
export function gridOf(plot: Plot, allotment: number | null, figures: Figures): GridLine[] {
  const step = stepOf(plot.top);
  const count = Math.floor(plot.top / step + 1e-9);
  const lines = Array.from({ length: count + 1 }, (_, index): GridLine => ({ y: plot.y(index * step), words: short(index * step, figures), line: index > 0 }));
  const extra = allotment !== null && allotment > 0 && allotment <= plot.top ? [{ y: plot.y(allotment), words: short(allotment, figures), line: false }] : [];
  const clear = extra.filter((one) => lines.every((line) => Math.abs(line.y - one.y) > 14));
  return [...lines, ...clear];
}

// Renewals as flags along the top, with as many words as fit beside each other and beside "Now".
import type { Chart, Renewal } from '../wire';
import type { Plot } from './plot';
import { parse } from '../days';

/** `under` is the second line of words that stand on two. */
export type Flag = { x: number; words: string; under: string; textX: number; anchor: 'start' | 'middle' | 'end'; tall: boolean; row: 0 | 1 };

/** How much room is left of the right edge before a flag's words go to its left, and how close flags may stand. */
const edgeRoom = 150;
const flagGap = 90;

/** About how wide words of 12 px are. */
export const widthOf = (words: string): number => words.length * 6.4;

type Stretch = [number, number];
type Placed = { flag: Flag; taken: Stretch };

/** Every renewal in view; as small ticks where they stand closer than their words. Future words go first. */
export function flagsOf(chart: Chart, plot: Plot): Flag[] {
  const inView = chart.renewals.filter((renewal) => plot.x(parse(renewal.at)) > plot.left + 2 && plot.x(parse(renewal.at)) < plot.right - 1);
  const xs = inView.map((renewal) => plot.x(parse(renewal.at)));
  const dense = xs.some((x, index) => index > 0 && x - xs[index - 1]! < flagGap);
  const now = plot.x(plot.now);
  const rows: [Stretch[], Stretch[]] = [[now - plot.left > 70 ? [now - 42, now + 10] : [now - 10, now + 42]], [[now - 4, now + 4]]];
  const place = dense ? tickOf : flagOf;
  const future = (renewal: Renewal) => parse(renewal.at) > plot.now;
  const ordered = [...inView.filter(future), ...inView.filter((renewal) => !future(renewal)).reverse()];
  return ordered.map((renewal) => settled(place(renewal, plot), rows, !dense && future(renewal)));
}

/** On the first row where its words are free; a future flag may use the second, or both. Any other goes without words. */
function settled({ flag, taken }: Placed, rows: [Stretch[], Stretch[]], mayLower: boolean): Flag {
  const row = rows.findIndex((stretches, index) => (index === 0 || mayLower) && isFree(taken, stretches));
  if (row === -1) return (mayLower && onBoth(flag, rows)) || { ...flag, words: '' };
  rows[row]!.push(taken);
  return { ...flag, row: row as 0 | 1 };
}

const isFree = ([from, to]: Stretch, stretches: Stretch[]): boolean => stretches.every((other) => to < other[0] || from > other[1]);

/** "Renews" over "Tue 15 Dec", where that has room on both rows. */
function onBoth(flag: Flag, rows: [Stretch[], Stretch[]]): Flag | null {
  const [words = '', ...rest] = flag.words.split(' ');
  const under = rest.join(' ');
  const width = Math.max(widthOf(words), widthOf(under));
  const taken: Stretch = flag.anchor === 'end' ? [flag.textX - width, flag.x] : [flag.x, flag.textX + width];
  if (!rows.every((stretches) => isFree(taken, stretches))) return null;
  for (const stretches of rows) stretches.push(taken);
  return { ...flag, words, under };
}

function flagOf(renewal: Renewal, plot: Plot): Placed {
  const x = plot.x(parse(renewal.at));
  const left = plot.right - x < edgeRoom;
  const [width, textX] = [widthOf(renewal.words), left ? x - 13 : x + 13];
  return { flag: { x, words: renewal.words, under: '', textX, anchor: left ? 'end' : 'start', tall: true, row: 0 }, taken: left ? [textX - width - 8, x] : [x, textX + width + 8] };
}

function tickOf(renewal: Renewal, plot: Plot): Placed {
  const x = plot.x(parse(renewal.at));
  const half = Math.max(widthOf(renewal.words) / 2 + 6, flagGap / 2);
  const words = x + half > plot.width || x - half < 0 ? '' : renewal.words;
  return { flag: { x, words, under: '', textX: x, anchor: 'middle', tall: false, row: 0 }, taken: words ? [x - half, x + half] : [x, x] };
}

// The ruler under the plot: a tick a day where there is room, and as many labels as can be read.
import type { Plot } from './plot';
import { calendar, firstOf, monthName, weekdayOf, type Days } from '../days';

export type Tick = { x: number; length: number; faint: boolean };
export type Label = { x: number; words: string };
export type Ruler = { ticks: Tick[]; labels: Label[] };

/** `sparse` halves the labels, for windows that are narrow. */
export function rulerOf(plot: Plot, sparse = false): Ruler {
  const ruler = plot.perDay >= 1.5 ? daysRuler(plot) : monthsRuler(plot);
  const inside = ruler.labels.filter((label) => label.x >= plot.left - 12 && label.x <= plot.width - 30);
  return { ticks: ruler.ticks, labels: sparse ? inside.filter((_, index) => index % 2 === 0) : inside };
}

function days(from: Days, to: Days): Days[] {
  const first = Math.ceil(from - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(to + 1e-9) - first + 1) }, (_, index) => first + index);
}

const isMonday = (day: Days) => calendar(day).weekday === 1;

function daysRuler(plot: Plot): Ruler {
  const all = days(plot.from, plot.to);
  const mondays = all.filter(isMonday);
  if (plot.perDay < 5) return monthStarts(plot, mondays);
  const ticks: Tick[] = all.map((day) => ({ x: plot.x(day), length: isMonday(day) ? 8 : 4, faint: false }));
  if (plot.perDay >= 44) {
    const quarters = all.flatMap((day) => [0.25, 0.5, 0.75].map((part) => day + part)).filter((at) => at <= plot.to);
    return { ticks: [...ticks, ...quarters.map((at) => ({ x: plot.x(at), length: 3, faint: true }))], labels: dated(plot, spaced(plot, all)) };
  }
  return { ticks, labels: dated(plot, plot.perDay >= 11 ? mondays : mondays.filter((day) => Math.floor((day + 3) / 7) % 2 === 0)) };
}

/** Every day, or every second, third … where its label would not fit. */
function spaced(plot: Plot, all: Days[]): Days[] {
  const every = Math.ceil(76 / plot.perDay);
  return all.filter((_, index) => index % every === 0);
}

/** "Mon 16 Nov" at the first label and where the month changes, else "Mon 23". */
function dated(plot: Plot, labelled: Days[]): Label[] {
  let named = -1;
  return labelled.map((day) => {
    const { day: number, month } = calendar(day);
    const words = `${weekdayOf(day)} ${number}${month === named ? '' : ` ${monthName(month)}`}`;
    named = month;
    return { x: plot.x(day), words };
  });
}

function firsts(plot: Plot): { at: Days; month: number; year: number }[] {
  const start = calendar(plot.from);
  const months = Math.ceil((plot.to - plot.from) / 28) + 2;
  return Array.from({ length: months }, (_, index) => {
    const [year, month] = [start.year + Math.floor((start.month + index) / 12), (start.month + index) % 12];
    return { at: firstOf(year, month), month, year };
  }).filter((first) => first.at >= plot.from && first.at <= plot.to);
}

function monthStarts(plot: Plot, mondays: Days[]): Ruler {
  const starts = firsts(plot);
  return {
    ticks: [...mondays.map((day) => ({ x: plot.x(day), length: 4, faint: false })), ...starts.map(({ at }) => ({ x: plot.x(at), length: 8, faint: false }))],
    labels: starts.map(({ at, month, year }) => ({ x: plot.x(at), words: month === 0 ? `Jan ${year}` : monthName(month) })),
  };
}

/** Quarters where they fit, else years. */
function monthsRuler(plot: Plot): Ruler {
  const starts = firsts(plot);
  const every = [3, 6, 12, 24, 60].find((months) => plot.perDay * 30 * months >= 56) ?? 120;
  const labelled = starts.filter(({ month, year }) => (month + 12 * year) % every === 0);
  return {
    ticks: starts.filter(({ month }) => plot.perDay * 30 >= 4 || month === 0).map(({ at, month }) => ({ x: plot.x(at), length: month === 0 ? 8 : 4, faint: false })),
    labels: labelled.map(({ at, month, year }) => ({ x: plot.x(at), words: every >= 12 ? `${year}` : month === 0 ? `Jan ${year}` : monthName(month) })),
  };
}

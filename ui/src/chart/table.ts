// The table behind the picture: the same days, in words.
import { about, exact, range } from '../figures';
import type { Chart, Frame } from '../wire';
import { dayWords, isoDay, parse } from '../days';

export type DayRow = { day: string; words: string; left: string; forecast: boolean; half: string; eight: string; events: string };

/** Beyond so many days of future, one row a week. */
const daily = 100;

export function rowsOf(chart: Chart, frame: Frame): DayRow[] {
  return [...pastRows(chart, frame), ...futureRows(chart, frame)];
}

function eventsOn(chart: Chart, day: string): string[] {
  const on = (at: string) => at.startsWith(day);
  return [chart.checks, chart.renewals, chart.top_ups, chart.ends, chart.lapses].flatMap((marks) => marks.filter((mark) => on(mark.at)).map((mark) => mark.words));
}

/** Past days on which something changed. */
function pastRows(chart: Chart, frame: Frame): DayRow[] {
  const now = parse(chart.now);
  const last = new Map(chart.past.filter((step) => parse(step.at) >= parse(chart.from)).map((step) => [step.at.slice(0, 10), step]));
  return [...last].map(([day, step]) => ({
    day, words: dayWords(parse(day), now), left: exact(step.left, frame.decimals, frame.figures), forecast: false, half: '', eight: '', events: eventsOn(chart, day).join(', '),
  }));
}

function futureRows(chart: Chart, frame: Frame): DayRow[] {
  const { decimals, figures } = frame;
  const now = parse(chart.now);
  const within = chart.days.filter((day) => parse(day.date) < parse(chart.to));
  return within.map((day) => ({ day, events: eventsOn(chart, day.date).filter((words) => !chart.checks.some((check) => check.words === words)) })).filter(({ events }, index) => within.length <= daily || index % 7 === 0 || events.length > 0).map(({ day, events }) => ({
    day: `${day.date} end`, words: `${dayWords(parse(day.date), now)}${day.date === isoDay(now) ? ', day’s end' : ''}`, left: about(day.p50, decimals, figures), forecast: true,
    half: range(day.p25, day.p75, decimals, figures), eight: range(day.p10, day.p90, decimals, figures), events: day.date === isoDay(now) ? '' : events.join(', '),
  }));
}

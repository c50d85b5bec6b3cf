// The little picture of the first run: the cycle as a ruler, what is left now, and the even pace to the renewal.
import { calendar, dayWords, parse } from '../../days';
import type { FirstRunAnswer } from '../../wire';

const [start, end, top, zero] = [4, 574, 14, 126];

export function pictureOf(answer: FirstRunAnswer) {
  if (!answer.cycle_start || !answer.renewal || answer.left === null) return null;
  const [from, to, at] = [parse(answer.cycle_start), parse(answer.renewal), parse(answer.now)];
  const most = Math.max(answer.allotment ?? 0, answer.left, 1e-9);
  const x = (day: number) => start + ((day - from) / (to - from)) * (end - start);
  const y = (credits: number) => zero - (credits / most) * (zero - top);
  const days = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, index) => Math.ceil(from) + index);
  const every = Math.ceil(days.length / 60);
  const now = x(at);
  return {
    start, end, now, startY: y(answer.allotment ?? answer.left), nowY: y(answer.left), leans: now > 420,
    ticks: days.filter((_, index) => index % every === 0).map((day) => ({ x: x(day), monday: calendar(day).weekday === 1 })),
    startWords: dayWords(from, at), nowWords: dayWords(at, at), renewalWords: `Renews ${dayWords(to, at)}`,
  };
}

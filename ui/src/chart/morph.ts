// After a spend the line and the fan glide to where they stand now; another span or another day is drawn at once.
import type { Chart, ForecastDay } from '../wire';

export function between(old: Chart, next: Chart): (part: number) => Chart {
  // A glide draws the whole past anew in each of its frames: too much for years of steps.
  const alike = next.past.length < 2000 && old.from === next.from && old.to === next.to && old.days.length === next.days.length && old.days[0]?.date === next.days[0]?.date;
  if (!alike) return () => next;
  return (part) => (part === 1 ? next : mixed(old, next, part));
}

const mix = (one: number, other: number, part: number) => one + (other - one) * part;

function mixed(old: Chart, next: Chart, part: number): Chart {
  const left = mix(old.left, next.left, part);
  const past = next.past.map((step, index) => (index === next.past.length - 1 ? { ...step, left: mix(old.left - old.overdrawn, step.left, part) } : step));
  return { ...next, left, past, days: next.days.map((day, index) => mixedDay(old.days[index]!, day, part)) };
}

function mixedDay(old: ForecastDay, next: ForecastDay, part: number): ForecastDay {
  return { date: next.date, p10: mix(old.p10, next.p10, part), p25: mix(old.p25, next.p25, part), p50: mix(old.p50, next.p50, part), p75: mix(old.p75, next.p75, part), p90: mix(old.p90, next.p90, part) };
}

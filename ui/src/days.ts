// Local days, and their words. The shell sends local times without a zone, so a day is a day wide, whatever the clocks did.

/** A local instant as days since 1 January 1970, with the time of day as its fraction. */
export type Days = number;

export const parse = (local: string): Days => Date.parse(`${local.slice(0, 19)}${local.length === 10 ? 'T00:00:00' : ''}Z`) / 86_400_000;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export type Calendar = { year: number; month: number; day: number; weekday: number };

export function calendar(at: Days): Calendar {
  const date = new Date(Math.floor(at) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: date.getUTCDay() };
}

export const weekdayOf = (at: Days): string => weekdays[calendar(at).weekday]!;
export const monthName = (month: number): string => months[((month % 12) + 12) % 12]!;
export const firstOf = (year: number, month: number): Days => Date.UTC(year, month, 1) / 86_400_000;
export const isoDay = (at: Days): string => new Date(Math.floor(at) * 86_400_000).toISOString().slice(0, 10);

/** "Tue 15 Dec"; with the year where it is not within six months of `now`. */
export function dayWords(at: Days, now: Days): string {
  const { year, month, day } = calendar(at);
  const far = Math.abs(at - now) > 183 ? ` ${year}` : '';
  return `${weekdayOf(at)} ${day} ${monthName(month)}${far}`;
}

/** "15th": a day of the month; the ending alone stands behind what is being typed. */
export function ordinal(day: string): string {
  const number = Number(day);
  return Number.isInteger(number) && number >= 1 ? `${number}${ordinalEnding(day)}` : day;
}

/** "st", "nd", "rd", "th"; "th" also while nothing is typed. */
export function ordinalEnding(day: string): string {
  const number = Number(day);
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** "17:12", or "5:12 pm". */
export function clock(at: Days, hours24: boolean): string {
  const minutes = Math.floor((at - Math.floor(at)) * 1440 + 1e-6);
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, '0');
  if (hours24) return `${String(hour).padStart(2, '0')}:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "6 to 13 Dec", "28 Nov to 3 Dec". */
export function daysBetween(from: Days, to: Days): string {
  const [first, last] = [calendar(from), calendar(to)];
  const start = first.month === last.month && first.year === last.year ? `${first.day}` : `${first.day} ${monthName(first.month)}`;
  return `${start} to ${last.day} ${monthName(last.month)}`;
}

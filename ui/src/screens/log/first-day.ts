import { months } from '../../days';

/**
 * Reads the first day of a range as it is typed: `2026-11-01`, `1 Nov`, `Nov 1`, `1.11.`, `1 Nov 2025`. A day without
 * a year is the latest such day up to today. Answers `YYYY-MM-DD`, or null.
 */
export function firstDay(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4})?$/.exec(typed);
  if (dotted) return inYear(dotted[3], Number(dotted[2]), Number(dotted[1]), today);
  const worded = /^(?:(\d{1,2})\s+([a-z]+)|([a-z]+)\s+(\d{1,2}))(?:\s+(\d{4}))?$/.exec(typed);
  if (!worded) return null;
  const name = (worded[2] ?? worded[3] ?? '').slice(0, 3);
  const month = months.findIndex((one) => one.toLowerCase() === name) + 1;
  return inYear(worded[5], month, Number(worded[1] ?? worded[4]), today);
}

function inYear(year: string | undefined, month: number, dayOfMonth: number, today: string): string | null {
  if (year) return day(Number(year), month, dayOfMonth);
  const thisYear = Number(today.slice(0, 4));
  const found = day(thisYear, month, dayOfMonth);
  return found && found > today ? day(thisYear - 1, month, dayOfMonth) : found;
}

/** A date that exists, or null: the 31st of November is no day. */
function day(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth && month >= 1;
  return exists ? date.toISOString().slice(0, 10) : null;
}

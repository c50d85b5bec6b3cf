import type { MonthStart } from '../../wire';

/** The month that a row stands in; empty where there is none. `months` begin at ascending rows. */
export function monthOfRow(months: readonly MonthStart[], row: number): string {
  let low = 0;
  let high = months.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((months[middle]?.row ?? Infinity) <= row) low = middle + 1;
    else high = middle;
  }
  return months[low - 1]?.words ?? '';
}

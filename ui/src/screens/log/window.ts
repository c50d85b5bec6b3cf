/** Rows `first` up to, not with, `last` of a list whose rows are all equally high. */
export interface RowWindow {
  first: number;
  last: number;
}

/** What is looked at: how far it is scrolled, how much of it shows, how high a row is, how many rows there are. */
export interface Sight {
  top: number;
  height: number;
  row: number;
  total: number;
}

/** Rows drawn beyond both edges, so that a turn of the wheel does not show an empty strip. */
const SPARE = 12;

/** The rows to draw. Nothing is drawn before the row's height is measured. */
export function rowsToDraw({ top, height, row, total }: Sight): RowWindow {
  if (row <= 0 || total <= 0) return { first: 0, last: 0 };
  const first = Math.min(total, Math.max(0, Math.floor(top / row) - SPARE));
  const last = Math.min(total, Math.max(first, Math.ceil((top + height) / row) + SPARE));
  return { first, last };
}

/** The first row that is not scrolled away. */
export function firstRowSeen({ top, row, total }: Sight): number {
  if (row <= 0 || total <= 0) return 0;
  return Math.min(total - 1, Math.max(0, Math.floor(top / row)));
}

/** How many whole rows a page has under the day's head, which covers one. */
export function rowsAPage({ height, row }: Sight): number {
  return row > 0 ? Math.max(1, Math.floor(height / row) - 1) : 1;
}

/** Where to scroll so that a row is seen, clear of the day's head; null where it is seen already. */
export function scrollTo(index: number, { top, height, row }: Sight): number | null {
  const above = Math.max(0, (index - 1) * row);
  const below = (index + 1) * row - height;
  if (above < top) return above;
  if (below > top) return Math.min(above, below);
  return null;
}

/** The rows of a window, and those that have the focus or are edited and must not go away with it. */
export function rowsAnd({ first, last }: RowWindow, ...rows: number[]): number[] {
  const inside = Array.from({ length: last - first }, (_, at) => first + at);
  const beyond = rows.filter((row) => row >= 0 && (row < first || row >= last));
  return [...inside, ...new Set(beyond)];
}

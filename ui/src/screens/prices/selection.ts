import type { PriceRow } from '../../wire';

/** The row that was chosen: what it says, since rows come and go, and where it stood. */
export interface Chosen {
  action: string;
  settings: string;
  at: number;
}

/** Chooses a row. */
export function choose(rows: readonly PriceRow[], at: number): Chosen | null {
  const row = rows[at];
  return row ? { action: row.action, settings: row.settings, at } : null;
}

/** Where the chosen row stands now; null where none is chosen, or where it is gone. */
export function placeOf(chosen: Chosen | null, rows: readonly PriceRow[]): number | null {
  const at = chosen === null ? -1 : rows.findIndex((row) => row.action === chosen.action && row.settings === chosen.settings);
  return at < 0 ? null : at;
}

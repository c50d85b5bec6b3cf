import type { LogRow } from '../../wire';

/** How the state of a spend is said; nothing where it was charged and no more is known. */
export const STATES: Record<string, string> = { refunded: 'refunded', part_refunded: 'part refunded', refund_expected: 'refund expected', reserved: 'reserved' };

/** What the last column says: a refund before a verdict, a verdict before the estimate. */
export function stateOf(row: LogRow & { kind: 'spend' }): string {
  return STATES[row.state] ?? row.verdict ?? (row.estimated ? 'estimated' : '');
}

/** A row as one sentence for a reader that steps from row to row; empty while the row is not here. */
export function spoken(row: LogRow | undefined, unit: string): string {
  switch (row?.kind) {
    case 'day':
      return said(row.words, row.credits && `${row.credits} ${unit}`);
    case 'spend':
      return said(row.time, row.action, row.settings, row.count > 1 ? `× ${row.count}` : '', `${row.credits} ${unit}`, `${row.left} left`, ...row.tags.map((tag) => `#${tag}`), stateOf(row));
    case 'check':
      return said(row.time, row.words, row.difference, row.since);
    case 'event':
      return said(row.time, row.words.map(({ text }) => text).join(''), row.credits, row.left && `${row.left} left`, row.state);
    default:
      return '';
  }
}

const said = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ');

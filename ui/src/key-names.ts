// Every key and what it does, by the place where it works. The places listen themselves; the sheet lists these.
import type { ScreenName } from './desk.svelte';

export type KeyName = { key: string; name: string };
export type KeyPlace = { place: string; keys: readonly KeyName[] };

/** Where `g` and one more key go. */
export const PLACES: readonly { key: string; screen: ScreenName; words: string }[] = [
  { key: 't', screen: 'today', words: 'Today' },
  { key: 'l', screen: 'log', words: 'Log' },
  { key: 'p', screen: 'plan', words: 'Plan' },
  { key: 'r', screen: 'prices', words: 'Prices' },
  { key: 'o', screen: 'services', words: 'Overview' },
  { key: ',', screen: 'settings', words: 'Settings' },
];

/** What the chart of Today offers wherever the focus is. */
export const CHART = [
  { key: '[', name: 'Less time' },
  { key: ']', name: 'More time' },
  { key: 't', name: 'Table or picture' },
  { key: 'y', name: 'Fit to what is left' },
] as const;

/** The whole sheet. */
export const SHEET: readonly KeyPlace[] = [
  {
    place: 'Everywhere',
    keys: [
      { key: 'Ctrl N or /', name: 'Log a spend' },
      { key: 'Ctrl Z', name: 'Undo; in a field that was changed, its own changes first' },
      { key: 'Ctrl Shift Z', name: 'Redo' },
      { key: 'Ctrl K', name: 'Every command by its name' },
      { key: 'Ctrl F', name: 'Search the log' },
      { key: 'Ctrl 1 … 9', name: 'The services of the book, by their place' },
      { key: 'b', name: 'Check balance' },
      ...PLACES.map(({ key, words }) => ({ key: `g ${key}`, name: words })),
      { key: 'Ctrl ,', name: 'Settings' },
      { key: '?', name: 'All keys' },
    ],
  },
  {
    place: 'The line',
    keys: [
      { key: 'Enter', name: 'Saves, next' },
      { key: 'Ctrl Enter', name: 'Saves, closes' },
      { key: '↑ ↓', name: 'Choose a completion' },
      { key: 'Tab', name: 'Take the completion' },
      { key: '?', name: 'What the line understands, while it is empty' },
      { key: 'Esc', name: 'Leaves it; once more clears it, and Ctrl Z brings it back' },
    ],
  },
  {
    place: 'The chart',
    keys: [
      ...CHART,
      { key: '← →', name: 'A day back, a day on; with Shift a week' },
      { key: 'Home, End', name: 'The first day, the last' },
      { key: 'n, p', name: 'The next event, the one before' },
      { key: 'Enter', name: 'The day in the log' },
      { key: 'Esc', name: 'Lets go' },
    ],
  },
  {
    place: 'The log',
    keys: [
      { key: '↑ ↓, Home, End, PgUp, PgDn', name: 'Choose a row' },
      { key: 'e or Enter', name: 'Edit the row' },
      { key: 'k', name: 'Keeper' },
      { key: 'x', name: 'Reject' },
      { key: 'f', name: 'Failed' },
      { key: 'r', name: 'Refunded' },
      { key: 'p', name: 'Refunded in part' },
      { key: 'w', name: 'A refund is expected, or will not come' },
      { key: 's', name: 'Settle what is reserved' },
      { key: 'n', name: 'The renewal did not come' },
      { key: 'c', name: 'The renewal came at another time' },
      { key: 'u', name: 'Log the same again' },
      { key: '#', name: 'Tag the row' },
      { key: 'Del', name: 'Delete the row' },
      { key: 'Space', name: 'Select several; Del, k, x, f and # are for all of them' },
      { key: 'Shift ↑ ↓', name: 'Select the rows from here on' },
      { key: 'Esc', name: 'Select none' },
    ],
  },
  {
    place: 'The overview',
    keys: [
      { key: '↑ ↓, Home, End', name: 'Choose a service' },
      { key: 'Enter', name: 'Open it' },
    ],
  },
  {
    place: 'The plan',
    keys: [
      { key: 'Enter', name: 'Edit a value in its sentence' },
      { key: '← →', name: 'Older, newer cycles, in the statement' },
      { key: 'e', name: 'Say what happened to the plan' },
      { key: 'Esc', name: 'From a pot back to the plan' },
    ],
  },
  {
    place: 'Prices',
    keys: [
      { key: '↑ ↓, Home, End, PgUp, PgDn', name: 'Choose a row' },
      { key: 'e or Enter', name: 'Rename the action' },
      { key: 'a', name: 'Another word for the action' },
      { key: 'h', name: 'Hide the action, or show it again' },
    ],
  },
];

/** Whether keys are letters and signs that work only while single letters are switched on. */
const isSingle = (key: string) => key.split(/[\s,]+/).filter(Boolean).every((one) => /^[a-z#[\]]$/i.test(one));

/** A key as it works now: without single letters where they are switched off; null where nothing is left of it. */
export function keyNow(key: string, singleKeys: boolean): string | null {
  const ways = key.split(' or ').filter((way) => singleKeys || !isSingle(way));
  return ways.length > 0 ? ways.join(' or ') : null;
}

/** The sheet as it holds now. */
export function sheetNow(singleKeys: boolean): KeyPlace[] {
  const holding = (keys: readonly KeyName[]) => keys.flatMap(({ key, name }) => {
    const now = keyNow(key, singleKeys);
    return now === null ? [] : [{ key: now, name }];
  });
  return SHEET.map(({ place, keys }) => ({ place, keys: holding(keys) }));
}

import { expect, test } from 'vitest';
import { monthOfRow } from './months';

const months = [
  { words: 'Dec 2026', row: 0 },
  { words: 'Nov 2026', row: 120 },
  { words: 'Oct 2026', row: 260 },
];

test.each([
  [0, 'Dec 2026'],
  [119, 'Dec 2026'],
  [120, 'Nov 2026'],
  [9_999, 'Oct 2026'],
])('row %d stands in %s', (row, words) => {
  expect(monthOfRow(months, row)).toBe(words);
});

test('without months there is no word', () => {
  expect(monthOfRow([], 5)).toBe('');
});

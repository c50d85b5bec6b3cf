import { expect, test } from 'vitest';
import { firstDay } from './first-day';

test.each([
  ['2026-11-01', '2026-11-01'],
  ['1 Nov', '2026-11-01'],
  ['Nov 1', '2026-11-01'],
  ['15 december', '2025-12-15'],
  ['1.11.', '2026-11-01'],
  ['1.11.2024', '2024-11-01'],
  ['4 Dec', '2026-12-04'],
  ['5 Dec', '2025-12-05'],
  [' 29 Feb 2024 ', '2024-02-29'],
  ['31 Nov', null],
  ['29.2.2026', null],
  ['2026-13-01', null],
  ['0.0.', null],
  ['5 brumaire', null],
  ['', null],
  ['yesterdayish', null],
])('“%s” on 4 December 2026 is %s', (text, expected) => {
  expect(firstDay(text, '2026-12-04')).toBe(expected);
});

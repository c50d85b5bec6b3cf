import { expect, test } from 'vitest';
import { firstRowSeen, rowsAnd, rowsAPage, rowsToDraw, scrollTo, type Sight } from './window';

const sight = (part: Partial<Sight>): Sight => ({ top: 0, height: 600, row: 30, total: 100_000, ...part });

test('the rows in view are drawn, and a few beyond', () => {
  expect(rowsToDraw(sight({}))).toEqual({ first: 0, last: 32 });
  expect(rowsToDraw(sight({ top: 3_000 }))).toEqual({ first: 88, last: 132 });
});

test('the end of the list is the end of what is drawn', () => {
  expect(rowsToDraw(sight({ top: 100_000 * 30 - 600 })).last).toBe(100_000);
  expect(rowsToDraw(sight({ total: 3 }))).toEqual({ first: 0, last: 3 });
});

test('a list that shrank while it was scrolled draws nothing beyond its end', () => {
  expect(rowsToDraw(sight({ top: 9_000, total: 5 }))).toEqual({ first: 5, last: 5 });
  expect(firstRowSeen(sight({ top: 9_000, total: 5 }))).toBe(4);
});

test('nothing is drawn before the row is measured', () => {
  expect(rowsToDraw(sight({ row: 0 }))).toEqual({ first: 0, last: 0 });
  expect(firstRowSeen(sight({ row: 0 }))).toBe(0);
  expect(rowsAPage(sight({ row: 0 }))).toBe(1);
});

test('a million rows are still reckoned exactly', () => {
  const million = sight({ total: 1_000_000, top: 999_000 * 30 });
  expect(firstRowSeen(million)).toBe(999_000);
});

test('a page leaves one row of the page before in view', () => {
  expect(rowsAPage(sight({}))).toBe(19);
  expect(rowsAPage(sight({ height: 20 }))).toBe(1);
});

test.each([
  ['a row in view stays where it is', 10, 0, null],
  ['a row below comes to the lower edge', 40, 0, 41 * 30 - 600],
  ['a row above comes under the head of its day', 5, 3_000, 4 * 30],
  ['the first row goes to the very top', 0, 300, 0],
  ['a row behind the head of the day comes out', 10, 300, 270],
])('%s', (_, index, top, expected) => {
  expect(scrollTo(index, sight({ top }))).toBe(expected);
});

test('the row with the focus is drawn wherever it is', () => {
  expect(rowsAnd({ first: 3, last: 6 }, 4)).toEqual([3, 4, 5]);
  expect(rowsAnd({ first: 3, last: 6 }, 90)).toEqual([3, 4, 5, 90]);
  expect(rowsAnd({ first: 3, last: 6 }, 90, 4, 90, 20)).toEqual([3, 4, 5, 90, 20]);
  expect(rowsAnd({ first: 0, last: 0 }, -1)).toEqual([]);
});

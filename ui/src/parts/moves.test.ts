import { expect, test } from 'vitest';
import { rowAfterKey, settle } from './moves';

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 5, 25],
  ['PageDown', 95, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['k', 5, null],
])('%s from row %d leads to %s', (key, at, expected) => {
  expect(rowAfterKey(key, at, 100, 20)).toBe(expected);
});

test('an empty list has nowhere to go', () => {
  expect(rowAfterKey('ArrowDown', 0, 0, 20)).toBeNull();
});

const heads = (...rows: number[]) => (row: number) => rows.includes(row);

test('a head of a day is passed in the direction of the way', () => {
  expect(settle(4, 3, 10, heads(0, 4))).toBe(5);
  expect(settle(4, 5, 10, heads(0, 4))).toBe(3);
});

test('the first head sends the way back down', () => {
  expect(settle(0, 1, 10, heads(0, 4))).toBe(1);
  expect(settle(0, 0, 10, heads(0))).toBe(1);
});

test('a row that is not a head is taken as it is', () => {
  expect(settle(7, 6, 10, heads(0))).toBe(7);
});

import { expect, test } from 'vitest';
import { barOf } from './bar';

test('what is left is ink but for what will lapse', () => {
  expect(barOf({ left: 50, granted: 100, will_lapse: 20 })).toEqual({ stays: 30, lapses: 20 });
});

test('no more than what is left can lapse', () => {
  expect(barOf({ left: 10, granted: 100, will_lapse: 40 })).toEqual({ stays: 0, lapses: 10 });
});

test('a pot with more than was granted is full, an empty one empty', () => {
  expect(barOf({ left: 150, granted: 100, will_lapse: 0 })).toEqual({ stays: 100, lapses: 0 });
  expect(barOf({ left: 0, granted: 0, will_lapse: 0 })).toEqual({ stays: 0, lapses: 0 });
});

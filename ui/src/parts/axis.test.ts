import { expect, test } from 'vitest';
import { endsOf, logAxis } from './axis';

test('4 and 5,400 share a page, with a tick for each ten', () => {
  const axis = logAxis([4, 5_400]);
  expect(axis.ticks).toEqual([10, 100, 1_000]);
  expect(axis.place(4)).toBeGreaterThan(0);
  expect(axis.place(5_400)).toBeLessThan(100);
});

test('equal factors are equal ways', () => {
  const axis = logAxis([1, 10_000]);
  expect(axis.place(100) - axis.place(10)).toBeCloseTo(axis.place(1_000) - axis.place(100));
});

test('a short axis has twos and fives', () => {
  expect(logAxis([120, 600]).ticks).toEqual([100, 200, 500]);
});

test('decimals have exact ticks', () => {
  expect(logAxis([0.02, 3]).ticks).toEqual([0.1, 1]);
});

test('nothing, one figure and 0 do not break it', () => {
  for (const [low, high] of [[0, 0], [49, 49], [0, 500]] as const) {
    const axis = logAxis([low, high]);
    for (const figure of [0, 1, 49, 500, 1e12]) {
      expect(axis.place(figure)).toBeGreaterThanOrEqual(0);
      expect(axis.place(figure)).toBeLessThanOrEqual(100);
    }
  }
});

test('a strip that stands alone has all of its figures on its axis', () => {
  expect(endsOf({ published: [875, 3_500], range: null, own: [5_400] })).toEqual([875, 5_400]);
  expect(endsOf({ published: null, range: null, own: [] })).toEqual([1, 10]);
});

import { expect, test } from 'vitest';
import { alongLog, ownAxis } from './strip';

test('a decade is as wide as any other', () => {
  expect(alongLog(10, [1, 100], 200)).toBeCloseTo(100);
  expect(alongLog(100, [1, 100], 200)).toBe(200);
});
test('nothing lies at the left end, too much at the right', () => {
  expect(alongLog(0, [1, 100], 200)).toBe(0);
  expect(alongLog(9999, [1, 100], 200)).toBe(200);
});
test('an axis of its own leaves room on both sides', () => expect(ownAxis({ published: [875, 3500], range: null, own: [5400] }).map(Math.round)).toEqual([604, 9018]));
test('an empty strip still has an axis', () => expect(ownAxis({ published: null, range: null, own: [] })).toEqual([1, 10]));

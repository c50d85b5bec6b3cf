import { expect, test } from 'vitest';
import { completions } from './completions';

const zones = ['America/New_York', 'Asia/Berline', 'Europe/Berlin', 'Europe/London', 'UTC'];

test.each([
  ['berl', ['Asia/Berline', 'Europe/Berlin']],
  ['europe', ['Europe/Berlin', 'Europe/London']],
  ['new york', ['America/New_York']],
  ['UTC', ['UTC']],
  ['lin', ['Asia/Berline', 'Europe/Berlin']],
  ['atlantis', []],
])('“%s” finds %j', (typed, expected) => {
  expect(completions(zones, typed, 8)).toEqual(expected);
});

test('nothing typed offers the first ones, and never more than asked', () => {
  expect(completions(zones, '', 2)).toEqual(['America/New_York', 'Asia/Berline']);
  expect(completions(zones, 'e', 1)).toHaveLength(1);
});

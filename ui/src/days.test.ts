import { expect, test } from 'vitest';
import { dayWords, ordinal, ordinalEnding, parse } from './days';

test.each([['1', 'st'], ['2', 'nd'], ['3', 'rd'], ['4', 'th'], ['11', 'th'], ['12', 'th'], ['13', 'th'], ['21', 'st'], ['22', 'nd'], ['31', 'st'], ['', 'th'], ['abc', 'th']])('%s ends in %s', (day, ending) => expect(ordinalEnding(day)).toBe(ending));
test.each([['15', '15th'], ['2', '2nd'], ['x', 'x'], ['', '']])('day %s is the %s', (day, words) => expect(ordinal(day)).toBe(words));
test.each([
  ['2026-12-15', 'Tue 15 Dec'],
  ['2026-06-10', 'Wed 10 Jun'],
  ['2028-02-29', 'Tue 29 Feb 2028'],
])('seen from December 2026, %s is %s', (day, words) => expect(dayWords(parse(day), parse('2026-12-04'))).toBe(words));

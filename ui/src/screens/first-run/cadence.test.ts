import { expect, test } from 'vitest';
import { ordinal } from './cadence';

test.each([['1', 'st'], ['2', 'nd'], ['3', 'rd'], ['4', 'th'], ['11', 'th'], ['12', 'th'], ['13', 'th'], ['21', 'st'], ['22', 'nd'], ['31', 'st'], ['', 'th'], ['abc', 'th']])('%s%s', (day, suffix) => expect(ordinal(day)).toBe(suffix));

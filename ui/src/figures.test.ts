import { expect, test } from 'vitest';
import { about, chance, exact, range, rounded, short } from './figures';

const english = { group: ',', decimal: '.', group_from: 4, first_weekday: 'mon', clock_24: true };
const german = { ...english, group: '.', decimal: ',' };
const spanish = { ...english, group: ' ', decimal: ',', group_from: 5 };

test.each([[6262, 0, '6,262'], [-888, 0, '−888'], [0.25, 2, '0.25'], [1204118400, 0, '1,204,118,400'], [3, 2, '3.00']])('%d with %d places is %s', (value, decimals, words) => expect(exact(value, decimals, english)).toBe(words));
test('grouping follows the book', () => {
  expect(exact(28000, 0, german)).toBe('28.000');
  expect(exact(6262, 0, spanish)).toBe('6262');
  expect(exact(28000.5, 1, spanish)).toBe('28 000,5');
});
test.each([[861, '≈ 860'], [1283, '≈ 1,300'], [13049, '≈ 13,000'], [7.4, '≈ 7'], [0, '0'], [0.3, 'less than 1']])('%d is about %s', (value, words) => expect(about(value, 0, english)).toBe(words));
test('a range of one figure is that figure', () => {
  expect(range(0, 4912, 0, english)).toBe('0 to 4,900');
  expect(range(0, 0, 0, english)).toBe('0');
  expect(rounded(0.25, 2, english)).toBe('0.25');
});
test.each([[28000, '28,000'], [1_200_000, '1.2 M'], [3e9, '3 bn'], [0.5, '0.5'], [150_000_000, '150 M']])('%d on the axis is %s', (value, words) => expect(short(value, english)).toBe(words));
test.each([[0.553, '55 %'], [0.02, 'less than 5 %'], [0.97, 'almost certain'], [0.31, '30 %']])('a chance of %d is %s', (share, words) => expect(chance(share)).toBe(words));

import { expect, test } from 'vitest';
import { keyNow, SHEET, sheetNow } from './key-names';

test.each([
  ['b', null],
  ['g l', null],
  ['g ,', null],
  ['[', null],
  ['n, p', null],
  ['e or Enter', 'Enter'],
  ['Ctrl N or /', 'Ctrl N or /'],
  ['?', '?'],
  ['← →', '← →'],
  ['Del', 'Del'],
  ['Home, End', 'Home, End'],
])('without single letters, %s is %s', (key, now) => expect(keyNow(key, false)).toBe(now));

test('with single letters the sheet holds every key', () => expect(sheetNow(true)).toEqual(SHEET));
test('every place keeps a key without single letters', () => expect(sheetNow(false).filter(({ keys }) => keys.length === 0)).toEqual([]));

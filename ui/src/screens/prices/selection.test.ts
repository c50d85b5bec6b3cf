import { expect, test } from 'vitest';
import type { PriceRow } from '../../wire';
import { choose, placeOf } from './selection';

const row = (action: string, settings = ''): PriceRow => ({
  action, name: action, first: true, settings, published: '–', strip: { published: null, range: null, own: [] }, usually: { text: '–', mark: 'plain' }, n: 0, last: '–', hidden: false, kind: 'video', aliases: [], change: null,
});
const rows = [row('veo-3', '8 s'), row('veo-3', '8 s, audio'), row('flux')];

test('what is chosen stays chosen when rows come above it', () => {
  const chosen = choose(rows, 1);
  expect(placeOf(chosen, rows)).toBe(1);
  expect(placeOf(chosen, [row('actor'), ...rows])).toBe(2);
});

test('a row that is gone is chosen no more, and nothing in its place is', () => {
  expect(placeOf(choose(rows, 2), rows.slice(0, 2))).toBeNull();
  expect(placeOf(null, rows)).toBeNull();
  expect(choose(rows, 9)).toBeNull();
});

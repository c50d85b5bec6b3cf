import { expect, test } from 'vitest';
import type { TermsPart, TermsPiece } from '../../wire';
import { afterMarks, isFolded, marksAfter, partOf, shown, wishOf } from './edit';

const field = (path: string): TermsPiece => ({ piece: 'field', path, label: '', words: '', value: '', kind: 'typed', choices: [] });
const pot: TermsPart = {
  path: 'pots[1]', title: null, about: '', deeds: [],
  sentences: [
    { path: 'pots[1].grant', usual: false, pieces: [{ piece: 'words', text: 'It grants ' }, field('pots[1].grant.amount')], deeds: [] },
    { path: 'pots[1].name', usual: true, pieces: [field('pots[1].name')], deeds: [] },
  ],
};

test('a date that is not typed yet is looked at as now', () => {
  expect(wishOf('doc', null, { from: 'date', date: ' ' }, 'full').from).toBe('now');
  expect(wishOf('doc', null, { from: 'date', date: ' 1 Jan ' }, 'full').from).toBe('1 Jan');
  expect(wishOf('doc', null, { from: 'next', date: '1 Jan' }, 'full').from).toBe('next');
});

test('what is usual is folded away until it is asked for', () => {
  expect(shown(pot, false).map((sentence) => sentence.path)).toEqual(['pots[1].grant']);
  expect(shown(pot, true)).toHaveLength(2);
});

test('a field is found in its part, folded away or not', () => {
  expect(partOf([pot], 'pots[1].name')).toBe(pot);
  expect(partOf([pot], 'price')).toBeUndefined();
  expect([isFolded(pot, 'pots[1].name'), isFolded(pot, 'pots[1].grant.amount')]).toEqual([true, false]);
});

test('a mark stays with the value before it, and no word is lost', () => {
  const pieces: TermsPiece[] = [{ piece: 'words', text: 'at ' }, field('time'), { piece: 'words', text: ', ' }, field('zone'), { piece: 'words', text: '.' }];
  expect([marksAfter(pieces, 1), afterMarks(pieces, 2), marksAfter(pieces, 3), afterMarks(pieces, 4)]).toEqual([',', ' ', '.', '']);
  expect(afterMarks(pieces, 0)).toBe('at ');
});

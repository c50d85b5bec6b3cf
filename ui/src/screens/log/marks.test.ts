import { expect, test } from 'vitest';
import type { LogRow, LogView } from '../../wire';
import { Marks } from './marks.svelte';
import { LogRows } from './rows.svelte';

const spend = (id: number) => ({ kind: 'spend', id, credits: '1', left: '1' }) as unknown as LogRow;
const renewal = { kind: 'event', id: null, credits: '', left: '' } as unknown as LogRow;

function log(rows: LogRow[]): LogRows {
  const all = new LogRows(() => Promise.reject(new Error('not asked')));
  all.take({ query: { text: '', range: 'all', offset: 0, limit: 200 }, total: rows.length, rows } as unknown as LogView);
  return all;
}

const ids = (marks: Marks) => marks.all.map((row) => (row.kind === 'day' ? 0 : row.id));

test('a row is selected and let go of; what is no entry is not selected', () => {
  const marks = new Marks();
  for (const row of [spend(1), spend(2), spend(1), renewal, undefined]) marks.toggle(row);
  expect([ids(marks), marks.has(spend(2)), marks.has(renewal)]).toEqual([[2], true, false]);
});

test('a stretch grows and shrinks from where it began, and keeps what was selected before', () => {
  const marks = new Marks();
  const rows = log([spend(1), spend(2), renewal, spend(4), spend(5)]);
  marks.toggle(spend(1));
  marks.stretch(1, 2, rows);
  marks.stretch(2, 3, rows);
  expect(ids(marks)).toEqual([1, 2, 4]);
  marks.stretch(3, 2, rows);
  expect(ids(marks)).toEqual([1, 2]);
  marks.settle();
  marks.stretch(4, 3, rows);
  expect(ids(marks)).toEqual([1, 2, 4, 5]);
  marks.clear();
  expect(marks.size).toBe(0);
});

test('after a change the selected rows say what they say now', () => {
  const marks = new Marks();
  marks.toggle(spend(2));
  const judged = { ...spend(2), verdict: 'keeper' } as LogRow;
  marks.renew(log([spend(1), judged]), 0);
  expect(marks.all).toEqual([judged]);
});

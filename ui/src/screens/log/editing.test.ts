import { beforeEach, expect, test, vi } from 'vitest';
import type { LogRow, LogView } from '../../wire';
import { edit, questionOf } from './editing.svelte';
import { LogRows } from './rows.svelte';

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }));
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn() }));

const spend = (id: number, line = `veo3 ${id}`): LogRow => ({
  kind: 'spend', id, time: '15:52', action: 'Veo 3', settings: '', count: 1, credits: `${id}`, estimated: false, left: '0', tags: [], note: '', state: 'charged', verdict: null, line, paid: '',
});

function logOf(rows: LogRow[], text = ''): LogView {
  return { query: { text, range: 'cycle', offset: 0, limit: 200 }, summary: '', total: rows.length, empty: false, rows, months: [] };
}

const rows = new LogRows(() => Promise.reject(new Error('every row is here')));

/** Looks at these rows, as the grid does. */
function look(view: LogView) {
  rows.take(view);
  edit.follow(rows);
}

beforeEach(() => {
  rows.take(logOf([spend(1), spend(2), spend(3)]));
  edit.begin({ id: 2, text: 'veo3 2' }, 'veo3 2', 1, questionOf(logOf([]).query));
  edit.type('veo3 2 #teaser');
});

test('an edit moves with its row', () => {
  look(logOf([spend(0), spend(1), spend(2)]));
  expect(edit.open).toMatchObject({ id: 2, row: 2, text: 'veo3 2 #teaser' });
});

test('an edit ends with its row', () => {
  look(logOf([spend(1), spend(3)]));
  expect(edit.open).toBeNull();
});

test('an edit goes on when the log is looked at again', () => {
  edit.resume(rows, 'cycle ');
  expect(edit.open?.text).toBe('veo3 2 #teaser');
});

test('an edit does not go on in a row that says something else by now, or in another book', () => {
  rows.take(logOf([spend(1), spend(2, 'flux 2')]));
  edit.resume(rows, 'cycle ');
  expect(edit.open).toBeNull();
});

test.each([
  ['goes on where its row is found', [spend(2)], 'veo3 2 #teaser'],
  ['ends where its row is not', [spend(3)], undefined],
])('when something else is searched, an edit %s', (_, found, text) => {
  rows.take(logOf(found, 'veo'));
  edit.resume(rows, 'cycle veo');
  expect(edit.open?.text).toBe(text);
});

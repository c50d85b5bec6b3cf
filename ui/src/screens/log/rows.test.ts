import { expect, test } from 'vitest';
import type { LogRow, LogView } from '../../wire';
import { LogRows, PAGE } from './rows.svelte';

const row = (id: number, generation: number): LogRow => ({ kind: 'event', id, time: `${generation}`, words: [], credits: '', left: '', state: '', renewal: null, not_come: false });

function page(offset: number, total = 1_000, generation = 0, text = ''): LogView {
  const length = Math.max(0, Math.min(PAGE, total - offset));
  const rows = Array.from({ length }, (_, at) => row(offset + at, generation));
  return { query: { text, range: 'all', offset, limit: PAGE }, summary: '', total, empty: false, rows, months: [] };
}

const id = (rows: LogRows, at: number) => {
  const found = rows.at(at);
  return found?.kind === 'event' ? found.id : undefined;
};
const time = (rows: LogRows, at: number) => {
  const found = rows.at(at);
  return found?.kind === 'event' ? found.time : undefined;
};
const settled = () => new Promise((done) => setTimeout(done));

test('the first view is there at once, the rest when it is wanted', async () => {
  const asked: number[] = [];
  const rows = new LogRows(async (offset) => (asked.push(offset), page(offset)));
  rows.take(page(0));
  expect(id(rows, 199)).toBe(199);
  expect(rows.at(200)).toBeUndefined();
  rows.want(190, 230);
  await settled();
  expect(id(rows, 229)).toBe(229);
  expect(asked).toEqual([200]);
});

test('pages that were flown past are not asked for', async () => {
  const asked: number[] = [];
  const rows = new LogRows(async (offset) => (asked.push(offset), page(offset)));
  rows.take(page(0));
  for (let top = 200; top < 900; top += 10) rows.want(top, top + 40);
  await settled();
  expect(asked).toEqual([200, 800]);
});

test('a late answer to an older question is dropped', async () => {
  const answers: ((view: LogView) => void)[] = [];
  const rows = new LogRows(() => new Promise((answer) => answers.push(answer)));
  rows.take(page(0));
  rows.want(200, 240);
  rows.take(page(0, 100, 1, 'veo'));
  answers[0]?.(page(200));
  await settled();
  expect(rows.at(200)).toBeUndefined();
});

test('after a change the old rows stay until the new ones are here', async () => {
  let generation = 0;
  const rows = new LogRows(async (offset) => page(offset, 1_000, generation));
  rows.take(page(0));
  rows.want(200, 240);
  await settled();
  generation = 1;
  rows.take(page(0, 1_000, 1));
  expect(time(rows, 210)).toBe('0');
  rows.want(200, 240);
  await settled();
  expect(time(rows, 210)).toBe('1');
});

/** Rows of which no page can be had until `mend` is called. */
function refusing() {
  let refuse = true;
  const rows = new LogRows(async (offset) => {
    if (refuse) throw { code: 'busy', message: 'The book is busy.', field: null };
    return page(offset);
  });
  rows.take(page(0));
  return { rows, mend: () => (refuse = false) };
}

test('a page that cannot be had is asked for again when it is wanted again', async () => {
  const { rows, mend } = refusing();
  rows.want(200, 240);
  await settled();
  mend();
  rows.want(200, 240);
  await settled();
  expect(id(rows, 200)).toBe(200);
});

test('why a page cannot be had is said, until it is asked for again and comes', async () => {
  const { rows, mend } = refusing();
  rows.want(200, 240);
  await settled();
  expect(rows.refusal?.message).toBe('The book is busy.');
  mend();
  rows.again();
  await settled();
  expect([rows.refusal, id(rows, 200)]).toEqual([null, 200]);
});

test('who is not found is gone only where all rows around are here', async () => {
  const rows = new LogRows(async (offset) => page(offset));
  rows.take(page(0));
  expect([rows.isHere(20), rows.isHere(190), rows.isHere(500)]).toEqual([true, false, false]);
  rows.want(190, 230);
  await settled();
  expect(rows.isHere(190)).toBe(true);
});

test('the longest figure that was seen says how wide its column is', () => {
  const rows = new LogRows(async (offset) => page(offset));
  const view = page(0, 3);
  view.rows[1] = { kind: 'event', id: 1, time: '', words: [], credits: '+28,000', left: '1,204,118,400', state: '', renewal: null, not_come: false };
  rows.take(view);
  expect(rows.longest).toEqual({ credits: 7, left: 13 });
});

test('an entry is found again after the rows above it became more', () => {
  const rows = new LogRows(async (offset) => page(offset));
  rows.take(page(0));
  expect(rows.find(57, 55)).toBe(57);
  expect(rows.find(57, 59)).toBe(57);
  expect(rows.find(5_000, 59)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { once } from './once';

const soon = () => new Promise((resolve) => setTimeout(resolve));

test('what is under way is not begun again, and can be begun after it', async () => {
  let begun = 0;
  const save = once(async () => { begun += 1; await soon(); });
  await Promise.all([save(), save()]);
  expect(begun).toBe(1);
  await save();
  expect(begun).toBe(2);
});
test('another row is another deed', async () => {
  const begun: number[] = [];
  const remove = once(async (row: number) => { begun.push(row); await soon(); }, (row) => `${row}`);
  await Promise.all([remove(1), remove(2), remove(1)]);
  expect(begun).toEqual([1, 2]);
});
test('what failed can be begun again', async () => {
  const save = once(async () => Promise.reject(new Error('no')));
  await expect(save()).rejects.toThrow('no');
  await expect(save()).rejects.toThrow('no');
});

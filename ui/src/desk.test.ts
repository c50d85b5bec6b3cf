import { beforeEach, expect, test, vi } from 'vitest';
import { desk, entrance } from './desk.svelte';
import * as ipc from './ipc';
import { line } from './line.svelte';
import type { Ask, Done, Frame, View } from './wire';

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }));
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn() }));

const viewOf = (screen: Ask['screen'], left: number): View => ({ frame: { left } as Frame, screen: { screen, view: {} } as View['screen'], troubles: [] });
const doneOf = (view: View, words = 'Done.'): Done => ({ toast: [{ text: words, mark: 'plain' }], offers: 'undo', entry: 1, view });

/** A promise that is answered by hand. */
function later<Answer>() {
  let answer!: (answer: Answer) => void;
  const promise = new Promise<Answer>((resolve) => (answer = resolve));
  return { promise, answer };
}

beforeEach(() => {
  desk.ask = entrance.today;
  desk.view = desk.refusal = desk.toast = null;
});

test('an answer that a newer one has overtaken is dropped', async () => {
  const [slow, quick] = [later<View>(), later<View>()];
  vi.spyOn(ipc, 'look').mockReturnValueOnce(slow.promise).mockReturnValueOnce(quick.promise);
  const both = [desk.look(), desk.look()];
  quick.answer(viewOf('today', 2));
  slow.answer(viewOf('today', 1));
  await Promise.all(both);
  expect(desk.view?.frame?.left).toBe(2);
});

test('an answer for a screen that was left does not bring it back', async () => {
  const [today, log] = [later<View>(), later<View>()];
  vi.spyOn(ipc, 'look').mockReturnValueOnce(today.promise).mockReturnValueOnce(log.promise);
  desk.view = viewOf('today', 0);
  const both = [desk.look(), desk.look(entrance.log)];
  today.answer(viewOf('today', 1));
  await Promise.resolve();
  log.answer(viewOf('log', 1));
  await Promise.all(both);
  expect(desk.view?.screen.screen).toBe('log');
});

test('a command shows its view and its toast', async () => {
  expect(await desk.carryOut(async () => doneOf(viewOf('today', 5), 'Logged.'))).toBeNull();
  expect([desk.view?.frame?.left, desk.toast?.spans[0]?.text]).toEqual([5, 'Logged.']);
});

test('what a command refuses is returned, and the view stays', async () => {
  desk.view = viewOf('today', 7);
  const refused = { code: 'disk_full', message: 'The disk is full.', field: null };
  expect(await desk.carryOut(async () => Promise.reject(refused))).toEqual(refused);
  expect([desk.view?.frame?.left, desk.refusal]).toEqual([7, null]);
});

test('what a button was refused is said in a bar, until one goes elsewhere', async () => {
  const refused = { code: 'nothing_to_undo', message: 'Nothing is left to undo.', field: null };
  expect(await desk.press(async () => Promise.reject(refused))).toBe(false);
  expect(desk.refusal).toEqual(refused);
  vi.spyOn(ipc, 'look').mockResolvedValue(viewOf('log', 1));
  await desk.look(entrance.log);
  expect(desk.refusal).toBeNull();
});

test('a failure of the bridge is said in words too', async () => {
  const refusal = await desk.carryOut(async () => Promise.reject(new TypeError('gone')));
  expect(refusal?.code).toBe('bridge');
});

test('a refused look leaves the rail where the page is', async () => {
  vi.spyOn(ipc, 'look').mockResolvedValueOnce(viewOf('today', 1)).mockRejectedValueOnce({ code: 'disk', message: 'The disk does not answer.', field: null });
  await desk.look(entrance.today);
  await desk.look(entrance.log);
  expect([desk.ask, desk.view?.screen.screen, desk.refusal?.code]).toEqual([entrance.today, 'today', 'disk']);
});

test('the refusal of a look that was overtaken is not said', async () => {
  const [slow, quick] = [later<View>(), later<View>()];
  vi.spyOn(ipc, 'look').mockReturnValueOnce(slow.promise.then(() => Promise.reject(new Error('gone')))).mockReturnValueOnce(quick.promise);
  const both = [desk.look(entrance.log), desk.look(entrance.plan)];
  quick.answer(viewOf('plan', 1));
  slow.answer(viewOf('log', 1));
  await Promise.all(both);
  expect([desk.ask.screen, desk.refusal]).toEqual(['plan', null]);
});

test('what was cleared from the line is forgotten once something was done', async () => {
  line.type('veo3 5400', 9, false);
  line.clear();
  await desk.carryOut(async () => doneOf(viewOf('today', 1)));
  expect(line.cleared).toBe('');
});

test('a book that begins is entered where it stands', async () => {
  desk.ask = entrance.settings;
  await desk.carryOut(async () => doneOf(viewOf('today', 1)));
  expect(desk.ask.screen).toBe('today');
});

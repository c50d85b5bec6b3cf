import { beforeEach, expect, test, vi } from 'vitest';
import * as ipc from './ipc';
import { line } from './line.svelte';
import type { LineView } from './wire';

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }));
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn() }));

const read = (text: string, offered: string | null = null): LineView => ({ text, offered, chips: [], refusal: null, usually: null, leaves: null, then: [], remark: null, completions: [], question: null, tab: null, saves: true, estimated: offered !== null });
const answered = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.spyOn(ipc, 'readLine').mockImplementation(async (text) => read(text, text.includes('veo3') && !/\d{3}/.test(text) ? '5400' : null));
  line.take();
});

test('an estimate is offered behind the text', async () => {
  line.type('veo3', 4, true);
  await answered();
  expect(line.text + line.offered).toBe('veo3 5400');
});
test('the text stays when another service is turned to, and is read anew; what was offered goes', async () => {
  line.type('veo3', 4, true);
  await answered();
  vi.mocked(ipc.readLine).mockImplementation(async (text) => read(text));
  line.turned();
  expect([line.text, line.offered, line.view]).toEqual(['veo3', '', null]);
  await answered();
  expect(line.view?.text).toBe('veo3');
});
test('a space that was typed is not doubled', async () => {
  line.type('veo3 ', 5, true);
  await answered();
  expect(line.text + line.offered).toBe('veo3 5400');
});
test('nothing is offered while something is deleted, or typed in the middle', async () => {
  line.type('veo3', 4, false);
  await answered();
  expect(line.offered).toBe('');
  line.type('veo3 8s', 2, true);
  await answered();
  expect(line.offered).toBe('');
});
test('an answer to an older text is dropped', async () => {
  let answerLate!: (view: LineView) => void;
  const late = new Promise<LineView>((resolve) => (answerLate = resolve));
  vi.spyOn(ipc, 'readLine').mockReturnValueOnce(late).mockResolvedValueOnce(read('ltx 50'));
  line.type('veo3', 4, true);
  line.type('ltx 50', 6, true);
  await answered();
  answerLate(read('veo3', '5400'));
  await answered();
  expect([line.view?.text, line.offered]).toEqual(['ltx 50', '']);
});
test('what was cleared comes back', async () => {
  line.type('veo3 5400', 9, true);
  line.clear();
  expect(line.text).toBe('');
  line.bringBack();
  expect(line.text).toBe('veo3 5400');
});
test('what is saved leaves the line at once, and does not come back', () => {
  line.type('veo3 5400', 9, true);
  expect(line.take()).toBe('veo3 5400');
  expect([line.text, line.cleared]).toEqual(['', '']);
});
test('what could not be saved stands in front of what was typed since', () => {
  const refusal = { code: 'disk_full', message: 'The disk is full.', field: null };
  line.type('veo3 5400', 9, true);
  const text = line.take();
  line.type('ltx 50', 6, true);
  line.putBack(text, refusal);
  expect([line.text, line.refusal]).toEqual(['veo3 5400 ltx 50', refusal]);
});
test('a refusal to read is kept beside the text', async () => {
  vi.spyOn(ipc, 'readLine').mockRejectedValue({ code: 'no_book', message: 'There is no book open.', field: null });
  line.type('veo3', 4, true);
  await answered();
  expect([line.text, line.refusal?.code]).toEqual(['veo3', 'no_book']);
});

import { beforeEach, expect, test, vi } from 'vitest';
import { desk, entrance } from './desk.svelte';
import * as ipc from './ipc';
import { onKey } from './keys.svelte';
import type { Frame, View } from './wire';

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }));
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn() }));

class Anything {}
vi.stubGlobal('HTMLElement', Anything);
vi.stubGlobal('Element', Anything);
vi.stubGlobal('document', { activeElement: null, body: new Anything(), getElementById: () => null });

let now = 0;

/** Presses a key; answers whether the window kept it for itself. */
function press(key: string, more: { code?: string; ctrlKey?: boolean; repeat?: boolean; after?: number } = {}): boolean {
  const preventDefault = vi.fn();
  now += more.after ?? 10;
  onKey({ key, timeStamp: now, target: null, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, defaultPrevented: false, preventDefault, stopImmediatePropagation: vi.fn(), ...more } as unknown as KeyboardEvent);
  return preventDefault.mock.calls.length > 0;
}

const looked = vi.spyOn(ipc, 'look');

beforeEach(() => {
  now += 10_000;
  looked.mockReset().mockReturnValue(new Promise<View>(() => {}));
  desk.view = { frame: { look: { single_keys: true } } as Frame, screen: { screen: 'today', view: {} } as View['screen'], troubles: [] };
  desk.ask = entrance.today;
  desk.dialog = null;
});

test('g and a letter go to a screen', () => {
  press('g');
  expect(press('l')).toBe(true);
  expect(looked).toHaveBeenCalledWith(entrance.log);
});
test('Esc ends what g began', () => {
  press('g');
  expect(press('Escape')).toBe(true);
  press('l');
  expect(looked).not.toHaveBeenCalled();
});
test('g waits for a second and a half, not longer', () => {
  press('g');
  press('l', { after: 1600 });
  expect(looked).not.toHaveBeenCalled();
});
test('a held Enter saves once, a held Delete deletes once', () => {
  expect([press('Enter'), press('Enter', { repeat: true }), press('Delete', { repeat: true }), press('u', { repeat: true })]).toEqual([false, true, true, true]);
});
test('a held arrow goes on', () => expect(press('ArrowDown', { repeat: true })).toBe(false));
test.each(['keys', 'check', 'commands'] as const)('Ctrl N closes the dialog %s first', async (name) => {
  desk.dialog = name;
  expect(press('n', { ctrlKey: true })).toBe(true);
  expect(desk.dialog).toBeNull();
});
test('Ctrl F and Ctrl , change the page only once no dialog lies over it', async () => {
  desk.dialog = 'check';
  press(',', { ctrlKey: true });
  expect(desk.dialog).toBeNull();
  await vi.waitFor(() => expect(looked).toHaveBeenCalledWith(entrance.settings));
});
test.each([['2', 'Digit2'], ['é', 'Digit2'], ['2', 'Numpad2']])('Ctrl %s on the key %s turns to the second service, on the same screen', async (key, code) => {
  const turned = vi.spyOn(ipc, 'turnTo').mockReset().mockReturnValue(new Promise<View>(() => {}));
  const services = [{ id: 7, name: 'LTX Studio', left: '' }, { id: 9, name: 'Runway', left: '' }];
  desk.view = { ...desk.view!, frame: { look: { single_keys: false }, service_id: 7, services } as unknown as Frame };
  desk.ask = entrance.log;
  expect(press(key, { ctrlKey: true, code })).toBe(true);
  await vi.waitFor(() => expect(turned).toHaveBeenCalledWith(9, entrance.log));
  expect(press('3', { ctrlKey: true, code: 'Digit3' })).toBe(false);
});
test('letters do nothing where they are switched off', () => {
  desk.view = { ...desk.view!, frame: { look: { single_keys: false } } as Frame };
  expect([press('b'), press('g'), press('l')]).toEqual([false, false, false]);
});

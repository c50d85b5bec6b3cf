// Every command by its name: what Ctrl K lists, and what the service's menu holds.
import { desk, entrance } from './desk.svelte';
import { HAPPENINGS, happening } from './happening.svelte';
import { importing } from './importing.svelte';
import * as ipc from './ipc';
import { keyNow, PLACES } from './key-names';
import { offered } from './keys.svelte';
import { focusLine } from './line.svelte';
import { services } from './services.svelte';

export type Command = { words: string; key?: string; run: () => void };

const change = (words: string, key: string, value: string): Command => ({ words, run: () => void desk.press((ask) => ipc.changeSetting({ key, value }, ask)) });

/** The services of the book, by their names. */
export const serviceCommands = (): Command[] =>
  (desk.view?.frame?.services ?? []).map(({ id, name }, at) => ({ words: `Service: ${name}`, ...(at < 9 ? { key: `Ctrl ${at + 1}` } : {}), run: () => void services.turnTo(id) }));

export const newService: Command = { words: 'New service …', run: () => void services.begin() };

/** What concerns the book as a whole. */
export const bookCommands = (): Command[] => [
  { words: 'Open another book …', run: () => void desk.turnTo(ipc.openAnother) },
  desk.view?.frame?.sample
    ? { words: 'Leave the sample book', run: () => void desk.turnTo(ipc.leaveSample) }
    : { words: 'Look around with sample data', run: () => void desk.press(ipc.startSample) },
  { words: 'Show the book in its folder', run: () => void ipc.showInFolder() },
];

/** Everything that can be done now, with the keys that work now. */
export function allCommands(): Command[] {
  const letters = desk.view?.frame?.look.single_keys ?? false;
  return commands().map(({ key, ...command }) => ({ ...command, key: (key && keyNow(key, letters)) ?? undefined }));
}

function commands(): Command[] {
  const frame = desk.view?.frame;
  return [
    { words: 'Log a spend', key: 'Ctrl N', run: focusLine },
    { words: 'Check balance', key: 'b', run: () => (desk.dialog = 'check') },
    ...(frame?.undo ? [{ words: `Undo: ${frame.undo}`, key: 'Ctrl Z', run: () => void desk.press(ipc.undo) }] : []),
    ...(frame?.redo ? [{ words: `Redo: ${frame.redo}`, key: 'Ctrl Shift Z', run: () => void desk.press(ipc.redo) }] : []),
    ...offered().map(({ name, key, run }) => ({ words: name, key, run })),
    ...PLACES.map(({ key, screen, words }) => ({ words: `Go to ${words}`, key: `g ${key}`, run: () => void desk.look(entrance[screen]) })),
    ...HAPPENINGS.map(({ value, words }) => ({ words: `The plan changed: ${words.charAt(0).toLowerCase()}${words.slice(1)} …`, run: () => happening.open(value) })),
    { words: 'Back up now', run: () => void desk.press(ipc.backUp) },
    { words: 'Export the book as JSON …', run: () => void desk.press((ask) => ipc.exportBook('json', ask)) },
    { words: 'Export the log as CSV …', run: () => void desk.press((ask) => ipc.exportBook('csv', ask)) },
    { words: 'Import spends from a CSV …', run: () => void importing.choose() },
    { words: 'Import a book …', run: () => void desk.press(ipc.importBook) },
    ...serviceCommands(),
    newService,
    ...(frame && frame.services.length > 1 ? [{ words: `Remove the service ${frame.service}`, run: () => void services.removeOpen() }] : []),
    ...bookCommands(),
    change('Theme: as the system has it', 'theme', 'system'), change('Theme: light', 'theme', 'light'), change('Theme: dark', 'theme', 'dark'),
    change('Contrast: as the system has it', 'contrast', 'system'), change('Contrast: more', 'contrast', 'more'),
    change('Rows: normal', 'density', 'normal'), change('Rows: roomy', 'density', 'roomy'),
    { words: 'All keys', key: '?', run: () => (desk.dialog = 'keys') },
  ];
}

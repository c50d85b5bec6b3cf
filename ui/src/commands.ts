// Every command by its name: what Ctrl K lists, and what the service's menu holds.
import { desk, entrance, type ScreenName } from './desk.svelte';
import * as ipc from './ipc';
import { offered } from './keys.svelte';
import { focusLine } from './line.svelte';

export type Command = { words: string; key?: string; run: () => void };

const to = (screen: ScreenName, words: string, key: string): Command => ({ words, key, run: () => void desk.look(entrance[screen]) });
const change = (words: string, key: string, value: string): Command => ({ words, run: () => void desk.press((ask) => ipc.changeSetting({ key, value }, ask)) });

/** What concerns the book as a whole. */
export const bookCommands = (): Command[] => [
  { words: 'Open another book …', run: () => void desk.turnTo(ipc.openAnother) },
  desk.view?.frame?.sample
    ? { words: 'Leave the sample book', run: () => void desk.turnTo(ipc.leaveSample) }
    : { words: 'Look around with sample data', run: () => void desk.press(ipc.startSample) },
  { words: 'Show the book in its folder', run: () => void ipc.showInFolder() },
];

/** Everything that can be done now. */
export function allCommands(): Command[] {
  const frame = desk.view?.frame;
  const named = offered().filter((offer) => offer.run).map((offer): Command => ({ words: offer.name, key: offer.key, run: offer.run! }));
  return [
    { words: 'Log a spend', key: 'Ctrl N', run: focusLine },
    { words: 'Check balance', key: 'B', run: () => (desk.dialog = 'check') },
    ...(frame?.undo ? [{ words: `Undo: ${frame.undo}`, key: 'Ctrl Z', run: () => void desk.press(ipc.undo) }] : []),
    ...(frame?.redo ? [{ words: `Redo: ${frame.redo}`, key: 'Ctrl Shift Z', run: () => void desk.press(ipc.redo) }] : []),
    ...named,
    to('today', 'Go to Today', 'g t'), to('log', 'Go to Log', 'g l'), to('plan', 'Go to Plan', 'g p'), to('prices', 'Go to Prices', 'g r'), to('settings', 'Go to Settings', 'g ,'),
    { words: 'Back up now', run: () => void desk.press(ipc.backUp) },
    { words: 'Export the book as JSON …', run: () => void desk.press((ask) => ipc.exportBook('json', ask)) },
    { words: 'Export the log as CSV …', run: () => void desk.press((ask) => ipc.exportBook('csv', ask)) },
    { words: 'Import a book …', run: () => void desk.press(ipc.importBook) },
    ...bookCommands(),
    change('Theme: as the system has it', 'theme', 'system'), change('Theme: light', 'theme', 'light'), change('Theme: dark', 'theme', 'dark'),
    change('Contrast: as the system has it', 'contrast', 'system'), change('Contrast: more', 'contrast', 'more'),
    change('Rows: normal', 'density', 'normal'), change('Rows: roomy', 'density', 'roomy'),
    { words: 'All keys', key: '?', run: () => (desk.dialog = 'keys') },
  ];
}

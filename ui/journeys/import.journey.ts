/** Spends from a CSV: its columns mapped, its doubts asked about, logged as one step. */

import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';

import { expectAccessible } from './drive/inspect';
import { journeyAfter, journeyWithBook } from './drive/journey';
import type { Window } from './drive/window';

const THEIRS = ['Date;Model;Cost', '03/11/2026 10:00;Veo 3;1,250', '04/11/2026 11:00;Veo 3;1,500', '04/11/2026 12:00;Nano Banana;2,400'].join('\n');

async function choose(window: Window): Promise<void> {
  await window.press('ctrl', 'k');
  await window.the('dialog', 'Commands');
  await window.write('import spends');
  await window.press('enter');
  await window.the('dialog', /Import spends from chosen.csv/);
}

journeyWithBook('a file of another program is asked about, logged, and taken back as one step', async (window, desk) => {
  writeFileSync(desk.chosen, THEIRS);
  await choose(window);
  await window.sees('3 lines, UTF-8, separated by semicolons');
  await window.sees('Line 2 says “03/11/2026 10:00”: is that 3 Nov 2026 or 11 Mar 2026?');
  await window.settled();
  await expectAccessible(window, 'the import of a CSV');
  await window.click('option', '3 Nov 2026');
  await window.click('button', 'Import 3 spends');
  await window.gone('dialog');
  expect((await desk.command('log', '--json')).match(/"id":/g)).toHaveLength(3);
  await window.press('ctrl', 'z');
  await window.sees('Undone: ');
  expect((await desk.command('log', '--json')).match(/"id":/g)).toBeNull();
});

const OWN = ['veo3 fast 8s silent 1750 10:00', 'ltxv turbo 5s silent 85 10:10'].map((line) => ['spend', line]);

journeyAfter('the log that was exported maps itself', OWN, async (window, desk) => {
  await desk.command('export', desk.chosen, '--format', 'csv');
  await desk.command('undo');
  await desk.command('undo');
  await window.the('image', '28,000 credits left');
  await choose(window);
  await window.click('button', 'Import 2 spends');
  await window.gone('dialog');
  await window.the('image', '26,165 credits left');
  await window.press('ctrl', 'z');
  await window.the('image', '28,000 credits left');
});

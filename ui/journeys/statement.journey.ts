/** A statement line by line: its range and its pot chosen, its lines exported. */

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

import { expectAccessible } from './drive/inspect';
import { journeyAfter } from './drive/journey';
import type { Window } from './drive/window';

const SPENDS = [['spend', 'veo3 fast 8s silent 1750 10:00'], ['topup', '5000', '--on', '2026-12-04 10:30'], ['spend', 'ltxv turbo 5s silent 85 11:00']];

journeyAfter('a statement is read line by line, of a pot and of days, and exported', SPENDS, async (window, desk) => {
  await window.click('button', 'Plan');
  await window.click('button', 'Line by line');
  await window.the('heading', 'Statement');
  await window.the('current', 'Plan');
  await window.sees('Top-up');
  await window.sees('−1,750');
  await window.sees('It adds up exactly.');
  await window.settled();
  await expectAccessible(window, 'a statement');
  await window.click('button', 'Export as CSV …');
  await window.sees(/Exported the statement/);
  const [head, opening, ...rest] = readFileSync(desk.chosen, 'utf8').split('\r\n');
  expect([head, opening?.includes('"Opening"'), rest.at(-2)?.includes('"Closing"')]).toEqual(['at,what,credits,balance', true, true]);
  await choose(window, 'Pot', 'Top-ups');
  await window.misses('−1,750');
  await choose(window, 'Range', 'from a day to a day');
  await window.focused('field', 'First day');
  await window.write('tomorrow');
  await window.press('enter');
  await window.sees(/has not begun yet|not after today/);
  await window.fill('First day', 'today');
  await window.press('enter');
  await window.misses('has not begun yet');
  await window.press('escape');
  await window.focused('button', 'Line by line');
});

/** The list of a select is the desktop's own, out of a driver's reach: the word is chosen as its list would. */
async function choose(window: Window, field: string, word: string): Promise<void> {
  await window.the('field', field);
  const chosen = `const [name, word] = ${JSON.stringify([field, word])};
    const select = [...document.querySelectorAll('select')].find((one) => one.labels[0].textContent === name);
    select.value = [...select.options].find((one) => one.text === word).value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;`;
  await window.session.run(chosen);
}

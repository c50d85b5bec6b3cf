/** The plan: what is bought beside it, and a change of its terms. */

import { expectAccessible } from './drive/inspect';
import { journeyAfter, journeyWithBook } from './drive/journey';
import type { Window } from './drive/window';

journeyWithBook('a top-up is bought, and taken back', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Add a top-up');
  await window.fill('Amount', '5,000');
  await window.fill('Cost', '12.00 EUR');
  await window.press('enter');
  await window.the('image', '33,000 credits left');
  await window.sees('Top-up of Fri 4 Dec, 12 EUR');
  await window.press('ctrl', 'z');
  await window.the('image', '28,000 credits left');
});

journeyWithBook('what the book refuses of a top-up stands under its field', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Add a top-up');
  await window.focused('field', 'Amount');
  await window.write('many');
  await window.press('enter');
  await window.sees(/An amount|figure/);
  await window.fill('Amount', '5,000');
  await window.press('enter');
  await window.the('image', '33,000 credits left');
});

journeyWithBook('a value of the terms is changed in its sentence, thought over on another screen, and saved', async (window) => {
  await toThePlan(window);
  await window.click('button', /: 28,000$/);
  await window.focused('field', 'Allotment');
  await window.write('60000');
  await window.press('enter');
  await window.sees('From when?');
  await window.sees('Then');
  await window.click('button', 'Log');
  await window.the('current', 'Log');
  await window.click('button', 'Plan');
  await window.sees('Then');
  await window.click('button', 'Change the terms');
  await window.the('image', '60,000 credits left');
  await window.misses('From when?');
});

journeyWithBook('a change from a date is left by Esc, which goes back to its button', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Change from a date');
  await window.focused('field', 'From');
  await window.press('escape');
  await window.misses('From when?');
  await window.focused('button', 'Change from a date');
});

journeyAfter('a pot says why its lots are there, when they end and what was lost, and Esc goes back to its name', [['topup', '5000', '--on', '2026-12-04 10:00']], async (window) => {
  await toThePlan(window);
  await window.click('button', 'Monthly');
  await window.the('heading', 'Monthly');
  await window.the('current', 'Plan');
  await window.sees('Pays first, before Top-ups. Nothing rolls over.');
  await window.sees('Ends with Mon 14 Dec: what is left at the renewal lapses.');
  await window.sees('Nothing has lapsed');
  await window.settled();
  await expectAccessible(window, 'a pot');
  await window.press('escape');
  await window.focused('button', 'Monthly');
  await window.click('button', 'Top-ups');
  await window.sees('Bought on Fri 4 Dec.');
  await window.click('button', /^Void: /);
  await window.sees('What was in it: 1 lot that has ended');
  await window.sees('ended by hand');
  await window.press('ctrl', 'z');
  await window.sees('Nothing has lapsed');
  await window.press('escape');
  await window.sees('Pots, in burn order');
});

async function toThePlan(window: Window): Promise<void> {
  await window.pressInTurn('g', 'p');
  await window.sees('Pots, in burn order');
}

/** A top-up that is filled in from a pack of the terms, and typed over. */

import { writeFileSync } from 'node:fs';

import { expectAccessible } from './drive/inspect';
import { journeyWithBook } from './drive/journey';

const PACKS = `
[[pots]]
name = "Packs"
rank = 2
carry = "all"

[top_ups]
pot = "Packs"
life = "12 months"

[[top_ups.packs]]
name = "Small pack"
price = "USD 10.00"
parts = [{ amount = 1000 }]

[[top_ups.packs]]
name = "Lasting pack"
price = "USD 40.00"
parts = [{ amount = 5000, life = "forever" }]
`;

journeyWithBook('a pack is chosen by its name, typed over, and bought', async (window, desk) => {
  writeFileSync(desk.chosen, `${await desk.command('terms', 'show')}${PACKS}`);
  await desk.command('terms', 'set', desk.chosen, '--mode', 'replace');
  await window.click('button', 'Plan');
  await window.click('button', 'Add a top-up');
  await window.the('field', 'Pack');
  await window.settled();
  await expectAccessible(window, 'a top-up from a pack');
  // The list of a select is the desktop's own, out of a driver's reach: the word is chosen as its list would.
  await window.session.run(`const select = [...document.querySelectorAll('select')].find((one) => one.labels[0].textContent === 'Pack');
    select.value = 'Lasting pack';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;`);
  await window.fill('Cost', '39 USD');
  await window.press('enter');
  await window.the('image', '33,000 credits left');
  await window.sees(/Top-up of Fri 4 Dec, 39 USD/);
});

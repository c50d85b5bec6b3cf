/** Every screen, light and dark: no barrier that axe-core finds. */

import { expectAccessible } from './drive/inspect';
import { journey, journeyAfter } from './drive/journey';
import type { Window } from './drive/window';

const SCREENS = ['Today', 'Log', 'Plan', 'Prices', 'Settings'];
const SPENDS = [
  ['spend', 'veo3 8s audio 5400 #teaser 10:00'],
  ['spend', 'ltxv turbo 3s silent 50 yesterday'],
  ['check', '20590'],
];

for (const theme of ['light', 'dark']) {
  journeyAfter(`every screen can be used by everybody, ${theme}`, [...SPENDS, ['set', 'theme', theme]], async (window) => {
    for (const screen of SCREENS) await inspect(window, screen, theme);
    await window.click('button', 'Today');
    await window.press('ctrl', 'n');
    await window.write('veo3 8s audio');
    await window.sees('Usually takes');
    await window.settled();
    await expectAccessible(window, `the line, ${theme}`);
  });
}

journeyAfter('every key stands on one sheet, from which a key still acts', SPENDS, async (window) => {
  await window.press('?');
  await window.the('dialog', 'All keys');
  await window.sees('Older, newer cycles');
  await window.settled();
  await expectAccessible(window, 'All keys');
  await window.press('ctrl', 'n');
  await window.misses('Older, newer cycles');
  await window.write('veo3 8s audio');
  await window.sees('Usually takes');
});

journey('the first run can be used by everybody', async (window) => {
  await window.the('heading', /three figures/i);
  await window.settled();
  await expectAccessible(window, 'First run');
});

async function inspect(window: Window, screen: string, theme: string): Promise<void> {
  await window.click('button', screen);
  await window.the('current', screen);
  await window.settled();
  await expectAccessible(window, `${screen}, ${theme}`);
}

/** Every screen and what lies over it, in every look: no barrier that axe-core finds. */

import { expectAccessible } from './drive/inspect';
import { journey, journeyAfter } from './drive/journey';
import type { Window } from './drive/window';

const SCREENS = ['Today', 'Log', 'Plan', 'Prices', 'Overview', 'Settings'];
const SPENDS = [
  ['spend', 'veo3 8s audio 5400 #teaser 10:00'],
  ['spend', 'ltxv turbo 3s silent 50 yesterday'],
  ['check', '20590'],
  ['services', 'add', '--preset', 'runway-standard', '--name', 'Runway, the account of the other studio'],
];

const LOOKS = [
  ['light', 'system'],
  ['dark', 'system'],
  ['light', 'more'],
  ['dark', 'more'],
] as const;

for (const [theme, contrast] of LOOKS) {
  const look = contrast === 'more' ? `${theme}, more contrast` : theme;
  journeyAfter(`every screen can be used by everybody, ${look}`, [...SPENDS, ['set', 'theme', theme], ['set', 'contrast', contrast]], async (window) => {
    for (const screen of SCREENS) await inspect(window, screen, look);
  });

  journeyAfter(`every dialog, an open row and the line can be used by everybody, ${look}`, [...SPENDS, ['set', 'theme', theme], ['set', 'contrast', contrast]], async (window) => {
    await inspectDialogs(window, look);
    await inspectEdit(window, look);
    await window.click('button', 'Today');
    await window.press('ctrl', 'n');
    await window.write('veo3 8s audio');
    await window.sees('Usually takes');
    await window.settled();
    await expectAccessible(window, `the line, ${look}`);
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

async function inspect(window: Window, screen: string, look: string): Promise<void> {
  await window.click('button', screen);
  await window.the('current', screen);
  await window.settled();
  await expectAccessible(window, `${screen}, ${look}`);
}

const DIALOGS = [
  [['b'], /balance/i],
  [['?'], 'All keys'],
  [['ctrl', 'k'], 'Commands'],
] as const;

async function inspectDialogs(window: Window, look: string): Promise<void> {
  for (const [keys, name] of DIALOGS) {
    await window.press(...keys);
    await window.the('dialog', name);
    await window.settled();
    await expectAccessible(window, `the dialog ${name}, ${look}`);
    await window.press('escape');
    await window.gone('dialog');
  }
}

async function inspectEdit(window: Window, look: string): Promise<void> {
  await window.click('button', 'Log');
  await window.click('row', /Veo 3/);
  await window.settled();
  await expectAccessible(window, `a selected row, ${look}`);
  await window.press('e');
  await window.focused('field', 'Edit this entry');
  await window.sees('leaves it as it was');
  await window.settled();
  await expectAccessible(window, `an open row, ${look}`);
  await window.press('escape');
}

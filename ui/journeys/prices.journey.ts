/** The price book, from the keyboard. */

import { journeyAfter } from './drive/journey';

journeyAfter('an action is renamed, hidden, and shown again', [['spend', 'veo3 8s audio 5400 10:00']], async (window) => {
  await window.pressInTurn('g', 'r');
  await window.click('row', /^Veo 3,/);
  await window.press('e');
  await window.focused('field', 'New name');
  await window.write('Old faithful');
  await window.press('enter');
  await window.the('row', /^Old faithful,/);
  await window.press('h');
  await window.sees('Show hidden (1)');
  await window.click('button', 'Show hidden (1)');
  await window.click('row', /^Old faithful,/);
  await window.press('h');
  await window.misses('hidden (1)');
  await window.the('row', /^Old faithful,/);
});

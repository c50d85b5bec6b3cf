/** The settings: a backup and the way back to it, and what they change in the window. */

import { journeyAfter, journeyWithBook } from './drive/journey';

journeyWithBook('a backup is made, and the book goes back to it', async (window) => {
  await window.press('ctrl', ',');
  await window.click('button', 'Back up now');
  await window.sees('by hand');
  await window.press('ctrl', 'n');
  await window.write('veo3 8s audio 5400');
  await window.press('ctrl', 'enter');
  await window.the('image', '22,600 credits left');
  await window.click('button', /^Restore /);
  await window.sees('Then');
  await window.click('button', 'Restore this backup');
  await window.the('image', '28,000 credits left');
  await window.sees('before a restore');
});

journeyAfter('single letters that are switched off do nothing', [['spend', 'veo3 8s audio 5400 10:00']], async (window) => {
  await window.press('ctrl', ',');
  await window.click('option', 'do not');
  await window.sees('Single letters');
  await window.click('button', 'Prices');
  await window.click('row', /^Veo 3,/);
  await window.sees('another word');
  await window.press('h');
  await window.press('enter');
  await window.focused('field', 'New name');
});

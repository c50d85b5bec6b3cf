/** Checking the balance against the service's own counter. */

import { journeyAfter } from './drive/journey';

journeyAfter('what was not logged is found by a check', [['spend', 'veo3 8s audio 5400 10:00']], async (window) => {
  await window.sees('22,600 left.');
  await window.press('b');
  await window.the('dialog', /balance/i);
  await window.fill(/shows/, '20,590');
  await window.sees('2,010');
  await window.press('enter');
  await window.sees('20,590 left.');
  await window.sees('Checked');
});

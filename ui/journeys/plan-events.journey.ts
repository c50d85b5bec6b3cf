/** What happens to the plan: said in the window, with what it would do, and taken back. */

import { expectAccessible } from './drive/inspect';
import { journeyAfter, journeyWithBook, withWindow } from './drive/journey';

journeyWithBook('the plan is cancelled after a look at what follows, and goes on by undo', async (window) => {
  await window.pressInTurn('g', 'p');
  await window.click('button', /^The plan changed/);
  await window.click('verb', 'It was cancelled');
  await window.the('dialog', 'What happened to the plan?');
  await window.sees('ends on Tue 15 Dec');
  await window.settled();
  await expectAccessible(window, 'what happened to the plan');
  await window.press('enter');
  await window.gone('dialog');
  await window.sees('Cancelled the plan: 28,000 left.');
  await window.pressInTurn('g', 'l');
  await window.sees('The plan was cancelled');
  await window.press('ctrl', 'z');
  await window.misses('The plan was cancelled');
});

const RENEWED = [['spend', 'veo3 8s audio 5400 10:00']];

journeyAfter('a renewal is expected until a check, and is said in the log to have come later', RENEWED, async (window, desk) => {
  await window.close();
  desk.comeBackAt('2026-12-16T10:00:00+01:00');
  await withWindow(desk, async (later) => {
    await later.pressInTurn('g', 'l');
    await later.sees('expected, not confirmed');
    await later.click('row', /Renewal/);
    await later.press('c');
    await later.the('dialog', 'What happened to the plan?');
    await later.fill('It came', '2026-12-16 09:00');
    await later.sees('What happened since Tue 15 Dec is reckoned anew');
    await later.press('enter');
    await later.sees('The renewal of Tue 15 Dec came on Wed 16 Dec, 09:00');
    await later.focused('row', /Renewal|The renewal/);
    await later.press('home');
    await later.focused('row', /The renewal of Tue 15 Dec came/);
    await later.press('delete');
    await later.misses('The renewal of Tue 15 Dec came');
  });
});

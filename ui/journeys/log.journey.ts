/** Logging by the line, editing in place, undo and redo by name. */

import { expectAccessible } from './drive/inspect';
import { journeyAfter, journeyWithBook } from './drive/journey';

const VEO = ['spend', 'veo3 8s audio 5400 #teaser 10:00'];

journeyWithBook('a generation is logged by the line, from the keyboard alone', async (window) => {
  await window.sees('28,000 left.');
  await window.press('ctrl', 'n');
  await window.write('veo3 8s audio 5400 #teaser');
  await window.sees('Veo 3');
  await window.press('enter');
  await window.sees('Logged Veo 3, 8 s, audio');
  await window.sees('22,600 left.');
  await window.the('image', '22,600 credits left');
});

journeyWithBook('Enter pressed twice logs once, and what is typed on is the next spend', async (window) => {
  await window.press('ctrl', 'n');
  await window.write('veo3 8s audio 5400 #teaser');
  await window.sees('Veo 3');
  await window.press('enter');
  await window.press('enter');
  await window.write('nano banana 49');
  await window.press('enter');
  await window.sees('Logged Nano Banana');
  await window.the('image', '22,551 credits left');
});

journeyAfter('what was logged is undone and done again by its name', [VEO], async (window) => {
  await window.sees('22,600 left.');
  await window.press('ctrl', 'z');
  await window.sees('Undone: logged Veo 3, 8 s, audio');
  await window.sees('28,000 left.');
  await window.press('ctrl', 'shift', 'z');
  await window.sees('22,600 left.');
});

journeyAfter('a row of the log is edited in place', [VEO], async (window) => {
  await window.pressInTurn('g', 'l');
  await window.sees('#teaser');
  await window.click('row', /Veo 3/);
  await window.press('e');
  await window.fill('Edit this entry', 'veo3 8s audio 4400 #trailer 10:00');
  await window.press('enter');
  await window.sees('#trailer');
  await window.sees('23,600');
  await window.misses('#teaser');
});

journeyAfter('a row of the log is deleted, and comes back', [VEO], async (window) => {
  await window.pressInTurn('g', 'l');
  await window.click('row', /Veo 3/);
  await window.press('delete');
  await window.the('image', '28,000 credits left');
  await window.press('ctrl', 'z');
  await window.the('image', '22,600 credits left');
});

const THREE = [VEO, ['spend', 'ltxv turbo 8s 165 11:00'], ['spend', 'veo3 8s audio ~5000 !reserved 12:00']];

journeyAfter('a reserved spend is settled at what it took', THREE, async (window) => {
  await window.pressInTurn('g', 'l');
  await window.sees('reserved');
  await window.click('row', /reserved/);
  await window.press('s');
  await window.focused('field', 'It took in the end');
  await window.settled();
  await expectAccessible(window, 'settling');
  await window.fill('It took in the end', '4400');
  await window.press('enter');
  await window.the('image', '18,035 credits left');
  await window.misses('reserved');
});

journeyAfter('a refund is expected, comes in part, and the rest is given up', [VEO], async (window) => {
  await window.pressInTurn('g', 'l');
  await window.click('row', /Veo 3/);
  await window.press('w');
  await window.sees('refund expected');
  await window.press('p');
  await window.fill('What came back', '400');
  await window.press('enter');
  await window.sees('part refunded');
  await window.the('image', '23,000 credits left');
});

journeyAfter('several rows are judged, tagged and deleted, each in one step', THREE, async (window) => {
  await window.pressInTurn('g', 'l');
  await window.click('row', /reserved/);
  await window.press('shift', 'down');
  await window.press('shift', 'down');
  await window.sees('3 rows selected');
  await window.settled();
  await expectAccessible(window, 'several rows');
  await window.press('k');
  await window.sees('Kept 3 spends.');
  await window.press('#');
  await window.fill('Tag', 'recap');
  await window.press('enter');
  await window.sees('Tagged 3 spends #recap.');
  await window.press('delete');
  await window.the('image', '28,000 credits left');
  await window.press('ctrl', 'z');
  await window.sees('#recap');
  await window.press('ctrl', 'z');
  await window.misses('#recap');
  await window.press('ctrl', 'z');
  await window.sees('Undone: kept 3 spends.');
});

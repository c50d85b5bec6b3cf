/** A restart, a second start, and the command line beside the open window. */

import { expect } from 'vitest';

import { expectQuiet } from './drive/inspect';
import { journeyAfter, journeyWithBook, withWindow } from './drive/journey';

journeyWithBook('after a restart everything is there, undo included', async (window, desk) => {
  await window.press('ctrl', 'n');
  await window.write('ltxv turbo 3s silent 50 #opening');
  await window.press('ctrl', 'enter');
  await window.sees('27,950 left.');
  await expectQuiet(window);
  await window.close();
  desk.comeBackAt('2026-12-04T17:40:00+01:00');
  await withWindow(desk, async (again) => {
    await again.sees('27,950 left.');
    await again.press('ctrl', 'z');
    await again.sees('Undone: logged LTXV Turbo, 3 s, silent');
    await again.sees('28,000 left.');
  });
});

journeyWithBook('a second start brings the first window to the front, and ends', async (window, desk) => {
  await window.sees('28,000 left.');
  const second = await desk.runout();
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(second.out).toContain('comes to the front');
  await window.press('ctrl', 'n');
  await window.write('nano banana 49');
  await window.press('enter');
  await window.sees('27,951 left.');
});

journeyAfter('the command line writes beside the open window, which shows it', [['spend', 'veo2 8s 900 10:00']], async (window, desk) => {
  await window.sees('27,100 left.');
  await desk.command('spend', 'actor 1100');
  await window.sees('26,000 left.');
  await desk.command('undo');
  await window.sees('27,100 left.');
});

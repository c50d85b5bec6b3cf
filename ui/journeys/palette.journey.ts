/** Ctrl K: every command by its name. */

import { until } from './drive/until';
import { journeyWithBook } from './drive/journey';

journeyWithBook('a command is found by a part of its name, and carried out', async (window) => {
  await window.press('ctrl', 'k');
  await window.the('dialog', 'Commands');
  await window.write('theme dark');
  await window.press('enter');
  await until('the window is dark', () => window.session.run('return document.documentElement.dataset.theme === "dark"'));
  await window.press('ctrl', 'k');
  await window.write('go to prices');
  await window.press('enter');
  await window.the('current', 'Prices');
});

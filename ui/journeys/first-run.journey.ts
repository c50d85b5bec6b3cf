/** The first run: three figures, or sample data and the way out of it. */

import { journey } from './drive/journey';

journey('three figures make a book', async (window, desk) => {
  await window.sees('Three figures, and the counter runs.');
  await window.fill('What the service shows now, in credits', '22,600');
  await window.fill('The day of the month on which it renews', '15');
  await window.sees('22,600 left');
  await window.sees('Tue 15 Dec');
  await window.press('enter');
  await window.the('image', '22,600 credits left');
  await desk.command('status');
});

journey('a day that is none is told under its field, and nothing is lost', async (window) => {
  await window.fill('What the service shows now, in credits', '22,600');
  await window.fill('The day of the month on which it renews', '45');
  await window.sees('A day from 1 to 31, please.');
  await window.fill('The day of the month on which it renews', '15');
  await window.misses('A day from 1 to 31, please.');
  await window.sees('22,600 left');
});

journey('sample data lies in a book of its own, with a way out', async (window) => {
  await window.click('button', 'Look around with sample data');
  await window.sees('Sample data, in a book of its own.');
  await window.the('slider', 'Burn-down, by days');
  await window.click('button', 'Leave, and use your own');
  await window.sees('Three figures, and the counter runs.');
});

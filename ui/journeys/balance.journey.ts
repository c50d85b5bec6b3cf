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

/** Ten days of one person's log; the last spend is not in it. */
const HABIT = ['veo3 fast 8s silent 1750 10:00', 'ltxv turbo 5s silent 85 10:10', 'ltxv turbo 5s silent 85 10:20', 'veo3 fast 8s silent 1750 10:30'].map((line) => ['spend', line]);

journeyAfter('what a check found missing is explained by one key, and undone as one step', HABIT, async (window) => {
  await window.press('b');
  await window.fill(/shows/, '22,580');
  await window.sees('What was it, most likely?');
  await window.click('button', /1 Veo 3 Fast, 8 s, silent/);
  await window.sees('22,580 left');
  await window.the('image', '22,580 credits left');
  await window.press('ctrl', 'z');
  await window.the('image', '24,330 credits left');
});

journeyAfter('one key says that the service shows what Runout has', HABIT, async (window) => {
  await window.press('b');
  await window.the('button', /It shows 24,330, as Runout has it/);
  await window.press('alt', '0');
  await window.sees('24,330 checked Fri 4 Dec, 16:40');
});

journeyAfter('a figure that was read earlier is checked as of then, and what was logged since stays', HABIT, async (window) => {
  await window.press('b');
  await window.fill(/shows/, '26,065');
  await window.fill('As of', 'tomorrow');
  await window.sees('has not come yet');
  await window.fill('As of', 'today 10:15');
  await window.sees('Runout had 26,165 then, so 100 were not logged since');
  await window.press('enter');
  await window.the('image', '24,230 credits left');
});

journeyAfter('it ran out just now', HABIT, async (window) => {
  await window.press('b');
  await window.click('button', 'It ran out just now');
  await window.sees('24,330');
  await window.press('enter');
  await window.sees('0 left. The next credits come on Tue 15 Dec');
});

journeyAfter('one pot can be checked alone', [...HABIT, ['topup', '5000']], async (window) => {
  await window.press('b');
  await window.fill(/shows/, '4,900');
  await window.the('field', 'Of which pot');
  const pots = await window.session.find('select option');
  await window.session.click(pots.at(-1)!);
  await window.sees('Runout has 5,000, so 100 were not logged');
  await window.press('enter');
  await window.the('image', '29,230 credits left');
});

journeyAfter('a spend of a day with a check and without a time is asked about', [['check', '28000', '--on', '2026-12-02T09:00:00+01:00']], async (window) => {
  await window.press('ctrl', 'n');
  await window.write('veo3 fast 8s silent 1750 2026-12-02');
  await window.sees('Before or after the check of Wed 2 Dec, 09:00?');
  await window.click('button', /^After/);
  await window.misses('Before or after');
  await window.press('enter');
  await window.the('image', '28,000 credits left');
  await window.click('button', 'Log');
  await window.sees('09:01');
});

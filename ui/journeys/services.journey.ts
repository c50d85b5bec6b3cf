/** Several services in one book: one more is added, each has its own log, keys turn from one to the other. */

import { expectAccessible } from './drive/inspect';
import { journeyAfter, journeyWithBook } from './drive/journey';

const RUNWAY = ['services', 'add', '--preset', 'runway-standard', '--left', '500', '--renews', '2026-12-10', '--zone', 'Europe/Berlin'];

journeyWithBook('another service is added from the menu of the name, and undo takes it back', async (window) => {
  await window.click('button', /^LTX Studio/);
  await window.click('button', /^New service/);
  await window.the('dialog', 'New service');
  await window.fill('The service’s name', 'Second account');
  await window.fill(/What the service shows now/, '4,000');
  await window.fill('The day of the month on which it renews', '20');
  await window.settled();
  await expectAccessible(window, 'New service');
  await window.click('button', /^Add service/);
  await window.gone('dialog');
  await window.sees('Second account begins: 4,000 left.');
  await window.the('image', '4,000 credits left');
  await window.press('ctrl', 'z');
  await window.sees('Undone: added Second account.');
  await window.the('image', '28,000 credits left');
});

journeyAfter('each service has its log, and Ctrl and a digit turns from one to the other', [RUNWAY], async (window) => {
  await window.the('image', '28,000 credits left');
  await window.press('ctrl', 'n');
  await window.write('veo3 8s audio 5400');
  await window.press('enter');
  await window.sees('Logged Veo 3, 8 s, audio');
  await window.press('escape');
  await window.pressInTurn('g', 'l');
  await window.the('row', /Veo 3/);
  await window.press('ctrl', '2');
  await window.the('image', '500 credits left');
  await window.the('current', 'Log');
  await window.misses('Veo 3');

  // What was typed stays while another service is turned to, and is logged for the one that lies open.
  await window.press('ctrl', 'n');
  await window.write('gen4 12');
  await window.press('ctrl', '1');
  await window.the('image', '22,600 credits left');
  await window.press('ctrl', '2');
  await window.the('image', '500 credits left');
  await window.press('enter');
  await window.sees('Logged Gen4');
  await window.the('image', '488 credits left');

  await window.press('escape');
  await window.press('ctrl', '1');
  await window.the('image', '22,600 credits left');
  await window.press('ctrl', 'z');
  await window.sees('Undone: logged Gen4, in Runway.');
  await window.the('image', '22,600 credits left');
  await window.press('ctrl', 'z');
  await window.sees('Undone: logged Veo 3, 8 s, audio.');
  await window.the('image', '28,000 credits left');
});

journeyAfter('the overview has a row for each service, and Enter opens it', [RUNWAY, ['spend', 'veo3 8s audio 5400', '--service', 'ltx']], async (window) => {
  await window.pressInTurn('g', 'o');
  await window.the('heading', 'Overview');
  await window.sees('2 services in this book.');
  await window.the('row', /^Runway: 500 credits left; renewal: Thu 10 Dec/);
  await window.settled();
  await expectAccessible(window, 'Overview');
  await window.focused('row', /^LTX Studio/);
  await window.press('down');
  await window.focused('row', /^Runway/);
  await window.press('enter');
  await window.the('image', '500 credits left');
  await window.the('current', 'Today');
});

journeyAfter('a book opens at the service that was looked at last, and one that is removed comes back', [RUNWAY], async (window, desk) => {
  await window.press('ctrl', '2');
  await window.the('image', '500 credits left');
  await desk.command('services', 'remove', 'runway');
  await window.the('image', '28,000 credits left');
  await window.press('ctrl', 'z');
  await window.sees('Undone: removed Runway.');
  await window.press('ctrl', '2');
  await window.the('image', '500 credits left');
});

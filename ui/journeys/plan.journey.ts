/** The plan: what is bought beside it, and a change of its terms. */

import { expectAccessible } from './drive/inspect';
import { journeyAfter, journeyWithBook } from './drive/journey';
import { KEY, type Window } from './drive/window';

journeyWithBook('a top-up is bought, and taken back', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Add a top-up');
  await window.fill('Amount', '5,000');
  await window.fill('Cost', '12.00 EUR');
  await window.press('enter');
  await window.the('image', '33,000 credits left');
  await window.sees('Top-up of Fri 4 Dec, 12 EUR');
  await window.press('ctrl', 'z');
  await window.the('image', '28,000 credits left');
});

journeyWithBook('what the book refuses of a top-up stands under its field', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Add a top-up');
  await window.focused('field', 'Amount');
  await window.write('many');
  await window.press('enter');
  await window.sees(/An amount|figure/);
  await window.fill('Amount', '5,000');
  await window.press('enter');
  await window.the('image', '33,000 credits left');
});

journeyWithBook('a value of the terms is changed in its sentence, thought over on another screen, and saved', async (window) => {
  await toThePlan(window);
  await window.click('button', /: 28,000$/);
  await window.focused('field', 'Allotment');
  await window.write('60000');
  await window.press('enter');
  await window.sees('From when?');
  await window.sees('Then');
  await window.click('button', 'Log');
  await window.the('current', 'Log');
  await window.click('button', 'Plan');
  await window.sees('Then');
  await window.click('button', 'Change the terms');
  await window.the('image', '60,000 credits left');
  await window.misses('From when?');
});

journeyWithBook('a change from a date is left by Esc, which goes back to its button', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Change from a date');
  await window.focused('field', 'From');
  await window.press('escape');
  await window.misses('From when?');
  await window.focused('button', 'Change from a date');
});

journeyAfter('a pot says why its lots are there, when they end and what was lost, and Esc goes back to its name', [['topup', '5000', '--on', '2026-12-04 10:00']], async (window) => {
  await toThePlan(window);
  await window.click('button', 'Monthly');
  await window.the('heading', 'Monthly');
  await window.the('current', 'Plan');
  await window.sees('Pays first, before Top-ups. Nothing rolls over.');
  await window.sees('Ends with Mon 14 Dec: what is left at the renewal lapses.');
  await window.sees('Nothing has lapsed');
  await window.settled();
  await expectAccessible(window, 'a pot');
  await window.press('escape');
  await window.focused('button', 'Monthly');
  await window.click('button', 'Top-ups');
  await window.sees('Bought on Fri 4 Dec.');
  await window.click('button', /^Void: /);
  await window.sees('What was in it: 1 lot that has ended');
  await window.sees('ended by hand');
  await window.press('ctrl', 'z');
  await window.sees('Nothing has lapsed');
  await window.press('escape');
  await window.sees('Pots, in burn order');
});

journeyWithBook('a plan of one pot gets a rollover with a cap, seen before it is saved, and is taken back', async (window) => {
  await toThePlan(window);
  await choose(window, /^What is left at the renewal: lapses$/, 'rolls over, up to …');
  await window.focused('field', 'Most that rolls over');
  await window.write('56k lots');
  await window.press('enter');
  await window.sees(/is not an amount/);
  await window.focused('field', 'Most that rolls over');
  await window.fill('Most that rolls over', '56,000');
  await window.press('enter');
  await window.the('button', 'Most that rolls over: 56,000');
  await window.sees('What is left at the renewal rolls over, up to 56,000.');
  await window.settled();
  await expectAccessible(window, 'a change of the terms');
  await window.click('option', /it was so all along/);
  await window.sees(/is reckoned anew/);
  await window.click('option', /^now$/);
  await window.misses('is reckoned anew');
  await window.click('button', 'Change the terms');
  await window.misses('From when?');
  await window.the('field', 'What is left at the renewal: rolls over, up to');
  await window.press('ctrl', 'z');
  await window.the('field', 'What is left at the renewal: lapses');
  await window.click('button', 'Price: 35 USD');
  await window.write('40 USD');
  await window.press('enter');
  await window.sees('The month costs 40 USD.');
  await window.the('field', 'What is left at the renewal: lapses');
});

journeyWithBook('a plan starts from a preset under its own clock, and its pots are edited with the usual unfolded', async (window) => {
  await toThePlan(window);
  await window.click('button', 'Start from a preset');
  await window.settled();
  await expectAccessible(window, 'the presets');
  await window.click('button', /^Leonardo.ai Premium/);
  await window.sees('Leonardo.ai counts tokens, this book counts credits.');
  await window.the('button', 'Day of the month, Monthly: 15th');
  await window.the('button', 'Most that the bank holds, Monthly: 3 × the allotment');
  await window.click('button', 'More about Bank');
  await window.click('button', 'Take this pot away');
  await window.sees('What is left of Monthly moves into it. Change that first, then take the pot away.');
  await window.click('button', 'Name of the pot, Bank: Bank');
  await window.write('Savings');
  await window.press('enter');
  await window.the('heading', 'Savings');
  await window.click('button', 'More about the plan');
  await window.settled();
  await expectAccessible(window, 'an unfolded plan of three pots');
  await window.click('option', /^the next renewal/);
  await window.sees('Then');
  await window.click('button', 'Change the terms');
  await window.sees(/From Tue 15 Dec 2026: Leonardo.ai Premium, 25,000 each month/);
  await window.click('button', /^Take back/);
  await window.misses('Leonardo.ai Premium, 25,000');
});

journeyWithBook('the terms are typed over as a document, refused at its line, and saved', async (window) => {
  await toThePlan(window);
  await window.click('button', 'As a document');
  const lines = ['name = "Own"', '[[pots]]', 'name = "Monthly"', 'rank = 1', 'carry = "none"', 'grant = { amount = 60000, every = "0 months", anchor = "2026-11-15 00:00" }'];
  const whole = lines.join(KEY.enter);
  await window.fill('The terms as a document', whole);
  await window.click('button', /^Read it/);
  await window.sees('Line 6, pots[1].grant.every');
  await window.fill('The terms as a document', whole.replace('0 months', '1 month'));
  await window.click('button', /^Read it/);
  await window.the('button', 'Allotment: 60,000');
  await window.click('button', 'Copy');
  await window.sees('Copied.');
  await window.settled();
  await expectAccessible(window, 'the terms as a document');
  await window.click('button', 'Change the terms');
  await window.the('image', '60,000 credits left');
});

async function toThePlan(window: Window): Promise<void> {
  await window.pressInTurn('g', 'p');
  await window.sees('Pots, in burn order');
}

async function choose(window: Window, field: RegExp, word: string): Promise<void> {
  await window.click('field', field);
  await window.click('option', word);
}

import type { PlanView, PotPage, StatementRow, TermsPreview } from '../src/wire';
import { book, lapse, plain } from './books';

const row = (words: string, text: string, lapsed = false): StatementRow => ({ words, figure: lapsed ? lapse(text) : plain(text) });
const zero = { opening: 0, granted: 28000, refunded: 1750, gained: 0, forgiven: 0, spent: 23176, unlogged: 312, lapsed: 0, closing: 6262, pots: [] };

export function planView(cycle: number): PlanView {
  const monthly = {
    place: 1, name: 'Monthly', left: 6262, granted: 28000, will_lapse: 1300, left_words: '6,262', granted_words: '28,000',
    words: [plain('Granted Sun 15 Nov, ends Mon 14 Dec, 24:00. '), lapse('≈ 1,300 will lapse.')],
    lots: [{ id: 'm1', left: '6,262', granted: '28,000', words: 'Granted Sun 15 Nov', ends: 'ends Mon 14 Dec, 24:00', entry: null }],
  };
  const tops = {
    place: 2, name: 'Top-ups', left: 6400, granted: 10000, will_lapse: 0, left_words: '6,400', granted_words: '10,000', words: [plain('Two lots; the first ends Wed 3 Mar.')],
    lots: [{ id: 't1', left: '1,400', granted: '5,000', words: 'Top-up of Thu 3 Sep, 12.00 EUR', ends: 'ends Wed 3 Mar, 24:00', entry: 12 }, { id: 't2', left: '5,000', granted: '5,000', words: 'Top-up of Thu 3 Dec, 12.00 EUR', ends: 'does not end', entry: 13 }],
  };
  return {
    title: 'LTX Standard, since Thu 15 Oct 2026',
    terms: { name: 'LTX Standard', allotment: '28,000', cadence: 'monthly', cadence_words: 'each month', day: '15', time: '00:00', zone: 'Europe/Berlin', carry: 'none', carry_amount: '', top_ups: book === 'tops', life: 'months', life_count: '12', overdrawn: 'forgiven', price: '35 USD' },
    words: 'LTX Studio grants 28,000 credits each month on the 15th at 00:00, Europe/Berlin time.',
    nearest: book === 'tops' ? 'How much rolls over is not known; the terms say that nothing does.' : null,
    before: ['Before: Lite, 8,000 each month, from Sun 15 Feb to Wed 14 Oct 2026.'],
    pots: book === 'tops' ? [monthly, tops] : [monthly], cycles: 9, next_renewal: 'Tue 15 Dec',
    statements: [
      { words: cycle === 0 ? '15 Oct to 14 Nov' : '15 Sep to 14 Oct', adds_up: true, statement: { ...zero }, rows: [row('Opening', '0'), row('Granted', '+28,000'), row('Refunded', '0'), row('Gained', '0'), row('Spent', '−25,942'), row('Unlogged', '0'), row('Lapsed at the renewal', '−2,058', true), row('Closing', '0')] },
      { words: cycle === 0 ? '15 Nov to now' : '15 Oct to 14 Nov', adds_up: true, statement: { ...zero }, rows: [row('Opening', '0'), row('Granted', '+28,000'), row('Refunded', '+1,750'), row('Gained', '0'), row('Spent', '−23,176'), row('Unlogged', '−312'), row('Lapsed at the renewal', '–'), row('Closing', '6,262')] },
    ],
  };
}

export const termsPreview = (): TermsPreview => ({ refusal: null, rows: [{ what: 'Left', before: '6,262', after: '38,262' }, { what: 'Next renewal', before: 'Tue 15 Dec', after: 'Tue 15 Dec' }, { what: 'Will lapse', before: '≈ 1,300', after: '≈ 21,000' }] });

/** A pot's page; of a pot that is none, the first one's. */
export function potPage(name: string): PotPage {
  const { pots } = planView(0);
  const pot = pots.find((one) => one.name === name) ?? pots[0]!;
  const [first] = pot.lots;
  return {
    pot, pays: [plain('Pays first, before Top-ups. Nothing rolls over.')],
    lots: pot.lots.map((lot) => ({ lot, why: 'Granted by the renewal of Sun 15 Nov.', pays: 'Pays next.', ends: 'Ends with Mon 14 Dec: what is left at the renewal lapses.', lost: null })),
    ended: first ? [{ lot: { ...first, id: 'm0', left: '0' }, why: 'There as the book began, on Thu 15 Oct.', pays: '', ends: 'Ended Sun 15 Nov, 00:00: came to its end.', lost: '2,058 of it lapsed.' }] : [],
    lost: [lapse('2,058'), plain(' lapsed since the book began on Thu 15 Oct.')],
    losses: [{ when: 'Sun 15 Nov, 00:00', words: 'came to its end', credits: '2,058' }], forgiven: null,
  };
}

import type { PlanView, PotPage, StatementRow, TermsAnswer, TermsField, TermsPart, TermsPiece, TermsView } from '../src/wire';
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
    terms: terms(false),
    presets: [
      { id: 'ltx-standard', service: 'LTX Studio', words: 'Standard: 28,000 each month, 35 USD' },
      { id: 'ltx-pro', service: 'LTX Studio', words: 'Pro: 110,000 each month, 125 USD' },
      { id: 'runway-pro', service: 'Runway', words: 'Pro: 2,250 each month, 35 USD' },
    ],
    presets_as_of: 'Nov 2026',
    nearest: book === 'tops' ? 'How much rolls over is not known; the terms say that nothing does.' : null,
    versions: [
      { from: '2026-02-15', when: 'Sun 15 Feb to Wed 14 Oct 2026', words: 'Lite, 8,000 each month', in_force: false, pending: false },
      { from: '2026-10-15', when: 'Since Thu 15 Oct 2026', words: 'LTX Standard, 28,000 each month', in_force: true, pending: false },
    ],
    pots: book === 'tops' ? [monthly, tops] : [monthly], cycles: 9, next_renewal: 'Tue 15 Dec',
    packs: book === 'tops' ? [{ name: '5,000 credits', amount: '5,000', cost: '12.00 EUR', ends: '' }, { name: '20,000 credits', amount: '20,000', cost: '40.00 EUR', ends: 'never' }] : [],
    statements: [
      { words: cycle === 0 ? '15 Oct to 14 Nov' : '15 Sep to 14 Oct', adds_up: true, statement: { ...zero }, rows: [row('Opening', '0'), row('Granted', '+28,000'), row('Refunded', '0'), row('Gained', '0'), row('Spent', '−25,942'), row('Unlogged', '0'), row('Lapsed at the renewal', '−2,058', true), row('Closing', '0')] },
      { words: cycle === 0 ? '15 Nov to now' : '15 Oct to 14 Nov', adds_up: true, statement: { ...zero }, rows: [row('Opening', '0'), row('Granted', '+28,000'), row('Refunded', '+1,750'), row('Gained', '0'), row('Spent', '−23,176'), row('Unlogged', '−312'), row('Lapsed at the renewal', '–'), row('Closing', '6,262')] },
    ],
  };
}

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

const words = (text: string): TermsPiece => ({ piece: 'words', text });
const field = (path: string, label: string, value: string, kind: TermsField['kind'] = 'typed', choices: TermsField['choices'] = []): TermsPiece => ({ piece: 'field', path, label, words: value, value, kind, choices });
const LEFT = [{ value: 'lapses', words: 'lapses' }, { value: 'rolls over', words: 'rolls over' }];

function terms(changed: boolean): TermsView {
  const grant = [words('LTX Studio grants '), field('pots[1].grant.amount', 'Allotment', changed ? '60,000' : '28,000'), words(' credits each month on the '), field('pots[1].grant.anchor.day', 'Day of the month', '15'), words(' at 00:00, '), field('pots[1].grant.zone', 'Time zone of the renewal', 'Europe/Berlin', 'zone'), words(' time.')];
  const carry = [words('What is left at the renewal '), field('pots[1].carry.kept', 'What is left at the renewal', 'lapses', 'chosen', LEFT), words('.')];
  const part = (path: string, sentences: TermsPart['sentences'], deeds: TermsPart['deeds']): TermsPart => ({ path, title: null, about: '', sentences, deeds });
  const said = (path: string, pieces: TermsPiece[], usual = false) => ({ path, usual, pieces, deeds: [] });
  return {
    document: changed ? 'name = "LTX Standard"\n# changed' : 'name = "LTX Standard"\n',
    parts: [
      part('pots[1]', [said('pots[1].grant', grant), said('pots[1].carry', carry), said('pots[1].pays_only', [words('It pays for '), field('pots[1].pays_only', 'What it pays for', 'everything', 'names'), words('.')], true)], []),
      part('plan', [said('price', [words('The month costs '), field('price', 'Price', '35 USD'), words('.')])], [{ path: 'add_pot', words: 'Add a pot' }]),
    ],
  };
}

export const termsAnswer = (): TermsAnswer => ({
  terms: terms(true), refusal: null, next: null, changed: true, asks_how: true, rewrites: [], notes: [],
  sentences: [{ what: 'The plan', before: 'LTX Studio grants 28,000 credits each month.', after: 'LTX Studio grants 60,000 credits each month.' }],
  rows: [{ what: 'Left', before: '6,262', after: '38,262' }, { what: 'Next renewal', before: 'Tue 15 Dec', after: 'Tue 15 Dec' }, { what: 'Will lapse', before: '≈ 1,300', after: '≈ 21,000' }],
});

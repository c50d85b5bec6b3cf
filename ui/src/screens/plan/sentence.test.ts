import { expect, test } from 'vitest';
import type { TermsFields } from '../../wire';
import { sentence } from './sentence';

const standard: TermsFields = {
  name: 'LTX Standard', allotment: '28,000', cadence: 'monthly', cadence_words: 'each month', day: '15', time: '00:00',
  zone: 'Europe/Berlin', carry: 'none', carry_amount: '', top_ups: false, life: 'forever', life_count: '',
  overdrawn: 'forgiven', price: '35 USD',
};
const read = (terms: Partial<TermsFields>) =>
  sentence({ ...standard, ...terms }, 'LTX Studio', 'credits').map((piece) => (typeof piece === 'string' ? piece : `[${piece.words}]`)).join('');

test('a monthly plan reads as the drawing says', () => {
  expect(read({})).toBe(
    'LTX Studio grants [28,000] credits each month on the [15th] at [00:00], [Europe/Berlin] time. What is left at the renewal [lapses]. ' +
      'Top-ups are [not offered]. What is overdrawn is [forgiven at the renewal]. The month costs [35 USD].',
  );
});

test('what rolls over has a field for how much', () => {
  expect(read({ carry: 'up_to', carry_amount: '56,000' })).toContain('renewal [rolls over, up to] [56,000]. ');
  expect(read({ carry: 'cycles', carry_amount: '2' })).toContain('renewal [rolls over for] [2] cycles. ');
  expect(read({ carry: 'cycles', carry_amount: '1' })).toContain('[1] cycle. ');
  expect(read({ carry: 'up_to', carry_amount: '' })).toContain('[–]. ');
});

test('top-ups say how long they last', () => {
  expect(read({ top_ups: true, life: 'months', life_count: '12' })).toContain('Top-ups are [offered], and last [12] [months]. ');
  expect(read({ top_ups: true, life: 'years', life_count: '1' })).toContain('and last [1] [year]. ');
  expect(read({ top_ups: true })).toContain('Top-ups are [offered], and [do not end]. ');
});

test('a plan that is granted once has no renewal in its sentence', () => {
  expect(read({ cadence: 'once', price: '' })).toBe('LTX Studio granted [28,000] credits once. Top-ups are [not offered]. What it costs is [not given].');
});

test('a weekly plan has no day of the month', () => {
  expect(read({ cadence: 'weekly', cadence_words: 'each week' })).toContain('credits each week at [00:00], ');
});

import { beforeEach, expect, test } from 'vitest';
import type { TermsFields } from '../../wire';
import { draft } from './draft.svelte';

const terms: TermsFields = {
  name: 'LTX Standard', allotment: '28,000', cadence: 'monthly', cadence_words: 'each month', day: '15', time: '00:00', zone: 'Europe/Berlin', carry: 'none', carry_amount: '', top_ups: false, life: 'forever', life_count: '', overdrawn: 'forgiven', price: '35 USD',
};

beforeEach(() => {
  draft.leave();
  draft.resume(terms);
  draft.change('allotment', '60,000');
});

test('a draft goes on when the plan is looked at again', () => {
  draft.resume({ ...terms });
  expect(draft.fields).toEqual({ allotment: '60,000' });
});

test('a draft does not go on over other terms, of another book or changed meanwhile', () => {
  draft.askFromADate();
  draft.resume({ ...terms, day: '1' });
  expect([draft.fields, draft.when.from, draft.asking]).toEqual([{}, 'now', false]);
});

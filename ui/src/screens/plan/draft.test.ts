import { beforeEach, expect, test, vi } from 'vitest';
import type { TermsAnswer, TermsPart, TermsPiece, TermsView, TermsWish } from '../../wire';

const sent: TermsWish[] = [];
let refuses: string | null = null;
let next: string | null = null;

vi.mock('../../ipc', () => ({
  refusalOf: (error: unknown) => error,
  editTerms: async (wish: TermsWish): Promise<TermsAnswer> => {
    sent.push(wish);
    const refusal = refuses && wish.edit ? { code: 'bad', message: refuses, field: wish.edit.path } : null;
    const document = refusal || !wish.edit ? wish.document : `${wish.document}+${wish.edit.typed}`;
    return { terms: { document, parts: PARTS }, refusal, next, changed: document !== 'plan', asks_how: true, sentences: [], rows: [], rewrites: [], notes: [] };
  },
}));

const { draft } = await import('./draft.svelte');

const name: TermsPiece = { piece: 'field', path: 'pots[2].name', label: 'Name', words: 'Extra', value: 'Extra', kind: 'typed', choices: [] };
const PARTS: TermsPart[] = [{ path: 'pots[2]', title: 'Extra', about: '', deeds: [], sentences: [{ path: 'pots[2].name', usual: true, pieces: [name], deeds: [] }] }];
const terms: TermsView = { document: 'plan', parts: [] };

beforeEach(() => {
  sent.length = 0;
  refuses = next = null;
  draft.leave();
  draft.unfolded = [];
  draft.resume(terms, 'LTX Studio');
});

test('an edit is made to what the one before it left, however quickly they come', async () => {
  await Promise.all([draft.edit('price', '40 USD'), draft.edit('name', 'Own')]);
  expect(sent.map((wish) => wish.document)).toEqual(['plan', 'plan+40 USD']);
  expect(draft.document).toBe('plan+40 USD+Own');
});

test('what is refused is answered to its field, and the draft stays', async () => {
  refuses = 'A day from 1 to 31, please.';
  expect((await draft.edit('pots[1].grant.anchor.day', '32'))?.message).toBe(refuses);
  expect([draft.document, draft.changed]).toEqual(['plan', false]);
});

test('a field that has to be filled in next is unfolded and opened', async () => {
  next = 'pots[2].name';
  await draft.edit('add_pot', '');
  expect([draft.open, draft.unfolded]).toEqual(['pots[2].name', ['pots[2]']]);
});

test('from when and how go with the draft, and what would follow is looked at anew', async () => {
  await draft.edit('price', '40 USD');
  draft.hold({ from: 'date', date: ' 1 Jan ' }, 'full');
  await draft.edit('name', 'Own');
  expect(sent.map((wish) => [wish.from, wish.mode])).toEqual([['now', 'difference'], ['1 Jan', 'full'], ['1 Jan', 'full']]);
});

test('a draft goes on when the plan is looked at again, and not over other terms', async () => {
  await draft.edit('price', '40 USD');
  draft.resume({ ...terms }, 'LTX Studio');
  expect(draft.changed).toBe(true);
  draft.resume({ ...terms, document: 'another plan' }, 'LTX Studio');
  expect([draft.changed, draft.document]).toEqual([false, 'another plan']);
});

test('a draft does not go on over the same terms of another service', async () => {
  await draft.edit('price', '40 USD');
  draft.resume(terms, 'Runway');
  expect(draft.changed).toBe(false);
});

test('an answer to a draft that was left is dropped', async () => {
  const late = draft.edit('price', '40 USD');
  draft.leave();
  await late;
  expect(draft.answer).toBeNull();
});

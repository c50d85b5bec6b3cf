import type { TermsEdit, TermsFields } from '../../wire';

/** What was changed in the sentence and is not saved yet. */
export type Draft = Partial<TermsFields>;

/** From when a change holds: an instant by name, or a date as typed. */
export interface When {
  from: 'now' | 'next' | 'correct' | 'date';
  date: string;
}

/** How the allotment of a cycle that runs already changes. */
export const MODES = [
  { value: 'difference', words: 'add the difference' },
  { value: 'up_to', words: 'top up to it' },
  { value: 'full', words: 'a full grant, and the renewal moves' },
  { value: 'prorate', words: 'prorated for the rest of the cycle' },
  { value: 'both', words: 'both live on' },
] as const;

const NOTHING: TermsEdit = {
  name: null, allotment: null, day: null, time: null, zone: null, carry: null, carry_amount: null, top_ups: null,
  life: null, life_count: null, overdrawn: null, price: null, from: 'now', mode: null,
};

/** The draft without what is as it was. */
export function changed(terms: TermsFields, draft: Draft): Draft {
  const names = Object.keys(draft) as (keyof TermsFields)[];
  return Object.fromEntries(names.filter((name) => draft[name] !== terms[name]).map((name) => [name, draft[name]]));
}

/** Whether "How?" has to be asked: a cycle that runs already gets another allotment. */
export function asksHow(draft: Draft, when: When): boolean {
  return draft.allotment !== undefined && (when.from === 'now' || when.from === 'date');
}

/** What is sent: the changed fields, from when, and how where that is asked. */
export function termsEdit(terms: TermsFields, draft: Draft, when: When, mode: string): TermsEdit {
  const fields = { ...changed(terms, draft), ...together(terms, draft, 'carry', 'carry_amount'), ...together(terms, draft, 'life', 'life_count') };
  const from = when.from === 'date' ? when.date.trim() : when.from;
  return { ...NOTHING, ...fields, from, mode: asksHow(fields, when) ? mode : null };
}

/** A word and its count are one rule: if one of them changed, both are sent. */
function together(terms: TermsFields, draft: Draft, word: 'carry' | 'life', count: 'carry_amount' | 'life_count'): Draft {
  const whole = { ...terms, ...draft };
  const touched = whole[word] !== terms[word] || whole[count] !== terms[count];
  return touched ? { [word]: whole[word], [count]: whole[count] } : {};
}

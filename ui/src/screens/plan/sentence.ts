import { ordinal } from '../../days';
import type { TermsFields } from '../../wire';

/** The fields of the terms that can be edited in the sentence. */
export type FieldName = 'allotment' | 'day' | 'time' | 'zone' | 'carry' | 'carry_amount' | 'top_ups' | 'life' | 'life_count' | 'overdrawn' | 'price';

/** One of the words that a field can be. */
export interface Choice {
  value: string;
  words: string;
}

/** A value in the sentence: typed, or chosen from words. */
export interface FieldPiece {
  field: FieldName;
  /** What it is called for a reader. */
  label: string;
  /** How it stands in the sentence. */
  words: string;
  /** What editing starts from. */
  value: string;
  choices?: readonly Choice[];
}

/** A piece of the sentence: words, or a field. */
export type Piece = string | FieldPiece;

export const CARRY: readonly Choice[] = [
  { value: 'none', words: 'lapses' },
  { value: 'all', words: 'rolls over' },
  { value: 'up_to', words: 'rolls over, up to …' },
  { value: 'cycles', words: 'rolls over for … cycles' },
];
export const OFFERED: readonly Choice[] = [
  { value: 'false', words: 'not offered' },
  { value: 'true', words: 'offered' },
];
export const LIFE: readonly Choice[] = [
  { value: 'forever', words: 'do not end' },
  { value: 'days', words: 'last … days' },
  { value: 'months', words: 'last … months' },
  { value: 'years', words: 'last … years' },
  { value: 'renewal', words: 'end at the renewal' },
];
export const OVERDRAWN: readonly Choice[] = [
  { value: 'forgiven', words: 'forgiven at the renewal' },
  { value: 'carried', words: 'carried into the next cycle' },
];

/** How a choice reads inside the sentence, where its count is a field of its own. */
const SHORT: Record<string, string> = { up_to: 'rolls over, up to', cycles: 'rolls over for', days: 'days', months: 'months', years: 'years' };

/** What one cycle is called, for its price. */
const CYCLE: Record<string, string> = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', days: 'cycle' };

/** The terms as sentences, with their values as fields. */
export function sentence(terms: TermsFields, service: string, unit: string): Piece[] {
  return [...granted(terms, service, unit), ...carried(terms), ...toppedUp(terms), ...overdrawn(terms), ...priced(terms)];
}

function granted(terms: TermsFields, service: string, unit: string): Piece[] {
  const allotment = typed('allotment', 'Allotment', terms.allotment);
  if (terms.cadence === 'once') return [`${service} granted `, allotment, ` ${unit} once. `];
  const on: Piece[] = terms.cadence === 'monthly' ? [' on the ', { ...typed('day', 'Day of the month', terms.day), words: ordinal(terms.day) }] : [];
  const at: Piece[] = [' at ', typed('time', 'Time of the renewal', terms.time), ', ', typed('zone', 'Time zone of the renewal', terms.zone), ' time. '];
  return [`${service} grants `, allotment, ` ${unit} ${terms.cadence_words}`, ...on, ...at];
}

function carried(terms: TermsFields): Piece[] {
  if (terms.cadence === 'once') return [];
  const carry = chosen('carry', 'What is left at the renewal', terms.carry, CARRY);
  const counted = terms.carry === 'up_to' || terms.carry === 'cycles';
  const label = terms.carry === 'up_to' ? 'Most that rolls over' : 'Cycles that it rolls over for';
  const amount: Piece[] = counted ? [' ', typed('carry_amount', label, terms.carry_amount)] : [];
  const unit = terms.carry === 'cycles' ? (terms.carry_amount === '1' ? ' cycle' : ' cycles') : '';
  return ['What is left at the renewal ', carry, ...amount, `${unit}. `];
}

function toppedUp(terms: TermsFields): Piece[] {
  const offered = chosen('top_ups', 'Top-ups', String(terms.top_ups), OFFERED);
  if (!terms.top_ups) return ['Top-ups are ', offered, '. '];
  const several = chosen('life', 'How long top-ups last', terms.life, LIFE);
  const life = terms.life_count === '1' ? { ...several, words: several.words.replace(/s$/, '') } : several;
  const counted = terms.life in SHORT;
  const last: Piece[] = counted ? ['last ', typed('life_count', 'How many', terms.life_count), ' ', life] : [life];
  return ['Top-ups are ', offered, ', and ', ...last, '. '];
}

function overdrawn(terms: TermsFields): Piece[] {
  if (terms.cadence === 'once') return [];
  return ['What is overdrawn is ', chosen('overdrawn', 'What is overdrawn', terms.overdrawn, OVERDRAWN), '. '];
}

function priced(terms: TermsFields): Piece[] {
  const cycle = CYCLE[terms.cadence];
  const price = { ...typed('price', 'Price', terms.price), words: terms.price || 'not given' };
  const subject = cycle ? `the ${cycle}` : 'it';
  return terms.price ? [`${subject[0]?.toUpperCase()}${subject.slice(1)} costs `, price, '.'] : [`What ${subject} costs is `, price, '.'];
}

/** A typed value; a dash where there is none, so that there is something to click. */
function typed(field: FieldName, label: string, value: string): FieldPiece {
  return { field, label, value, words: value || '–' };
}

function chosen(field: FieldName, label: string, value: string, choices: readonly Choice[]): FieldPiece {
  const words = SHORT[value] ?? choices.find((choice) => choice.value === value)?.words ?? value;
  return { field, label, value, words, choices };
}

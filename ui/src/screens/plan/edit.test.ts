import { expect, test } from 'vitest';
import type { TermsFields } from '../../wire';
import { asksHow, changed, termsEdit } from './edit';

const terms = { allotment: '28,000', day: '15', top_ups: false, carry: 'none', carry_amount: '', life: 'months', life_count: '12' } as TermsFields;

test('what was typed back to what it was is no change', () => {
  expect(changed(terms, { allotment: '28,000', day: '1', top_ups: false })).toEqual({ day: '1' });
});

test('only what changed is sent', () => {
  const edit = termsEdit(terms, { allotment: '8,000', day: '15' }, { from: 'next', date: '' }, 'difference');
  expect(edit.allotment).toBe('8,000');
  expect(edit.day).toBeNull();
  expect(edit.from).toBe('next');
  expect(edit.mode).toBeNull();
});

test('a date is sent as it was typed', () => {
  expect(termsEdit(terms, { day: '1' }, { from: 'date', date: ' 1 Jan ' }, 'difference').from).toBe('1 Jan');
});

test('how is asked only where a running cycle gets another allotment', () => {
  expect(asksHow({ allotment: '8,000' }, { from: 'now', date: '' })).toBe(true);
  expect(asksHow({ allotment: '8,000' }, { from: 'date', date: '' })).toBe(true);
  expect(asksHow({ allotment: '8,000' }, { from: 'next', date: '' })).toBe(false);
  expect(asksHow({ allotment: '8,000' }, { from: 'correct', date: '' })).toBe(false);
  expect(asksHow({ day: '1' }, { from: 'now', date: '' })).toBe(false);
});

test('a word and its count are sent together', () => {
  const edit = termsEdit(terms, { life: 'days' }, { from: 'now', date: '' }, 'difference');
  expect([edit.life, edit.life_count]).toEqual(['days', '12']);
  const counted = termsEdit(terms, { life_count: '6' }, { from: 'now', date: '' }, 'difference');
  expect([counted.life, counted.life_count, counted.carry]).toEqual(['months', '6', null]);
});

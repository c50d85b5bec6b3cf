import { expect, test } from 'vitest';
import type { LogRow } from '../../wire';
import { spoken, stateOf } from './spoken';

const spend: LogRow & { kind: 'spend' } = {
  kind: 'spend', id: 1, time: '15:52', action: 'LTXV Turbo', settings: '8 s, audio', count: 2, credits: '≈ 165', estimated: true, left: '6,262', tags: ['recap'],
  note: '', state: 'charged', verdict: null, line: '', paid: '',
};

test('a spend is one sentence', () => {
  expect(spoken(spend, 'credits')).toBe('15:52, LTXV Turbo, 8 s, audio, × 2, ≈ 165 credits, 6,262 left, #recap, estimated');
});

test('what is empty is not said', () => {
  expect(spoken({ ...spend, time: '', settings: '', count: 1, tags: [], estimated: false }, 'credits')).toBe('LTXV Turbo, ≈ 165 credits, 6,262 left');
  expect(spoken({ kind: 'day', date: '', words: 'Today, Fri 4 Dec', credits: '' }, 'credits')).toBe('Today, Fri 4 Dec');
  expect(spoken(undefined, 'credits')).toBe('');
});

test('checks and renewals say what they moved', () => {
  expect(spoken({ kind: 'check', id: 2, time: '18:20', words: 'Balance check: LTX Studio showed 9,766', difference: '−312', left: '9,766', since: '312 unlogged since Fri 27 Nov' }, 'credits')).toBe(
    '18:20, Balance check: LTX Studio showed 9,766, −312, 312 unlogged since Fri 27 Nov',
  );
  const words = [{ text: 'Renewal: +28,000, ', mark: 'plain' as const }, { text: '2,058 lapsed', mark: 'lapse' as const }];
  expect(spoken({ kind: 'event', id: null, time: '00:00', words, credits: '+28,000', left: '28,000', state: 'expected, not confirmed', renewal: '2026-11-15 00:00', not_come: false }, 'credits')).toBe('00:00, Renewal: +28,000, 2,058 lapsed, +28,000, 28,000 left, expected, not confirmed');
});

test('a refund is said before a verdict, a verdict before the estimate', () => {
  expect(stateOf({ ...spend, state: 'refunded', verdict: 'keeper' })).toBe('refunded');
  expect(stateOf({ ...spend, verdict: 'keeper' })).toBe('keeper');
  expect(stateOf({ ...spend, state: 'reserved' })).toBe('reserved');
  expect(stateOf({ ...spend, estimated: false })).toBe('');
});

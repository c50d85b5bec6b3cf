import { expect, test } from 'vitest';
import type { TermsVersionView } from '../../wire';
import { byService } from './presets';
import { listed } from './versions';

const version = (from: string, in_force = false): TermsVersionView => ({ from, when: from, words: '', in_force, pending: false });

test('the version in force, the one before it and all to come are listed', () => {
  const versions = [version('1'), version('2'), version('3', true), version('4'), version('5')];
  expect(listed(versions).map((one) => one.from)).toEqual(['2', '3', '4', '5']);
  expect(listed([version('1', true)])).toHaveLength(1);
});

test('presets stand under their services in the order in which they came', () => {
  const groups = byService([{ id: 'a', service: 'LTX', words: '' }, { id: 'b', service: 'Runway', words: '' }, { id: 'c', service: 'LTX', words: '' }]);
  expect(groups.map((group) => [group.service, group.presets.map((preset) => preset.id)])).toEqual([['LTX', ['a', 'c']], ['Runway', ['b']]]);
});

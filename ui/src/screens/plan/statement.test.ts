import { expect, test } from 'vitest';
import type { CycleStatement } from '../../wire';
import { sideBySide } from './statement';

const cycle = (...rows: [string, string][]) =>
  ({ words: '', rows: rows.map(([words, text]) => ({ words, figure: { text, mark: 'plain' } })), adds_up: true }) as unknown as CycleStatement;

test('rows of the same words share a line', () => {
  const lines = sideBySide([cycle(['Opening', '0'], ['Closing', '5']), cycle(['Opening', '5'], ['Closing', '9'])]);
  expect(lines.map((line) => [line.words, ...line.figures.map((figure) => figure?.text)])).toEqual([['Opening', '0', '5'], ['Closing', '5', '9']]);
});

test('a row that only one cycle has keeps its place and leaves the other empty', () => {
  const lines = sideBySide([cycle(['Opening', '0'], ['Closing', '5']), cycle(['Opening', '5'], ['Forgiven', '+88'], ['Closing', '9'])]);
  expect(lines.map((line) => line.words)).toEqual(['Opening', 'Forgiven', 'Closing']);
  expect(lines[1]?.figures[0]).toBeNull();
});

test('no cycle, no line', () => {
  expect(sideBySide([])).toEqual([]);
});

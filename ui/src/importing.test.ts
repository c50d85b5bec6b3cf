import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from './desk.svelte';
import { importing } from './importing.svelte';
import * as ipc from './ipc';
import type { CsvPreview } from './wire';

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }));
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn() }));

const previewOf = (verb: string, says: Record<string, string>): CsvPreview => ({
  file: 'usage.csv', about: '', columns: ['Date', 'Cost', 'Model'], questions: [], rows: [], notes: [], problems: [], more_problems: null, near: [], more_near: null, refusal: null, verb,
  fields: ['at', 'credits', 'action'].map((field) => ({ field, label: field, column: says[field] ?? null, needed: false })),
});

beforeEach(() => {
  vi.restoreAllMocks();
  desk.dialog = desk.refusal = null;
  importing.preview = importing.refusal = null;
});

test('a file that was chosen opens the dialog, and a dialog that was closed opens nothing', async () => {
  vi.spyOn(ipc, 'chooseCsv').mockResolvedValueOnce(null).mockResolvedValueOnce(previewOf('Import 2 spends', {}));
  await importing.choose();
  expect(desk.dialog).toBe(null);
  await importing.choose();
  expect(desk.dialog).toBe('import');
});

test('a file that cannot be read is said in a bar', async () => {
  vi.spyOn(ipc, 'chooseCsv').mockRejectedValueOnce({ code: 'csv_empty', message: 'This file holds no rows.', field: null });
  await importing.choose();
  expect([desk.dialog, desk.refusal?.code]).toEqual([null, 'csv_empty']);
});

test('what is chosen builds on what was chosen before, and the answers to older wishes are dropped', async () => {
  const asked = vi.spyOn(ipc, 'previewImport');
  let first!: (preview: CsvPreview) => void;
  asked.mockReturnValueOnce(new Promise((answer) => (first = answer))).mockResolvedValueOnce(previewOf('Import 3 spends', { at: 'Date', credits: 'Cost' }));
  importing.preview = previewOf('Import 0 spends', { at: 'Date' });
  importing.map('credits', 'Cost');
  importing.answer('decimal', 'comma');
  expect(asked.mock.lastCall![0]).toEqual({ columns: [{ field: 'at', column: 'Date' }, { field: 'credits', column: 'Cost' }], decimal: 'comma', dates: null, duplicates: null });
  await vi.waitFor(() => expect(importing.preview?.verb).toBe('Import 3 spends'));
  first(previewOf('Import 1 spend', {}));
  await Promise.resolve();
  expect(importing.preview?.verb).toBe('Import 3 spends');
});

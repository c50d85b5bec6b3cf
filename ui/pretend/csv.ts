import type { CsvPreview, CsvWish } from '../src/wire';

const columns = ['Date', 'Model', 'Credits used', 'Prompt', 'Status'];
const guessed: Record<string, string> = { at: 'Date', credits: 'Credits used', action: 'Model', note: 'Prompt', state: 'Status' };
const labels: [string, string][] = [
  ['at', 'When'], ['credits', 'Credits'], ['action', 'Action'], ['settings', 'Settings'], ['count', 'Count'], ['note', 'Note'], ['tags', 'Tags'],
  ['state', 'State'], ['verdict', 'Result'], ['refunded', 'Refunded'], ['estimated', 'Estimated'], ['date_only', 'Date only'], ['id', 'Id'],
];

/** A file with everything that can be asked or left out. */
export function csvPreview(wish: CsvWish | null): CsvPreview {
  const says = new Map(wish ? wish.columns.map(({ field, column }) => [field, column]) : Object.entries(guessed));
  const missing = ['at', 'credits'].find((field) => !says.has(field));
  const first = wish?.dates === 'month-first' ? 'Wed 4 Mar' : 'Fri 3 Apr';
  const thousand = wish?.decimal === 'point' ? '1' : '1,250';
  const spends = wish?.duplicates === 'skip' ? 410 : 412;
  return {
    file: 'usage.csv',
    about: '414 lines, Windows-1252, separated by semicolons',
    columns,
    fields: labels.map(([field, label]) => ({ field, label, column: says.get(field) ?? null, needed: field === 'at' || field === 'credits' })),
    questions: missing ? [] : [
      { field: 'decimal', words: 'Line 2 says “1.250”: is that 1250 (comma) or 1.25 (point)?', answers: [{ value: 'comma', words: '1250' }, { value: 'point', words: '1.25' }], chosen: wish?.decimal ?? null },
      { field: 'dates', words: 'Line 2 says “03/04/2026”: is that 3 Apr 2026 (day-first) or 4 Mar 2026 (month-first)?', answers: [{ value: 'day-first', words: '3 Apr 2026' }, { value: 'month-first', words: '4 Mar 2026' }], chosen: wish?.dates ?? null },
      { field: 'duplicates', words: '2 lines look like spends that are logged already: skip them, or keep them?', answers: [{ value: 'skip', words: 'leave them out' }, { value: 'keep', words: 'log them all the same' }], chosen: wish?.duplicates ?? null },
    ],
    rows: missing ? [] : [
      { line: 2, at: `${first}, 09:15`, action: 'Veo 3, 8 s, audio', count: 1, credits: thousand, note: '#teaser A dog runs through the rain, seen from a train that does not stop' },
      { line: 3, at: first, action: 'Sora 2', count: 2, credits: '80', note: '' },
      { line: 4, at: `${first}, 17:40`, action: '', count: 1, credits: '5', note: 'Größe prüfen' },
    ],
    notes: missing ? [] : ['3 lines were imported before, and were left out.', '1 new action: Sora 2.', '12 spends lie before the book’s start: they count for prices and pace, not for the balance.'],
    problems: missing ? [] : [{ line: 17, words: '“abc” is not an amount in whole units.' }, { line: 40, words: 'It says no date.' }],
    more_problems: null,
    near: missing ? [] : [{ line: 5, words: 'Veo 3, 8 s: 500 is logged already, on Mon 16 Nov, 11:00.' }, { line: 9, words: 'LTXV Turbo: 165 is logged already, on Mon 16 Nov.' }],
    more_near: null,
    refusal: missing ? { code: 'csv_unmapped', message: `No column says ${missing === 'at' ? 'when it was' : 'how many credits it took'}. Choose one of: ${columns.join(', ')}.`, field: missing } : null,
    verb: missing ? 'Import 0 spends' : `Import ${spends} spends`,
  };
}

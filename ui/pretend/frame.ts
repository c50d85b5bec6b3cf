import type { Figures, Frame, Look, Trouble } from '../src/wire';
import { asked, book } from './books';
import { openService, serviceNames } from './services';

export const figures: Figures = { group: ',', decimal: '.', group_from: 4, first_weekday: 'mon', clock_24: true };
export const look: Look = { theme: asked.get('theme') ?? 'system', contrast: asked.get('contrast') ?? 'system', density: asked.get('density') ?? 'normal', single_keys: true };

export function lookOf(setting: { key: string; value: string }): void {
  if (setting.key === 'single_keys') look.single_keys = setting.value === 'true';
  else if (setting.key in look) Object.assign(look, { [setting.key]: setting.value });
}

const lefts: Record<string, [number, string, string, string]> = {
  month: [6262, '06262', '6,262', 'of 28,000'],
  learning: [24027, '24027', '24,027', 'of 28,000'],
  new: [22600, '22600', '22,600', 'of 28,000'],
  overdrawn: [0, '00000', '0', 'of 28,000'],
  empty: [0, '00000', '0', 'of 28,000'],
  lasting: [19800, '19800', '19,800', 'of 28,000'],
  huge: [120411840, '120411840', '120,411,840', 'of 150,000,000'],
  vast: [1204118400, '1204118400', '1,204,118,400', ''],
  decimals: [0.25, '000.25', '0.25', 'of 120.00'],
};

export function frameOf(): Frame {
  const [left, drums, words, of] = lefts[book] ?? lefts.month!;
  const overdrawn = book === 'overdrawn' ? 888 : 0;
  return {
    service: openService().name, service_id: openService().id, services: serviceNames(), unit: 'credits', decimals: book === 'decimals' ? 2 : 0, sample: book === 'sample',
    left, overdrawn, left_text: `${words} credits left`, of_text: of, overdrawn_text: overdrawn ? '888 overdrawn' : null, drums,
    checked_text: book === 'lasting' ? 'Checked 12 days ago' : book === 'new' ? 'Not checked yet' : 'Checked 3 days ago', checked_long_ago: book === 'lasting',
    undo: 'logged LTXV Turbo, 8 s, audio', redo: null, figures, look: { ...look }, today: '2026-12-04',
  };
}

export function troubles(): Trouble[] {
  if (book === 'closed') return [{ code: 'book_newer', words: 'This book is from a newer Runout. It was left as it is.', remedies: ['open_another', 'restore_backup'] }];
  if (book === 'troubled') return [{ code: 'clock_back', words: 'The clock went back by 3 hours. New spends keep their order.', remedies: ['dismiss'] }];
  return [];
}

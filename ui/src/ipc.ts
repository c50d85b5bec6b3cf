// The one way to the shell: one function a command, named as the shell names it.
// A refusal arrives as a rejected promise; `refusalOf` reads it.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type {
  ActionEdit, Ask, CheckPreview, Done, FirstRun, FirstRunAnswer, LineView, Refusal, RestorePreview, Setting, TermsEdit, TermsPreview, TopUp, View,
} from './wire';

export type Verdict = 'keeper' | 'reject' | 'failed' | 'none';
export type DayMark = 'none' | 'unlogged' | 'one-off';

export const look = (ask: Ask) => invoke<View>('look', { ask });
export const readLine = (text: string, caret: number) => invoke<LineView>('read_line', { text, caret });
export const saveLine = (text: string, ask: Ask) => invoke<Done>('save_line', { text, ask });
export const editLine = (id: number, text: string, ask: Ask) => invoke<Done>('edit_line', { id, text, ask });
export const deleteEntry = (id: number, ask: Ask) => invoke<Done>('delete_entry', { id, ask });
export const judge = (id: number, verdict: Verdict, ask: Ask) => invoke<Done>('judge', { id, verdict, ask });
export const refund = (id: number, ask: Ask) => invoke<Done>('refund', { id, ask });
export const repeat = (id: number, ask: Ask) => invoke<Done>('repeat', { id, ask });
export const undo = (ask: Ask) => invoke<Done>('undo', { ask });
export const redo = (ask: Ask) => invoke<Done>('redo', { ask });
export const previewCheck = (amount: string) => invoke<CheckPreview>('preview_check', { amount });
export const saveCheck = (amount: string, ask: Ask) => invoke<Done>('save_check', { amount, ask });
export const firstRunAnswer = (firstRun: FirstRun) => invoke<FirstRunAnswer>('first_run_answer', { firstRun });
export const start = (firstRun: FirstRun) => invoke<Done>('start', { firstRun });
export const startSample = () => invoke<Done>('start_sample');
export const leaveSample = () => invoke<View>('leave_sample');
export const previewTerms = (edit: TermsEdit) => invoke<TermsPreview>('preview_terms', { edit });
export const changeTerms = (edit: TermsEdit, ask: Ask) => invoke<Done>('change_terms', { edit, ask });
export const topUp = (topUp: TopUp, ask: Ask) => invoke<Done>('top_up', { topUp, ask });
export const voidLot = (lot: string, ask: Ask) => invoke<Done>('void_lot', { lot, ask });
export const extendLot = (lot: string, date: string, ask: Ask) => invoke<Done>('extend_lot', { lot, date, ask });
export const markDays = (from: string, to: string, mark: DayMark, ask: Ask) => invoke<Done>('mark_days', { from, to, mark, ask });
export const editAction = (edit: ActionEdit, ask: Ask) => invoke<Done>('edit_action', { edit, ask });
export const changeSetting = (setting: Setting, ask: Ask) => invoke<Done>('change_setting', { setting, ask });
export const exportBook = (format: 'json' | 'csv', ask: Ask) => invoke<Done>('export_book', { format, ask });
export const importBook = (ask: Ask) => invoke<Done>('import_book', { ask });
export const backUp = (ask: Ask) => invoke<Done>('back_up', { ask });
export const previewRestore = (name: string) => invoke<RestorePreview>('preview_restore', { name });
export const restore = (name: string, ask: Ask) => invoke<Done>('restore', { name, ask });
export const showInFolder = () => invoke<void>('show_in_folder');
export const openAnother = () => invoke<View>('open_another');
export const dismiss = (code: string) => invoke<View>('dismiss', { code });
export const tryAgain = () => invoke<View>('try_again');
export const uiReady = () => invoke<void>('ui_ready');

/** The book changed elsewhere, or a new day began. */
export const onChanged = (then: () => void) => listen('changed', then);

/** What was refused; a failure of the bridge itself is said in the same shape. */
export function refusalOf(error: unknown): Refusal {
  if (typeof error === 'object' && error !== null && 'message' in error && 'code' in error) return error as Refusal;
  return { code: 'bridge', message: `The window could not reach the book: ${String(error)}. Close Runout and start it again.`, field: null };
}

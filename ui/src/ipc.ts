// The one way to the shell: one function a command, named as the shell names it.
// A refusal arrives as a rejected promise; `refusalOf` reads it.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type {
  ActionEdit, Ask, CheckPreview, CheckReason, Command, Counter, CsvPreview, CsvWish, Done, FirstRun, FirstRunAnswer, FirstRunView, LineView, PlanEventPreview, PlanEventTyped, Refusal, RestorePreview, Setting, StatementQuery, TermsAnswer, TermsWish, TopUp, View,
} from './wire';

/** Only a command that the shell knows by this name. */
const call = <Answer>(command: Command, sent?: Record<string, unknown>) => invoke<Answer>(command, sent);

export type Verdict = 'keeper' | 'reject' | 'failed' | 'none';
export type DayMark = 'none' | 'unlogged' | 'one-off';

export const look = (ask: Ask) => call<View>('look', { ask });
export const readLine = (text: string, caret: number) => call<LineView>('read_line', { text, caret });
export const saveLine = (text: string, service: number, ask: Ask) => call<Done>('save_line', { text, service, ask });
export const editLine = (id: number, text: string, ask: Ask) => call<Done>('edit_line', { id, text, ask });
export const deleteEntries = (ids: number[], ask: Ask) => call<Done>('delete_entries', { ids, ask });
export const judgeEntries = (ids: number[], verdict: Verdict, ask: Ask) => call<Done>('judge_entries', { ids, verdict, ask });
export const tagEntries = (ids: number[], tags: string, ask: Ask) => call<Done>('tag_entries', { ids, tags, ask });
export const refund = (id: number, amount: string | null, ask: Ask) => call<Done>('refund', { id, amount, ask });
export const expectRefund = (id: number, expected: boolean, ask: Ask) => call<Done>('expect_refund', { id, expected, ask });
export const settle = (id: number, amount: string, ask: Ask) => call<Done>('settle', { id, amount, ask });
export const repeat = (id: number, ask: Ask) => call<Done>('repeat', { id, ask });
export const undo = (ask: Ask) => call<Done>('undo', { ask });
export const redo = (ask: Ask) => call<Done>('redo', { ask });
export const previewCheck = (counter: Counter) => call<CheckPreview>('preview_check', { counter });
export const saveCheck = (counter: Counter, reason: CheckReason | null, ask: Ask) => call<Done>('save_check', { counter, reason, ask });
export const firstRunAnswer = (firstRun: FirstRun) => call<FirstRunAnswer>('first_run_answer', { firstRun });
export const start = (firstRun: FirstRun) => call<Done>('start', { firstRun });
export const startSample = () => call<Done>('start_sample');
export const leaveSample = () => call<View>('leave_sample');
export const turnTo = (service: number, ask: Ask) => call<View>('turn_to', { service, ask });
export const newService = () => call<FirstRunView>('new_service');
export const addService = (firstRun: FirstRun, ask: Ask) => call<Done>('add_service', { firstRun, ask });
export const removeService = (service: number, ask: Ask) => call<Done>('remove_service', { service, ask });
export const editTerms = (wish: TermsWish) => call<TermsAnswer>('edit_terms', { wish });
export const changeTerms = (wish: TermsWish, ask: Ask) => call<Done>('change_terms', { wish, ask });
export const withdrawTerms = (from: string, ask: Ask) => call<Done>('withdraw_terms', { from, ask });
export const previewEvent = (event: PlanEventTyped) => call<PlanEventPreview>('preview_event', { event });
export const noteEvent = (event: PlanEventTyped, ask: Ask) => call<Done>('note_event', { event, ask });
export const topUp = (topUp: TopUp, ask: Ask) => call<Done>('top_up', { topUp, ask });
export const voidLot = (lot: string, ask: Ask) => call<Done>('void_lot', { lot, ask });
export const extendLot = (lot: string, date: string, ask: Ask) => call<Done>('extend_lot', { lot, date, ask });
export const markDays = (from: string, to: string, mark: DayMark, ask: Ask) => call<Done>('mark_days', { from, to, mark, ask });
export const editAction = (edit: ActionEdit, ask: Ask) => call<Done>('edit_action', { edit, ask });
export const changeSetting = (setting: Setting, ask: Ask) => call<Done>('change_setting', { setting, ask });
export const exportBook = (format: 'json' | 'csv', ask: Ask) => call<Done>('export_book', { format, ask });
export const exportStatement = (query: StatementQuery, ask: Ask) => call<Done>('export_statement', { query, ask });
export const importBook = (ask: Ask) => call<Done>('import_book', { ask });
export const chooseCsv = () => call<CsvPreview | null>('choose_csv');
export const previewImport = (wish: CsvWish) => call<CsvPreview>('preview_import', { wish });
export const importCsv = (wish: CsvWish, ask: Ask) => call<Done>('import_csv', { wish, ask });
export const backUp = (ask: Ask) => call<Done>('back_up', { ask });
export const previewRestore = (name: string) => call<RestorePreview>('preview_restore', { name });
export const restore = (name: string, ask: Ask) => call<Done>('restore', { name, ask });
export const showInFolder = () => call<void>('show_in_folder');
export const openAnother = () => call<View>('open_another');
export const dismiss = (code: string) => call<View>('dismiss', { code });
export const tryAgain = () => call<View>('try_again');
export const uiReady = () => call<void>('ui_ready');

/** The book changed elsewhere, or a new day began. */
export const onChanged = (then: () => void) => listen('changed', then);

/** What was refused; a failure of the bridge itself is said in the same shape. */
export function refusalOf(error: unknown): Refusal {
  if (typeof error === 'object' && error !== null && 'message' in error && 'code' in error) return error as Refusal;
  return { code: 'bridge', message: `The window could not reach the book: ${String(error)}. Close Runout and start it again.`, field: null };
}

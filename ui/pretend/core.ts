// A made-up shell for looking at the screens in a browser: `npm run pretend`, then `?book=overdrawn&theme=dark`.
// It stands in the place of Tauri's `invoke` in this mode only, and knows nothing of credits.
import type { Ask, Counter, CsvWish, Done, LineView, Screen, View } from '../src/wire';
import { book } from './books';
import { csvPreview } from './csv';
import { frameOf, lookOf, troubles } from './frame';
import { answerOf, firstRun } from './first-run';
import { readLine } from './line';
import { checkPreview, logView } from './log';
import { planView, potPage, termsAnswer } from './plan';
import { pricesView } from './prices';
import { addService, removeService, servicesView, turnTo } from './services';
import { restorePreview, settingsView } from './settings';
import { statementPage } from './statement';
import { todayOf } from './today';

type Arguments = { ask?: Ask; text?: string; counter?: Counter; key?: string; setting?: { key: string; value: string }; service?: number; firstRun?: { service: string | null; left: string; allotment: string; day: string }; code?: string; name?: string; wish?: CsvWish };

let started = book !== 'none';
const asked: string[] = [];
/** How the shell answers from now on: so many milliseconds late, and which commands it refuses, by a part of their name. */
const mood = { slow: 0, refuses: '' };
Object.assign(window, { asked, mood });

function screenOf(ask: Ask): Screen {
  if (book === 'closed') return ask.screen === 'settings' ? { screen: 'settings', view: settingsView() } : { screen: 'closed' };
  if (!started) return { screen: 'first_run', view: firstRun() };
  switch (ask.screen) {
    case 'today': return { screen: 'today', view: todayOf(ask.span) };
    case 'log': return { screen: 'log', view: logView(ask.query) };
    case 'plan': return { screen: 'plan', view: planView(ask.cycle) };
    case 'statement': return { screen: 'statement', view: statementPage(ask.query) };
    case 'pot': return { screen: 'pot', view: potPage(ask.pot) };
    case 'prices': return { screen: 'prices', view: pricesView(ask.hidden) };
    case 'services': return { screen: 'services', view: servicesView() };
    case 'settings': return { screen: 'settings', view: settingsView() };
  }
}

const viewOf = (ask: Ask): View => ({ frame: started && book !== 'closed' ? frameOf() : null, screen: screenOf(ask), troubles: troubles() });

function done(ask: Ask | undefined, words: string, offers: Done['offers'] = 'undo'): Done {
  return { toast: [{ text: words, mark: 'plain' }], offers, entry: 1, view: viewOf(ask ?? { screen: 'today', span: 'cycle' }) };
}

export async function invoke(command: string, sent: Arguments = {}): Promise<unknown> {
  asked.push(`${command} ${JSON.stringify(sent)}`);
  if (mood.slow > 0) await new Promise((resolve) => setTimeout(resolve, mood.slow));
  if (mood.refuses && command.includes(mood.refuses)) throw { code: 'disk_full', message: 'The disk is full, so this is not saved yet.', field: null };
  const { ask } = sent;
  switch (command) {
    case 'look': return viewOf(ask!);
    case 'read_line': return readLine(sent.text!) satisfies LineView;
    case 'save_line':
      if (/refuse/.test(sent.text!)) throw { code: 'disk_full', message: 'The disk is full, so this spend is not saved yet. It stays in the line.', field: null };
      return done(ask, 'Logged LTXV Turbo, 8 s, audio: −165 → 6,097 left. Usual 130 to 210.');
    case 'edit_line':
      if (/refuse/.test(sent.text!)) throw { code: 'line', message: 'Name the action first, then what it took.', field: null };
      return done(ask, 'Changed LTXV Turbo, 8 s, audio.');
    case 'preview_check': return checkPreview(sent.counter!);
    case 'edit_terms': return termsAnswer();
    case 'preview_restore': return restorePreview(sent.name!);
    case 'choose_csv': return csvPreview(null);
    case 'preview_import': return csvPreview(sent.wish!);
    case 'import_csv': {
      const unanswered = csvPreview(sent.wish!).questions.find(({ chosen }) => chosen === null);
      if (unanswered) throw { code: 'csv_asks', message: unanswered.words, field: unanswered.field };
      return done(ask, 'Imported 412 spends from usage.csv: 3,012 left.');
    }
    case 'first_run_answer': return answerOf(sent.firstRun!);
    case 'start': case 'start_sample': started = true; return done(undefined, '', null);
    case 'turn_to': turnTo(sent.service!); return viewOf(ask!);
    case 'new_service': return firstRun();
    case 'add_service': addService(sent.firstRun!.service ?? 'Runway'); return done(ask, 'Runway begins: 500 left.');
    case 'remove_service': removeService(sent.service!); return done(ask, 'Removed Runway.');
    case 'leave_sample': case 'open_another': case 'dismiss': case 'try_again': return viewOf({ screen: 'today', span: 'cycle' });
    case 'undo': return done(ask, 'Undone: logged LTXV Turbo.', 'redo');
    case 'redo': return done(ask, 'Redone: logged LTXV Turbo.');
    case 'change_setting': lookOf(sent.setting!); return done(ask, 'Changed.');
    case 'ui_ready': case 'show_in_folder': return undefined;
    default: return done(ask, `Done: ${command.replaceAll('_', ' ')}.`);
  }
}

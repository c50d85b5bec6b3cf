import type { CheckPreview, Counter, LogQuery, LogRow, LogView } from '../src/wire';
import { asked, book, fact, figure, lapse, plain, quiet } from './books';

const actions = [['LTXV Turbo', '8 s, audio', 165], ['Nano Banana', '', 294], ['LTXV Turbo', '5 s', 340], ['Veo 3 Fast', '8 s', 1750], ['Veo 3', '8 s, audio', 5400], ['Flux Kontext', '', 168], ['Image style', '', 36]] as const;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayWords(date: Date, back: number): string {
  const words = `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  return back === 0 ? `Today, ${words}` : back === 1 ? `Yesterday, ${words}` : words;
}

/** `?rows=100000` makes that many. */
function rowsOf(many: number): LogRow[] {
  const rows: LogRow[] = [];
  let left = 6262;
  for (let back = 0, id = many; rows.length < many; back++) {
    const date = new Date(Date.UTC(2026, 11, 4 - back));
    rows.push({ kind: 'day', date: date.toISOString().slice(0, 10), words: dayWords(date, back), credits: figure(799 + ((back * 131) % 2000)) });
    for (let n = 0; n < 3 + (back % 4); n++, id--) {
      const [action, settings, credits] = actions[(back * 3 + n) % actions.length]!;
      rows.push({
        kind: 'spend', id, time: `${15 - n}:${10 + ((back * 7) % 50)}`, action, settings, count: n % 3 === 1 ? 6 : 1, credits: n === 0 && back === 0 ? `≈ ${credits}` : figure(credits), estimated: n === 0 && back === 0,
        left: figure(left), tags: [back % 2 ? 'teaser' : 'recap'], note: '', state: back === 1 && n === 2 ? 'refunded' : 'charged', verdict: action.startsWith('Veo') ? 'keeper' : null, line: `${action} ${settings.replace(' s', 's').replace(',', '')} ${credits}`.replace('  ', ' '), paid: `Monthly ${figure(credits)}`,
      });
      left += credits;
    }
    if (back === 3) rows.push({ kind: 'check', id: id--, time: '18:20', words: 'Balance check: LTX Studio showed 9,766', difference: '−312', left: '9,766', since: '312 unlogged since Fri 27 Nov' });
    if (back === 19) rows.push({ kind: 'event', id: null, time: '00:00', words: [plain('Renewal: +28,000, '), lapse('2,058 lapsed')], credits: '+28,000', left: '28,000', state: 'expected, not confirmed', renewal: '2026-11-15 00:00', not_come: false });
    if (back === 25) rows.push({ kind: 'event', id: id--, time: '12:00', words: [plain('Top-up of 5,000, ends Wed 3 Feb')], credits: '+5,000', left: figure(left), state: '', renewal: null, not_come: false });
  }
  if (asked.has('hostile')) rows.splice(1, 0, ...hostile());
  return rows;
}

/** `?hostile` puts in what people and machines paste: markup, other directions, what has no end. */
function hostile(): LogRow[] {
  const spend = (id: number, part: Partial<LogRow & { kind: 'spend' }>): LogRow => ({
    kind: 'spend', id, time: '15:59', action: 'Veo 3', settings: '8 s', count: 12, credits: '987,654,321', estimated: false, left: '1,204,118,400', tags: [], note: '', state: 'charged', verdict: null, line: 'veo3 8s 987654321', paid: 'Monthly 4,000, Top-ups 1,400, 120 not covered', ...part,
  });
  return [
    spend(900001, { note: '<img src=x onerror=alert(1)> <b>bold</b>', tags: ['<i>tag</i>'] }),
    spend(900002, { action: 'مقطع فيديو', settings: 'صوت', note: 'ملاحظة من اليمين إلى اليسار \u202e123', tags: ['وسم'], time: '' }),
    spend(900003, { action: 'A name that someone pasted and that goes on and on and on beyond every column there is', tags: ['a-tag-that-is-longer-than-its-column', 'second', 'third'], note: 'n'.repeat(2000), state: 'refund_expected', credits: '≈ 1,204,118,400.25', estimated: true }),
    spend(900004, { action: '–', settings: '', credits: '0', count: 1, verdict: 'failed', tags: ['teaser'], state: 'part_refunded' }),
  ];
}

let all: LogRow[] | null = null;

export function logView(query: LogQuery): LogView {
  all ??= rowsOf(Number(asked.get('rows') ?? 400));
  const empty = book === 'new';
  const wanted = query.text.toLowerCase();
  const rows = empty ? [] : wanted === '' ? all : all.filter((row) => row.kind === 'spend' && `${row.action} ${row.settings} ${row.tags.join(' ')} ${row.note}`.toLowerCase().includes(wanted));
  const monthStarts = rows.flatMap((row, at) => (row.kind === 'day' && (at === 0 || row.date.endsWith('-30')) ? [{ words: `${months[Number(row.date.slice(5, 7)) - 1]} ${row.date.slice(0, 4)}`, row: at }] : []));
  return { query, summary: 'This cycle: 39 spends, 21,426 credits, and 312 unlogged', total: rows.length, empty, rows: rows.slice(query.offset, query.offset + query.limit), months: monthStarts };
}

export function checkPreview({ amount }: Counter): CheckPreview {
  const unasked = { has: '6,262', pots: ['Monthly', 'Top-ups'], question: null, offers: [], outcome: [], narrows: null };
  const shown = Number(amount.replaceAll(',', ''));
  if (amount.trim() === '') return { ...unasked, shown: null, refusal: null, words: [], side: null };
  if (!(shown >= 0)) return { ...unasked, shown: null, refusal: { code: 'amount', message: 'An amount like 4,252.', field: 'amount' }, words: [], side: null };
  const missing = 6262 - shown;
  if (missing === 0) return { ...unasked, shown, refusal: null, words: [plain('The same as Runout.')], side: 'equal', narrows: 'Checking now narrows the run-out from 9 days to 3' };
  const question = 'What was it, most likely?';
  if (missing < 0) return {
    ...unasked, shown, refusal: null, words: [fact(figure(-missing)), plain(' more than Runout has.')], side: 'more', question, narrows: null,
    offers: [
      { words: 'The renewal came early', meaning: 'It was due on Tue 15 Dec. The new cycle counts from now.', chance: null, reason: { kind: 'came_early' } },
      { words: 'A refund of Veo 3 Fast, 8 s of Thu 3 Dec, 14:05', meaning: `${figure(-missing)} came back, to the lot that paid`, chance: null, reason: { kind: 'refund', of: 7 } },
      { words: 'A grant', meaning: `${figure(-missing)}, as a lot of its own`, chance: null, reason: { kind: 'grant' } },
    ],
    outcome: [plain('I do not know yet.'), quiet(' It is kept as it is, and does not outlive the renewal. Log a refund or a grant when you know, and the balance stays.')],
  };
  return {
    ...unasked, shown, refusal: null, side: 'less', narrows: 'Checking now narrows the run-out from 9 days to 3',
    words: [plain('Runout has 6,262, so '), fact(figure(missing)), plain(' were not logged since Tue 1 Dec, 18:20.')],
    question,
    offers: [
      { words: '1 Veo 3 Fast, 8 s, and 3 LTXV Turbo, 5 s', meaning: '1,750 + 255, 5 stay unlogged', chance: '45 %', reason: { kind: 'spends', spends: [{ action: 'veo-3-fast', settings: { seconds: '8' }, count: 1, credits: 1750 }, { action: 'ltxv-turbo', settings: { seconds: '5' }, count: 3, credits: 255 }] } },
      { words: '1 Veo 2, 8 s, and 1 Actor', meaning: '900 + 1,100, 10 stay unlogged', chance: '20 %', reason: { kind: 'spends', spends: [{ action: 'veo-2', settings: { seconds: '8' }, count: 1, credits: 900 }, { action: 'actor', settings: {}, count: 1, credits: 1100 }] } },
      { words: '41 Nano Banana', meaning: '2,009, 1 stays unlogged', chance: '5 %', reason: { kind: 'spends', spends: [{ action: 'nano-banana', settings: {}, count: 41, credits: 2009 }] } },
    ],
    outcome: [plain(`Leave all ${figure(missing)} as unlogged. Counts for your pace, never for prices. Log it later, and the balance stays ${figure(shown)}.`)],
  };
}

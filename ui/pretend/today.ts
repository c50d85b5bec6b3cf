// Today in several states of a month; `month.json` is the mock-up's own month, the rest is bent from it.
import type { Cell, Chart, ChartSpan, Span, TodayView } from '../src/wire';
import { book, fact, guess, lapse, plain, quiet, trouble } from './books';
import { chartOf } from './chart';

const list = (head: string, figure: Span[], ...lines: Span[][]): Cell => ({ head, figure, lines, list: true });
const cell = (head: string, figure: Span[], ...lines: string[]): Cell => ({ head, figure, lines: lines.map((words) => [plain(words)]), list: false });
const confirmed = (figure: string, words: string) => ({ spans: [fact(figure), plain(` checked ${words}`)], confirmed: true, from: '2026-12-01' });
const logged = (figure: string, words: string) => ({ spans: [plain('− '), fact(figure), plain(` logged since (${words})`)], confirmed: false, from: '2026-12-01' });
const estimated = { spans: [guess('− ≈ 165 estimated (1)')], confirmed: false, from: '2026-12-04' };

type Story = Pick<TodayView, 'sentence' | 'second' | 'provenance' | 'cells'> & Partial<TodayView>;

const month: Story = {
  sentence: [fact('6,262 left.'), plain(' They may run out from '), guess('Sun 6 Dec'), plain('; at your recent pace they last to '), guess('Sun 13 Dec'), plain(', 2 days before the renewal.')],
  second: [guess('55 %'), plain(' chance that they run out before Tue 15 Dec')],
  provenance: [confirmed('9,766', 'Tue 1 Dec, 18:20'), logged('3,339', '8'), estimated],
  cells: [
    cell('Safe today', [guess('≈ 260')], 'a day, for a 90 % chance to reach Tue 15 Dec. 799 spent today, 540 above it.'),
    cell('Will lapse', [lapse('≈ 1,300')], 'on Tue 15 Dec; 8 in 10 chance: 0 to 4,400. Nothing rolls over.'),
    list('What you can still make', [fact('1 Veo 3 clip'), quiet(' for sure')], [plain('or 3 Veo 3 Fast, a 4th maybe')], [plain('or about 72 LTXV Turbo clips of 5 s')], [plain('or your usual mix for '), guess('9 days')]),
    cell('Pays next', [fact('Monthly')], '6,262 left, ends with Mon 14 Dec. No top-ups.'),
  ],
};

const stories: Record<string, Story> = {
  month,
  gap: { ...month, gap: { words: 'Nothing logged since Mon 23 Nov.', from: '2026-11-24', to: '2026-12-03' } },
  learning: {
    sentence: [fact('24,027 left.'), plain(' By your plan and 3 days of log they may run out from '), guess('Thu 26 Nov'), plain(', or reach the renewal on Tue 15 Dec.')],
    learning: 'learning, 3 of 7 days', second: [plain('70 % of this is a typical person on your plan.')],
    provenance: [confirmed('28,000', 'Sun 15 Nov, 09:00'), logged('3,973', '9')],
    cells: [cell('Safe today', [guess('≈ 390')], 'a day, for a 90 % chance to reach Tue 15 Dec. 236 spent today.'), cell('Will lapse', [lapse('≈ 8,800')], 'on Tue 15 Dec; 8 in 10 chance: 0 to 21,000. Nothing rolls over.'), cell('What you can still make', [guess('6 to 27 Veo 3 clips')], 'or 120 to 480 LTXV clips, by the published prices, which miss often. Log one, and its price is yours.'), cell('Pays next', [fact('Monthly')], '24,027 left, ends with Mon 14 Dec. No top-ups.')],
  },
  new: {
    sentence: [fact('22,600 left.'), plain(' An even pace to the renewal on Tue 15 Dec is '), guess('982 a day'), plain('.')], second: [plain('Log what you make, and this line will say how long they last.')],
    provenance: [{ spans: [plain('Not checked yet. The figure is your log’s.')], confirmed: false, from: null }],
    cells: [cell('Safe today', [quiet('–')], 'Known after the first spends.'), cell('Will lapse', [quiet('–')], 'Known after the first spends.'), cell('What you can still make', [guess('6 to 25 Veo 3 clips')], 'or 110 to 450 LTXV clips, by the published prices, which miss often.'), cell('Pays next', [fact('Monthly')], '22,600 left, ends with Mon 14 Dec. No top-ups.')],
  },
  overdrawn: {
    sentence: [fact('0 left'), plain(', and '), trouble('888 logged beyond it'), plain('. The next credits come on '), fact('Tue 15 Dec'), plain(', in 11 days.')], second: [],
    note: 'LTX Studio cannot have let you spend more than it had. A spend may stand twice, a refund may be missing, or a figure is too high. What its own counter shows settles it.',
    provenance: [confirmed('9,766', 'Tue 1 Dec, 18:20'), logged('10,489', '10'), estimated],
    cells: [cell('Safe today', [fact('0')], 'until Tue 15 Dec.'), cell('Will lapse', [quiet('–')], 'Nothing is left to lapse.'), cell('What you can still make', [fact('Nothing')], 'before Tue 15 Dec. After it: 5 Veo 3 clips for sure, or your usual mix for about 27 days.'), cell('Pays next', [fact('Monthly')], '28,000 on Tue 15 Dec. Your terms forgive what is overdrawn.')],
  },
  empty: {
    sentence: [fact('0 left.'), plain(' The next credits come on '), fact('Tue 15 Dec'), plain(', in 11 days.')], second: [plain('It ran out on Wed 2 Dec. Days without credits do not count as quiet days.')], provenance: [confirmed('0', 'Wed 2 Dec, 19:03')],
    cells: [cell('Safe today', [fact('0')], 'until Tue 15 Dec.'), cell('Will lapse', [quiet('–')], 'Nothing is left to lapse.'), cell('What you can still make', [fact('Nothing')], 'before Tue 15 Dec.'), cell('Pays next', [fact('Monthly')], '28,000 on Tue 15 Dec.')],
  },
  lasting: {
    sentence: [fact('19,800 left.'), plain(' They last to the renewal on Tue 15 Dec, and '), lapse('≈ 9,400 will lapse'), plain(' then.')], second: [plain('Up to '), guess('≈ 1,500 a day'), plain(' would still reach it.')], provenance: [confirmed('21,000', 'Sun 22 Nov, 10:12'), logged('1,200', '4'), { spans: [plain('+ '), fact('1,750'), plain(' refunded')], confirmed: false, from: '2026-12-03' }, { spans: [plain('· give or take 600, as you log about 83 %')], confirmed: false, from: null }],
    cells: [cell('Safe today', [guess('≈ 1,500')], 'a day, for a 90 % chance to reach Tue 15 Dec.'), cell('Will lapse', [lapse('≈ 9,400')], 'on Tue 15 Dec; 8 in 10 chance: 4,100 to 14,000. Nothing rolls over.'), month.cells[2]!, cell('Pays next', [fact('Monthly')], '19,800 left, ends with Mon 14 Dec. Then Top-up of 9 May.')],
  },
  vast: {
    ...month, sentence: [fact('1,204,118,400 left.'), plain(' At your recent pace they last beyond Fri 15 Jan.')], second: [plain('Less than 5 % chance that they run out before.')],
    provenance: [confirmed('1,204,999,999', 'Tue 1 Dec, 18:20'), logged('881,599', '2,104')],
    cells: [cell('Safe today', [guess('≈ 52,000,000')], 'a day, for a 90 % chance to reach Tue 15 Dec.'), ...month.cells.slice(1)],
  },
  decimals: { ...month, sentence: [fact('0.25 left.'), plain(' The next credits come on '), fact('Tue 15 Dec'), plain(', in 11 days.')], provenance: [confirmed('3.00', 'Tue 1 Dec, 18:20'), logged('2.75', '3')] },
};
stories.huge = stories.vast!;

export function todayOf(span: ChartSpan): TodayView {
  const story = stories[book] ?? month;
  const reckoned = ['We replayed your own days 2,000 times, recent weeks more often, weekdays in their place, and let the pace vary as much as it has been uncertain so far.', 'Basis: 53 days, 39 spends this cycle.', 'Your last 6 forecasts: 5 fell within the range.'];
  return { status: statusOf(), learning: null, note: null, gap: null, reckoned: book === 'new' ? [] : reckoned, chart: chartOf(span) satisfies Chart, ...story };
}

function statusOf(): TodayView['status'] {
  return { at: '2026-12-04T16:40:00+01:00', unit: 'credits', decimals: 0, left: 6262, confirmed: { at: '2026-12-01T18:20:00+01:00', shown: 9766 }, logged_since: 3504, unlogged: 312, coverage: { share: 0.83, give_or_take: 600 }, overdrawn: 0, billed: 0, pending: [], cycle: { start: '2026-11-15T00:00:00+01:00', end: '2026-12-15T00:00:00+01:00' }, pots: [], safe_today: 260, will_lapse: [], forecast: null };
}

import type { StatementLine, StatementPage, StatementQuery } from '../src/wire';

const line = (when: string, what: string, credits: string, balance: string): StatementLine => ({ when, what, credits, balance });

const LINES = [
  line('Sun 15 Nov, 00:00', 'Renewal', '+28,000', '28,000'),
  line('Mon 16 Nov, 10:12', 'Spend: Veo 3, 8 s, audio', '−5,400', '22,600'),
  line('Tue 17 Nov, 09:30', 'Refund: Veo 3, 8 s, audio', '+1,750', '24,350'),
  line('Thu 3 Dec, 18:04', 'Spend: LTXV Turbo, 8 s, audio and 2 more', '−17,776', '6,574'),
  line('today, 16:20', 'Not logged, by a balance check', '−312', '6,262'),
];

/** A statement line by line; its newest lines where not all are asked for. */
export function statementPage(query: StatementQuery): StatementPage {
  const earlier = Math.max(0, LINES.length - query.limit);
  return {
    query, words: 'Sun 15 Nov, 00:00 to today, 16:40', pots: ['Monthly', 'Top-ups'], earlier, earlier_words: `${earlier} earlier lines are not shown; the export has them all.`, adds_up: true,
    ranges: [{ value: 'cycle', words: 'this cycle' }, { value: 'before', words: 'the one before' }, { value: 'days', words: 'from a day to a day' }],
    opening: line('Sun 15 Nov, 00:00', 'Opening', '', '0'), lines: LINES.slice(earlier), closing: line('today, 16:40', 'Closing', '', '6,262'),
  };
}

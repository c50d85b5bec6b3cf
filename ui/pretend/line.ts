import type { Chip, LineView } from '../src/wire';
import { fact, guess, plain } from './books';

/** Reads a few words, just enough to look at every part of the panel. */
export function readLine(text: string): LineView {
  const chips: Chip[] = [];
  const add = (kind: Chip['kind'], words: string, rest: string, pattern: RegExp) => {
    const at = text.search(pattern);
    if (at >= 0) chips.push({ kind, words, rest, from: at, to: at + text.match(pattern)![0].length });
  };
  add('action', 'Veo 3', '', /\bveo ?3?\b/i);
  add('new_action', 'Kling 2', 'is new. Enter adds it.', /\bkling\b/i);
  add('setting', '8 s', '', /\b8s\b/);
  add('setting', 'audio', '', /\baudio\b/);
  chips.push({ kind: 'count', words: '× 1', rest: '', from: null, to: null });
  const credits = text.match(/\b\d{3,7}\b/);
  if (credits) chips.push({ kind: 'credits', words: Number(credits[0]).toLocaleString('en-US'), rest: '', from: credits.index!, to: credits.index! + credits[0].length });
  add('tag', '#teaser', '', /#teaser/);
  chips.push({ kind: 'when', words: 'now', rest: 'Fri 4 Dec, 16:40', from: null, to: null });
  const priced = /\bveo/i.test(text);
  if (priced && !credits) chips.push({ kind: 'offered', words: '≈ 5,400', rest: 'offered, type over it', from: null, to: null });
  add('note', 'sunset', 'goes to the note', /sunset/);
  const cost = credits ? Number(credits[0]) : 5400;
  const empty = text.trim() === '';
  return {
    text, chips: empty ? [] : chips, refusal: /bad/.test(text) ? { code: 'line', message: '“bad” is neither an action nor an amount. Name the action first.', field: null } : null,
    offered: priced && !credits ? '5400' : null,
    usually: priced ? {
      estimate: { action: 'Veo 3', count: 1, low: 5000, mid: 5400, high: 5400, n: 4, source: 'own', left_after: { low: 860, mid: 860, high: 1300 }, chance_covered: 0.97 },
      figure: [guess('≈ 5,400')], words: '5,000 to 5,400 in 4 of yours. Published: 875 to 3,500.', strip: { published: [875, 3500], range: [5000, 5400], own: [5400, 5000, 5400, 5400] },
    } : null,
    leaves: empty ? null : { figure: [credits ? fact((6262 - cost).toLocaleString('en-US').replace('-', '−')) : guess('≈ 860')], words: [plain('860 to 1,300, almost certain to be covered.')] },
    then: empty ? [] : [plain('They may run out '), guess('today'), plain('; at your recent pace they last to '), guess('Sun 6 Dec'), plain(', not Sun 13 Dec.')],
    remark: cost > 6262 ? [plain(`${(cost - 6262).toLocaleString('en-US')} more than Runout has. Enter saves it all the same.`)] : null,
    question: null, completions: /v$/.test(text) ? ['Veo 3', 'Veo 3 Fast', 'Veo 2', 'LTXV Turbo'].map((words) => ({ words, line: text.replace(/\S*$/, `${words} `) })) : [],
    tab: /veo\b/.test(text) ? { words: 'Veo 3 Fast', line: text.replace(/veo3?/, 'veo 3 fast') } : null,
    saves: !empty && !/bad/.test(text), estimated: !credits,
  };
}

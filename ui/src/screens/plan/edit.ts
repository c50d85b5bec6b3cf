import type { TermsPart, TermsPiece, TermsSentence, TermsWish } from '../../wire';

/** From when a change holds: an instant by name, or a date as typed. */
export interface When {
  from: 'now' | 'next' | 'correct' | 'date';
  date: string;
}

/** How the allotment of a cycle that runs already changes. */
export const MODES = [
  { value: 'difference', words: 'add the difference' },
  { value: 'up_to', words: 'top up to it' },
  { value: 'full', words: 'a full grant, and the renewal moves' },
  { value: 'prorate', words: 'prorated for the rest of the cycle' },
  { value: 'both', words: 'both live on' },
] as const;

/** What is sent with a draft. A date that is not typed yet is left for later: so long, the draft is looked at as from now. */
export function wishOf(document: string, edit: TermsWish['edit'], when: When, mode: string): TermsWish {
  const from = when.from === 'date' ? when.date.trim() || 'now' : when.from;
  return { document, edit: edit ?? null, from, mode };
}

/** The part in which a field stands. */
export function partOf(parts: readonly TermsPart[], path: string): TermsPart | undefined {
  return parts.find((part) => part.sentences.some((sentence) => has(sentence, path)));
}

/** Whether a field stands where it is folded away. */
export function isFolded(part: TermsPart, path: string): boolean {
  return part.sentences.some((sentence) => sentence.usual && has(sentence, path));
}

function has(sentence: TermsSentence, path: string): boolean {
  return sentence.pieces.some((piece) => piece.piece === 'field' && piece.path === path);
}

/** The sentences that are shown: what is usual only where it was asked for. */
export function shown(part: TermsPart, more: boolean): TermsSentence[] {
  return more ? part.sentences : part.sentences.filter((sentence) => !sentence.usual);
}

const MARKS = /^[.,;:]+/;

/** The marks that stand right after a value: no line begins with them. */
export function marksAfter(pieces: readonly TermsPiece[], at: number): string {
  const next = pieces[at + 1];
  return next?.piece === 'words' ? (MARKS.exec(next.text)?.[0] ?? '') : '';
}

/** Words without the marks that were said with the value before them. */
export function afterMarks(pieces: readonly TermsPiece[], at: number): string {
  const piece = pieces[at];
  if (piece?.piece !== 'words') return '';
  return pieces[at - 1]?.piece === 'field' ? piece.text.replace(MARKS, '') : piece.text;
}

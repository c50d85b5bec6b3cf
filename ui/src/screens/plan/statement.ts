import type { CycleStatement, Span } from '../../wire';

/** A row over all cycles that are shown; null where a cycle has no such row. */
export interface StatementLine {
  words: string;
  figures: (Span | null)[];
}

/** Puts the rows of several statements side by side, in the order in which they stand in the statements. */
export function sideBySide(statements: readonly CycleStatement[]): StatementLine[] {
  const words: string[] = [];
  for (const { rows } of statements) {
    rows.forEach((row, at) => {
      if (words.includes(row.words)) return;
      const before = rows[at - 1]?.words;
      words.splice(before === undefined ? 0 : words.indexOf(before) + 1, 0, row.words);
    });
  }
  return words.map((word) => ({ words: word, figures: statements.map(({ rows }) => rows.find((row) => row.words === word)?.figure ?? null) }));
}

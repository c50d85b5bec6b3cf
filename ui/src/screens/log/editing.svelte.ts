import type { LogQuery, LogRow } from '../../wire';
import type { LineStart } from './deeds';
import { idOf, type LogRows } from './rows.svelte';

/** A row that is being edited: its entry, what is typed, and where it was found. */
export interface Editing {
  id: number;
  text: string;
  /** The row's own words when the edit began. */
  from: string;
  /** The row that it stands in. */
  row: number;
  /** Which rows were looked at. */
  question: string;
}

/** Which rows a query looks at, whatever page of them. */
export const questionOf = ({ range, text }: LogQuery): string => `${range} ${text}`;

/** The row of the log that is being edited. It stays open while other screens are looked at. */
class Edit {
  open = $state.raw<Editing | null>(null);

  begin({ id, text }: LineStart, from: string, row: number, question: string) {
    this.open = { id, text, from, row, question };
  }

  /** The text is kept here, so that a row that is drawn anew goes on with what was typed. */
  type(text: string) {
    if (this.open) this.open = { ...this.open, text };
  }

  leave() {
    this.open = null;
  }

  /** Whether this is the row that is edited. */
  isOf(row: LogRow | undefined): boolean {
    return this.open !== null && this.open.id === idOf(row);
  }

  /** The log is looked at again, or for other rows: the edit goes on where its row is among them as it was. */
  resume(rows: LogRows, question: string) {
    if (this.open === null) return;
    const row = rows.find(this.open.id, 0);
    // A row of the same question that is not here yet is followed when it comes.
    const goesOn = row === undefined ? this.open.question === question : lineOf(rows.at(row)) === this.open.from;
    this.open = goesOn ? { ...this.open, row: row ?? this.open.row, question } : null;
  }

  /** Rows came or went: the edit moves with its row, and ends with it. */
  follow(rows: LogRows) {
    if (this.open === null) return;
    const row = rows.find(this.open.id, this.open.row);
    if (row === undefined) this.open = rows.isHere(this.open.row) ? null : this.open;
    else if (row !== this.open.row) this.open = { ...this.open, row };
  }
}

const lineOf = (row: LogRow | undefined): string | null => (row?.kind === 'spend' ? row.line : null);

export const edit = new Edit();

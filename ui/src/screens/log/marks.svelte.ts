import type { LogRow } from '../../wire';
import { idOf, type LogRows } from './rows.svelte';

/** The rows that are selected together, by their entries. What is no entry cannot be among them. */
export class Marks {
  #rows = $state.raw<ReadonlyMap<number, LogRow>>(new Map());
  /** What was selected when a stretch began, and the row it began at. */
  #before: ReadonlyMap<number, LogRow> = new Map();
  #from: number | null = null;

  get size(): number {
    return this.#rows.size;
  }

  get all(): LogRow[] {
    return [...this.#rows.values()];
  }

  has(row: LogRow | undefined): boolean {
    const id = idOf(row);
    return id !== null && this.#rows.has(id);
  }

  /** Selects a row besides the others, or lets go of it. */
  toggle(row: LogRow | undefined): void {
    const id = idOf(row);
    if (!row || id === null) return;
    const rows = new Map(this.#rows);
    if (!rows.delete(id)) rows.set(id, row);
    this.#rows = rows;
    this.settle();
  }

  /** Selects all from where the stretch began to a row; going back lets go of the last ones. */
  stretch(from: number, to: number, log: LogRows): void {
    if (this.#from === null) {
      this.#from = from;
      this.#before = this.#rows;
    }
    const rows = new Map(this.#before);
    for (let at = Math.min(this.#from, to); at <= Math.max(this.#from, to); at += 1) {
      const row = log.at(at);
      const id = idOf(row);
      if (row && id !== null) rows.set(id, row);
    }
    this.#rows = rows;
  }

  /** The stretch ends where it is: the next one begins anew. */
  settle(): void {
    this.#from = null;
  }

  clear(): void {
    this.#rows = new Map();
    this.settle();
  }

  /** After a change the rows say something else. */
  renew(log: LogRows, near: number): void {
    if (this.#rows.size === 0) return;
    const renewed = (id: number, row: LogRow) => log.at(log.find(id, near) ?? -1) ?? row;
    this.#rows = new Map([...this.#rows].map(([id, row]) => [id, renewed(id, row)]));
  }
}

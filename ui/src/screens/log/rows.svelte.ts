import { refusalOf } from '../../ipc';
import type { LogRow, LogView, Refusal } from '../../wire';

/** How many rows are asked for at a time; the shell gives up to 500. */
export const PAGE = 200;

/** So many rows may come or go above an entry before it counts as moved away. */
const NEAR = 50;

/** Answers a page of the log. */
export type Ask = (offset: number, limit: number) => Promise<LogView>;

/** The entry that a row is; null for what is none, and for a row that is not here. */
export const idOf = (row: LogRow | undefined): number | null => (row && row.kind !== 'day' ? row.id : null);

/**
 * The rows of a log that is too long to hold: pages are asked for as they come into view, one request at a time, so
 * that pages flown past on a long scroll are never asked for. After a change the old rows stay in sight until the new
 * ones are here; an answer to an older question is dropped.
 */
export class LogRows {
  #pages = new Map<number, readonly LogRow[]>();
  #fresh = new Set<number>();
  #wanted = { first: 0, last: 0 };
  #asking = false;
  #generation = 0;
  #words = '';
  #total = 0;
  /** Counted up with every page that arrives, so that what reads `at` is drawn anew. */
  #arrivals = $state(0);
  /** The most characters that a figure of the column was seen to have. */
  longest = $state.raw({ credits: 0, left: 0 });
  /** Why the last page that was asked for could not be had. */
  refusal = $state.raw<Refusal | null>(null);
  #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Takes a whole new view: what it holds is fresh, everything else is asked for again when it is seen. */
  take(view: LogView) {
    const words = `${view.query.range} ${view.query.text}`;
    if (words !== this.#words) this.#pages.clear();
    this.#words = words;
    this.#total = view.total;
    this.#generation += 1;
    this.#asking = false;
    this.refusal = null;
    this.#fresh.clear();
    this.#keep(view);
  }

  /** The row, if it is here. */
  at(row: number): LogRow | undefined {
    void this.#arrivals;
    return this.#pages.get(Math.floor(row / PAGE))?.[row % PAGE];
  }

  /** The head of the day that the row stands in, as far as it is here. */
  dayOf(row: number): (LogRow & { kind: 'day' }) | null {
    for (let at = row; at >= 0 && row - at < PAGE * 2; at -= 1) {
      const found = this.at(at);
      if (!found) return null;
      if (found.kind === 'day') return found;
    }
    return null;
  }

  /** Whether the rows around this one are here as they are now: who is not found among them is none. */
  isHere(row: number): boolean {
    void this.#arrivals;
    const pages = [row - NEAR, row, row + NEAR].map((at) => Math.floor(Math.min(Math.max(at, 0), this.#total - 1) / PAGE));
    return this.#total <= 0 || pages.every((page) => this.#fresh.has(page));
  }

  /** Where an entry stands, if it is here near a row that it stood at. */
  find(entry: number, near: number): number | undefined {
    for (let away = 0; away < PAGE; away += 1) {
      for (const at of [near + away, near - away]) if (idOf(this.at(at)) === entry) return at;
    }
    return undefined;
  }

  /** Says which rows are in sight, and asks for those that are missing. */
  want(first: number, last: number) {
    this.#wanted = { first, last };
    void this.#next();
  }

  /** Asks again for what could not be had. */
  again() {
    this.refusal = null;
    void this.#next();
  }

  #missing(): number | undefined {
    const { first, last } = this.#wanted;
    for (let page = Math.floor(first / PAGE); page * PAGE < last; page += 1) {
      if (!this.#fresh.has(page)) return page;
    }
    return undefined;
  }

  async #next(): Promise<void> {
    const page = this.#missing();
    if (this.#asking || page === undefined) return;
    const generation = this.#generation;
    this.#asking = true;
    const [view, refusal] = await this.#answer(page);
    if (generation !== this.#generation) return;
    this.#asking = false;
    this.refusal = refusal;
    if (!view) return;
    this.#keep(view, page);
    await this.#next();
  }

  async #answer(page: number): Promise<[LogView | null, Refusal | null]> {
    try {
      return [await this.#ask(page * PAGE, PAGE), null];
    } catch (error) {
      return [null, refusalOf(error)];
    }
  }

  /** Keeps a page. A page that came back empty is kept too, or it would be asked for again and again. */
  #keep(view: LogView, page = Math.floor(view.query.offset / PAGE)) {
    if (view.query.offset % PAGE !== 0) return;
    this.#pages.set(page, view.rows);
    this.#fresh.add(page);
    this.#arrivals += 1;
    this.#measure(view.rows);
  }

  #measure(rows: readonly LogRow[]) {
    let { credits, left } = this.longest;
    for (const row of rows) {
      credits = Math.max(credits, row.kind === 'check' ? row.difference.length : row.credits.length);
      left = Math.max(left, row.kind === 'day' ? 0 : row.left.length);
    }
    if (credits > this.longest.credits || left > this.longest.left) this.longest = { credits, left };
  }
}

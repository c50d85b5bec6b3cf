// The quick-entry line: what is typed, what was understood of it, and what is offered behind it.
// The text stays until it is saved or cleared, also while other screens are looked at.
import * as ipc from './ipc';
import type { LineView, Refusal } from './wire';

export const lineId = 'line';

class QuickEntry {
  /** What was typed, without what is offered. */
  text = $state('');
  /** What was understood of it; an answer to an older text is dropped. */
  view = $state.raw<LineView | null>(null);
  /** The offered estimate as it stands selected behind the text, with its space. */
  offered = $state('');
  /** Why the last Enter was refused. */
  refusal = $state.raw<Refusal | null>(null);
  /** What Esc cleared, until something else is typed: Ctrl Z brings it back. */
  cleared = $state('');

  /** Whether an estimate may be put behind the text: not while something is being deleted or edited in its middle. */
  #mayOffer = false;
  #caret = 0;

  /** Something was typed. */
  type(text: string, caret: number, mayOffer: boolean): void {
    this.text = text;
    this.offered = '';
    this.refusal = null;
    if (text !== '') this.cleared = '';
    this.#mayOffer = mayOffer && caret === text.length && text.trim() !== '';
    this.#caret = caret;
    void this.#read(caret);
  }

  /** One question at a time: while one is under way, only the newest text waits. */
  #asking = false;

  async #read(caret: number): Promise<void> {
    const asked = this.text;
    if (asked.trim() === '') this.view = null;
    if (asked.trim() === '' || this.#asking) return;
    this.#asking = true;
    try {
      const view = await ipc.readLine(asked, caret);
      if (asked === this.text) this.#understood(view);
    } catch (error) {
      if (asked === this.text) this.refusal = ipc.refusalOf(error);
    } finally {
      this.#asking = false;
    }
    if (asked !== this.text) await this.#read(this.#caret);
  }

  #understood(view: LineView): void {
    this.view = view;
    if (this.#mayOffer && view.offered) this.offered = (this.text.endsWith(' ') ? '' : ' ') + view.offered;
  }

  /** Reads the text anew, when the book changed below it. */
  again(): void {
    if (this.text !== '') void this.#read(this.#caret);
  }

  /** Another service lies open: what was understood and offered is of the former one. */
  turned(): void {
    this.offered = '';
    this.view = null;
    this.again();
  }

  clear(): void {
    this.cleared = this.text;
    this.type('', 0, false);
  }

  bringBack(): void {
    this.type(this.cleared, 0, false);
  }

  /** Takes the text out of the line, to save it: what is typed from now on is the next spend. */
  take(): string {
    const { text } = this;
    this.type('', 0, false);
    this.forget();
    return text;
  }

  /** Puts a text back that could not be saved, in front of what was typed since. */
  putBack(text: string, refusal: Refusal): void {
    const both = this.text.trim() === '' ? text : `${text} ${this.text}`;
    this.type(both, both.length, false);
    this.refusal = refusal;
  }

  /** What was cleared does not come back: Ctrl Z belongs to what was done since. */
  forget(): void {
    this.cleared = '';
  }
}

export const line = new QuickEntry();

const field = () => document.getElementById(lineId) as HTMLInputElement | null;

export function focusLine(): void {
  field()?.focus();
  if (line.offered === '') field()?.select();
}

/** Takes the focus off the line, whose panel would lie over what is gone to. */
export function leaveLine(): void {
  if (document.activeElement === field()) field()?.blur();
}

/** Esc outside the line clears what was left in it, where nothing else has a use for Esc. */
export function clearLeftLine(): boolean {
  const elsewhere = document.activeElement !== document.body && !document.activeElement?.matches('h1');
  if (line.text === '' || elsewhere) return false;
  line.clear();
  return true;
}

/** Ctrl Z brings the cleared text back before it undoes anything in the book. */
export function bringBackLine(): boolean {
  if (line.cleared === '') return false;
  line.bringBack();
  field()?.focus();
  return true;
}

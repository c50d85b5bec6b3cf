import * as ipc from '../../ipc';
import type { Refusal, TermsAnswer, TermsEdit, TermsView } from '../../wire';
import { isFolded, partOf, wishOf, type When } from './edit';

const NOW: When = { from: 'now', date: '' };

/** The change of the terms that is being thought over. It stays while other screens are looked at. */
class TermsDraft {
  /** What the shell answered last; none while nothing was edited. */
  answer = $state.raw<TermsAnswer | null>(null);
  when = $state.raw<When>(NOW);
  mode = $state('difference');
  /** Whether the date is asked for before anything else was changed. */
  asking = $state(false);
  /** The field that is open, by its path. */
  open = $state<string | null>(null);
  /** The parts whose usual sentences are unfolded, by their paths. */
  unfolded = $state.raw<readonly string[]>([]);
  /** What saving refused. */
  refusal = $state.raw<Refusal | null>(null);
  #of = '';
  #service = '';
  #turn = 0;
  /** Edits go one after another: each is made to what the one before it left. */
  #last: Promise<unknown> = Promise.resolve();

  /** The plan is looked at again: a draft goes on only over the service and the terms that it began from. */
  resume(terms: TermsView, service: string) {
    if (this.#of !== terms.document || this.#service !== service) this.leave();
    this.#of = terms.document;
    this.#service = service;
  }

  /** Whether there is something to save. */
  get changed(): boolean {
    return this.answer?.changed ?? false;
  }

  get undated(): boolean {
    return this.when.from === 'date' && this.when.date.trim() === '';
  }

  get document(): string {
    return this.answer?.terms.document ?? this.#of;
  }

  /** What would be saved. */
  get wish() {
    return wishOf(this.document, null, this.when, this.mode);
  }

  /** Edits one field; what is refused is answered, so that the field can say it. */
  edit(path: string, typed: string): Promise<Refusal | null> {
    return this.#ask({ path, typed });
  }

  /** From when, and how: what would follow is looked at anew. */
  hold(when: When, mode: string) {
    this.when = when;
    this.mode = mode;
    if (this.answer) void this.#ask(null);
  }

  /** Asks for the date first: the provider's new rules, or another plan, from a day on. */
  askFromADate() {
    this.asking = true;
    this.hold({ from: 'date', date: '' }, this.mode);
  }

  unfold(path: string, more: boolean) {
    this.unfolded = more ? [...this.unfolded, path] : this.unfolded.filter((one) => one !== path);
  }

  leave() {
    this.#turn += 1;
    this.answer = null;
    this.when = NOW;
    this.mode = 'difference';
    this.asking = false;
    this.open = null;
    this.refusal = null;
  }

  #ask(edit: TermsEdit | null): Promise<Refusal | null> {
    const turn = this.#turn;
    const asked = this.#last.then(() => this.#answered(edit, turn));
    this.#last = asked;
    return asked;
  }

  async #answered(edit: TermsEdit | null, turn: number): Promise<Refusal | null> {
    try {
      const answer = await ipc.editTerms(wishOf(this.document, edit, this.when, this.mode));
      if (turn !== this.#turn) return null;
      this.refusal = null;
      this.answer = answer;
      if (answer.next) this.#openNext(answer.next);
      return edit && answer.refusal?.field === edit.path ? answer.refusal : null;
    } catch (error) {
      const refusal = ipc.refusalOf(error);
      if (turn === this.#turn) this.refusal = refusal;
      return edit ? refusal : null;
    }
  }

  #openNext(path: string) {
    const part = partOf(this.answer?.terms.parts ?? [], path);
    if (part && isFolded(part, path) && !this.unfolded.includes(part.path)) this.unfold(part.path, true);
    this.open = path;
  }
}

export const draft = new TermsDraft();

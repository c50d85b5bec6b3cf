// A question with one field, in a dialog: what a reserved spend took, how much came back, which tag.
import { desk } from './desk.svelte';
import type { Ask, Done } from './wire';

export interface Question {
  title: string;
  label: string;
  /** The field's name, as a refusal names it. */
  field: string;
  value: string;
  hint: string;
  verb: string;
  run: (typed: string, ask: Ask) => Promise<Done>;
}

class Asking {
  question = $state.raw<Question | null>(null);
  /** What is done once it was answered. */
  #then: () => void = () => undefined;

  put(question: Question, then: () => void = () => undefined): void {
    this.question = question;
    this.#then = then;
    desk.dialog = 'asking';
  }

  answered(): void {
    desk.dialog = null;
    this.#then();
  }
}

export const asking = new Asking();

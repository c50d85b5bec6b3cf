import type { TermsFields } from '../../wire';
import type { Draft, When } from './edit';

const NOW: When = { from: 'now', date: '' };

/** The change of the terms that is being thought over. It stays while other screens are looked at. */
class TermsDraft {
  fields = $state.raw<Draft>({});
  when = $state.raw<When>(NOW);
  mode = $state('difference');
  /** Whether the date is asked for before anything else was changed. */
  asking = $state(false);
  #of = '';

  /** The plan is looked at again: a draft goes on only over the terms that it began from. */
  resume(terms: TermsFields) {
    const of = JSON.stringify(terms);
    if (this.#of !== of) this.leave();
    this.#of = of;
  }

  change(field: keyof TermsFields, value: string | boolean) {
    this.fields = { ...this.fields, [field]: value };
  }

  /** Asks for the date first: the provider's new rules, or another plan, from a day on. */
  askFromADate() {
    this.asking = true;
    this.when = { from: 'date', date: '' };
  }

  leave() {
    this.fields = {};
    this.when = NOW;
    this.mode = 'difference';
    this.asking = false;
  }
}

export const draft = new TermsDraft();

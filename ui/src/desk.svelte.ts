// What the window shows now: whole views from the shell, and nothing that outlives them.
import * as ipc from './ipc';
import { line } from './line.svelte';
import type { Ask, Counter, Done, Offer, Refusal, Screen, Span, View } from './wire';

export type DialogName = 'check' | 'keys' | 'commands' | 'import' | 'service' | 'event' | 'asking';
export type ToastWords = { spans: Span[]; offers: Offer | null };
export type ScreenName = Ask['screen'];

/** What a screen asks for when it is entered by its name. */
export const entrance: Record<ScreenName, Ask> = {
  today: { screen: 'today', span: 'cycle' },
  log: { screen: 'log', query: { text: '', range: 'cycle', offset: 0, limit: 200 } },
  plan: { screen: 'plan', cycle: 0 },
  // A pot is chosen on the plan.
  pot: { screen: 'plan', cycle: 0 },
  // So is a statement.
  statement: { screen: 'plan', cycle: 0 },
  prices: { screen: 'prices', hidden: false },
  services: { screen: 'services' },
  settings: { screen: 'settings' },
};

/** Which of the rail's places a screen belongs to. */
export const placeOf = (screen: ScreenName): ScreenName => entrance[screen].screen;

/** From so many milliseconds on, waiting is noticed. */
const noticed = 400;

class Desk {
  /** The newest view; none before the first answer. */
  view = $state.raw<View | null>(null);
  /** What is wanted now. */
  ask = $state.raw<Ask>(entrance.today);
  /** What was done last, while it is said. */
  toast = $state.raw<ToastWords | null>(null);
  /** A refusal that belongs to no field. */
  refusal = $state.raw<Refusal | null>(null);
  /** The dialog that is open. */
  dialog = $state<DialogName | null>(null);
  /** The balance check that was left for something else: it stands there when one comes back. */
  counter = $state<Counter>({ amount: '', on: '', pot: null });
  /** Whether an answer is awaited for longer than one would not notice. */
  slow = $state(false);

  #asked = 0;
  #shown = 0;
  /** What the view that is shown answers. */
  #stands: Ask = entrance.today;

  /** Looks at something, or again at the same; an answer that a newer one has overtaken is dropped. */
  async look(ask: Ask = this.ask): Promise<void> {
    const moves = ask !== this.ask;
    this.ask = ask;
    const turn = this.#asked + 1;
    const refusal = await this.#answer(ipc.look(ask), (view) => view);
    const overtaken = turn !== this.#asked;
    if (refusal && overtaken) return;
    if (refusal || moves) this.refusal = refusal;
    // The page stays where it was, and so does what is wanted.
    if (refusal) this.ask = this.#stands;
  }

  /** Carries out a command; what it refuses is returned, so that the field it belongs to can say it. */
  async carryOut(command: (ask: Ask) => Promise<Done>): Promise<Refusal | null> {
    return this.#answer(command(this.ask), (done) => {
      line.forget();
      if (done.toast.length > 0) this.toast = { spans: done.toast, offers: done.offers };
      return done.view;
    });
  }

  /** Like `carryOut`, for buttons and keys without a field: a refusal is said in a bar. */
  async press(command: (ask: Ask) => Promise<Done>): Promise<boolean> {
    this.refusal = await this.carryOut(command);
    return this.refusal === null;
  }

  /** A command that answers with a view alone: opening another book, trying again, dismissing. */
  async turnTo(command: () => Promise<View>, ask: Ask = this.ask): Promise<void> {
    this.ask = ask;
    this.refusal = await this.#answer(command(), (view) => view);
    if (this.refusal) this.ask = this.#stands;
  }

  async #answer<Answer>(answer: Promise<Answer>, viewOf: (answer: Answer) => View): Promise<Refusal | null> {
    const turn = ++this.#asked;
    const patience = setTimeout(() => (this.slow = turn === this.#asked), noticed);
    try {
      this.#show(viewOf(await answer), turn);
      return null;
    } catch (error) {
      return ipc.refusalOf(error);
    } finally {
      clearTimeout(patience);
      if (turn === this.#asked) this.slow = false;
    }
  }

  #show(view: View, turn: number): void {
    if (turn < this.#shown) return;
    this.#shown = turn;
    const wanted = turn === this.#asked || fits(view.screen, this.ask) || this.view === null;
    if (!wanted) return;
    this.view = view;
    // A book that was opened or begun is entered where it stands, whatever was looked at before.
    const { screen } = view.screen;
    if (screen === 'first_run' || screen === 'closed') return;
    if (screen !== this.ask.screen) this.ask = entrance[screen];
    this.#stands = this.ask;
  }
}

function fits(screen: Screen, ask: Ask): boolean {
  return screen.screen === ask.screen || screen.screen === 'first_run' || screen.screen === 'closed';
}

export const desk = new Desk();

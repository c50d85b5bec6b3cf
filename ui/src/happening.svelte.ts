// What happened to the plan, while it is typed: what it would do is said before it is noted.
import { desk } from './desk.svelte';
import * as ipc from './ipc';
import type { PlanEventKind, PlanEventPreview, PlanEventTyped, Refusal } from './wire';

/** What can have happened, in words, and the verb that notes it. */
export const HAPPENINGS: readonly { value: PlanEventKind; words: string; verb: string }[] = [
  { value: 'renewed', words: 'A renewal came early', verb: 'Note the renewal' },
  { value: 'came_at', words: 'A renewal came at another time', verb: 'Move the renewal' },
  { value: 'not_come', words: 'A renewal did not come', verb: 'Note that it did not come' },
  { value: 'paused', words: 'It was paused', verb: 'Note the pause' },
  { value: 'cancelled', words: 'It was cancelled', verb: 'Note the cancellation' },
  { value: 'resumed', words: 'It goes on', verb: 'Let it go on' },
];

const nothing: PlanEventTyped = { kind: 'renewed', on: '', renewal: '', keeps_schedule: false };

class Happening {
  typed = $state.raw<PlanEventTyped>(nothing);
  preview = $state.raw<PlanEventPreview | null>(null);
  /** Why it was not noted. */
  refusal = $state.raw<Refusal | null>(null);
  #asked = 0;

  /** Opens the dialog; of a row of the log, about its renewal. */
  open(kind: PlanEventKind, renewal = ''): void {
    this.preview = null;
    desk.dialog = 'event';
    this.change({ ...nothing, kind, renewal });
  }

  /** Something else is typed; what it would do follows. */
  change(part: Partial<PlanEventTyped>): void {
    this.typed = { ...this.typed, ...part };
    this.refusal = null;
    void this.#look();
  }

  /** Whether enough is typed to be asked about. */
  get ready(): boolean {
    return this.typed.kind !== 'came_at' || this.typed.on.trim() !== '';
  }

  async note(): Promise<boolean> {
    this.refusal = await desk.carryOut((ask) => ipc.noteEvent(this.typed, ask));
    return this.refusal === null;
  }

  async #look(): Promise<void> {
    const turn = ++this.#asked;
    const preview = this.ready ? await ipc.previewEvent(this.typed).catch(() => null) : null;
    if (turn === this.#asked) this.preview = preview;
  }
}

export const happening = new Happening();

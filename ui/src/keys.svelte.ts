// The keys of the window. A screen offers its own by name while it stands; the sheet and Ctrl K list them all.
import { untrack } from 'svelte';
import { desk, entrance } from './desk.svelte';
import { undoOrRedo } from './history';
import { clearLeftLine, focusLine } from './line.svelte';

/** A key and what it does. Without `run` the screen listens itself and only the name is listed. */
export type KeyOffer = { key: string; name: string; run?: () => void };

const offers = $state<KeyOffer[][]>([]);

/** The keys that screens offer now. */
export const offered = (): KeyOffer[] => offers.flat();

export const keys = {
  /** Offers keys until the returned function is called. */
  offer(these: KeyOffer[]): () => void {
    // The effect that offers them must not depend on what others offer.
    return untrack(() => {
      offers.push(these);
      const mine = offers.at(-1);
      return () => void untrack(() => offers.splice(offers.indexOf(mine!), 1));
    });
  },
};

/** Whether a key press belongs to a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** After `g`, the next letter says where to. */
let going = false;
const places = { t: 'today', l: 'log', p: 'plan', r: 'prices', ',': 'settings' } as const;

/** Hears every key first, so that the letter after `g` reaches no screen. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || desk.view?.frame == null) return;
  const handled = event.ctrlKey || event.metaKey ? chord(event) : single(event);
  if (!handled) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function chord(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'z') return undoOrRedo(event);
  if (event.shiftKey || event.altKey || desk.dialog === 'check') return false;
  if (key === 'n') return done(focusLine());
  if (key === 'k') return done((desk.dialog = desk.dialog === 'commands' ? null : 'commands'));
  if (key === ',') return done(desk.look(entrance.settings));
  if (key === 'f') return done(searchTheLog());
  return false;
}

function single(event: KeyboardEvent): boolean {
  if (event.altKey || isTyping(event.target) || desk.dialog !== null) return (going = false);
  const { key } = event;
  if (key === 'Escape') return clearLeftLine();
  if (key === '/') return done(focusLine());
  if (key === '?') return done((desk.dialog = 'keys'));
  if (!desk.view?.frame?.look.single_keys) return false;
  if (going) return go(key);
  if (key === 'g') return done((going = true));
  if (key === 'b') return done((desk.dialog = 'check'));
  const offer = offered().find((one) => one.key === key && one.run);
  return offer ? done(offer.run!()) : false;
}

function go(key: string): boolean {
  going = false;
  const place = places[key as keyof typeof places];
  if (place) void desk.look(entrance[place]);
  return true;
}

/** Opens the log and puts the caret into its search field, which any screen may also hold itself. */
async function searchTheLog(): Promise<void> {
  if (desk.ask.screen !== 'log') await desk.look(entrance.log);
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus());
}

const done = (_: unknown): boolean => true;

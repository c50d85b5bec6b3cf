// The keys of the window. A screen offers its own while it stands; Ctrl K lists them by name.
import { tick, untrack } from 'svelte';
import { desk, entrance, type ScreenName } from './desk.svelte';
import { undoOrRedo } from './history';
import { PLACES } from './key-names';
import { clearLeftLine, focusLine, leaveLine } from './line.svelte';
import { services } from './services.svelte';

/** A key, what it does in words, and the deed. */
export type KeyOffer = { key: string; name: string; run: () => void };

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

/** Hears every key first, so that the letter after `g` reaches no screen. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (!isHeld(event) && !handled(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function handled(event: KeyboardEvent): boolean {
  if (desk.view?.frame == null) return false;
  return event.ctrlKey || event.metaKey ? chord(event) : single(event);
}

/** Whether a key is still held that saves, deletes or logs: it does so once. The chart's letters only move. */
function isHeld(event: KeyboardEvent): boolean {
  if (!event.repeat) return false;
  if (event.key === 'Enter') return true;
  if (event.ctrlKey || event.metaKey || isTyping(event.target)) return false;
  const moves = event.target instanceof Element && event.target.matches('[role="slider"]');
  return event.key === 'Delete' || (/^[a-z#]$/i.test(event.key) && !moves);
}

function chord(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'z') return undoOrRedo(event);
  if (event.shiftKey || event.altKey) return false;
  const nth = digit(event);
  if (nth !== null) return nth <= (desk.view?.frame?.services.length ?? 0) && done(aside(() => services.turnToNth(nth)));
  if (key === 'n') return done(aside(focusLine));
  if (key === 'k') return done(desk.dialog === 'commands' ? (desk.dialog = null) : aside(() => (desk.dialog = 'commands')));
  if (key === ',') return done(aside(() => goTo('settings')));
  if (key === 'f') return done(aside(searchTheLog));
  return false;
}

/** The digit from 1 to 9 that a key stands for, wherever the layout puts it; null for others. */
function digit(event: KeyboardEvent): number | null {
  const found = /^(?:Digit|Numpad)([1-9])$/.exec(event.code ?? '');
  return found ? Number(found[1]) : null;
}

/** Closes the dialog that is open, which gives the focus back, and only then acts. */
async function aside(act: () => unknown): Promise<void> {
  desk.dialog = null;
  await tick();
  act();
}

function single(event: KeyboardEvent): boolean {
  const { key } = event;
  const going = event.timeStamp < goingUntil;
  if (event.altKey || isTyping(event.target) || desk.dialog !== null) {
    goingUntil = 0;
    return false;
  }
  if (key === 'Escape') return going ? done((goingUntil = 0)) : clearTheLine();
  if (key === '/') return done(focusLine());
  if (key === '?') return done((desk.dialog = 'keys'));
  if (!desk.view?.frame?.look.single_keys) return false;
  if (going && key !== 'Shift') return go(key);
  if (key === 'g') return done((goingUntil = event.timeStamp + waits));
  if (key === 'b') return done((desk.dialog = 'check'));
  const offer = offered().find((one) => one.key === key);
  return offer ? done(offer.run()) : false;
}

/** Ctrl Z brings the line back now, so a toast no longer offers it for something else. */
function clearTheLine(): boolean {
  if (!clearLeftLine()) return false;
  desk.toast = null;
  return true;
}

/** After `g`, the next key says where to, for so many milliseconds. */
const waits = 1500;
let goingUntil = 0;

function go(key: string): boolean {
  goingUntil = 0;
  const place = PLACES.find((one) => one.key === key);
  if (place) goTo(place.screen);
  return true;
}

/** The focus goes along: off the line, so that the screen can take it. */
function goTo(screen: ScreenName): void {
  leaveLine();
  void desk.look(entrance[screen]);
}

/** Opens the log and puts the caret into its search field, which any screen may also hold itself. */
async function searchTheLog(): Promise<void> {
  if (desk.ask.screen !== 'log') await desk.look(entrance.log);
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus());
}

const done = (_: unknown): boolean => true;

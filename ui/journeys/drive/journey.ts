/** A journey: a computer of its own, a window, and at the end nothing in the console. */

import { test } from 'vitest';

import { expectQuiet } from './inspect';
import { Desk } from './program';
import { Window } from './window';

/** The instant at which every journey begins: a Friday, eleven days before the renewal. */
export const NOW = '2026-12-04T16:40:00+01:00';

/** What a journey does with its computer and its window. */
export type Steps = (window: Window, desk: Desk) => Promise<void>;

/** A journey that begins at the first run: there is no book yet. */
export function journey(what: string, steps: Steps): void {
  test(what, () => from([], steps));
}

/** A journey over a book of LTX Studio's Standard plan that showed 28,000 of 28,000 in the morning. */
export function journeyWithBook(what: string, steps: Steps): void {
  test(what, () => from([BOOK], steps));
}

/** A journey over a book into which these commands were written first. */
export function journeyAfter(what: string, commands: string[][], steps: Steps): void {
  test(what, () => from([BOOK, ...commands], steps));
}

const BOOK = ['init', '--preset', 'ltx-standard', '--left', '28000', '--renews', '2026-12-15', '--zone', 'Europe/Berlin', '--at', '2026-12-04T09:00:00+01:00'];

async function from(commands: string[][], steps: Steps): Promise<void> {
  const desk = new Desk(NOW);
  try {
    for (const words of commands) await desk.command(...words);
    await withWindow(desk, (window) => steps(window, desk));
  } finally {
    desk.clear();
  }
}

/** Opens a window, goes through the steps, and closes it, with a last look at its console. */
export async function withWindow(desk: Desk, steps: (window: Window) => Promise<void>): Promise<void> {
  const window = await Window.open(desk.env);
  try {
    await steps(window);
    if (window.isOpen) await expectQuiet(window);
  } finally {
    await window.close();
  }
}

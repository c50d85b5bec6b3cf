import { tick } from 'svelte';
import { desk, entrance } from './desk.svelte';
import { isTyping } from './keys.svelte';

/** Goes back to the plan, and puts the focus where one went on from: on the word that led away. */
export async function backToThePlan(from: string): Promise<void> {
  await desk.look(entrance.plan);
  await tick();
  const ways = [...document.querySelectorAll<HTMLElement>('main [data-way]')];
  ways.find((way) => way.dataset['way'] === from)?.focus();
}

/** Esc on a page of the plan goes back; fields, menus and dialogs keep their own. */
export function goesBack(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || desk.dialog !== null || isTyping(event.target)) return false;
  event.preventDefault();
  return true;
}

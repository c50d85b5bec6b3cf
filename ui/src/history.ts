// Undo and redo by keys: a field's own changes come first, then the book's.
import { desk } from './desk.svelte';
import * as ipc from './ipc';
import { bringBackLine } from './line.svelte';

/** A field keeps its own undo while its text differs from what it began with. */
function fieldHasChanges(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.value !== (target.dataset.began ?? target.defaultValue);
}

export function undoOrRedo(event: KeyboardEvent): boolean {
  if (fieldHasChanges(event.target) || desk.dialog !== null) return false;
  if (!event.shiftKey && bringBackLine()) return true;
  void desk.press(event.shiftKey ? ipc.redo : ipc.undo);
  return true;
}

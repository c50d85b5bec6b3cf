import { desk } from '../../desk.svelte';
import * as ipc from '../../ipc';
import type { Refusal } from '../../wire';

/** Changes a setting at once; what is refused comes back, for the field that it belongs to. */
export const change = (key: string, value: string): Promise<Refusal | null> => desk.carryOut((ask) => ipc.changeSetting({ key, value }, ask));

/** Changes a setting that offers only what can be taken; a refusal is said in a bar. */
export const choose = (key: string, value: string): Promise<boolean> => desk.press((ask) => ipc.changeSetting({ key, value }, ask));

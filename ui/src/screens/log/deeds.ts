import { desk } from '../../desk.svelte';
import * as ipc from '../../ipc';
import { once } from '../../once';
import type { LogRow } from '../../wire';

/** What can be done to a row of the log. */
export type Deed = 'edit' | 'keeper' | 'reject' | 'delete' | 'failed' | 'repeat' | 'tag' | 'refund';

/** An entry that is to be edited, and the line that one starts from. */
export interface LineStart {
  id: number;
  text: string;
}

/** A deed as the selected row offers it. */
export interface OfferedDeed {
  deed: Deed;
  key: string;
  words: string;
}

/** The deeds in the order in which they are offered: the row itself shows as many as have room. */
export const DEEDS: readonly OfferedDeed[] = [
  { deed: 'edit', key: 'E', words: 'edit' },
  { deed: 'keeper', key: 'K', words: 'keeper' },
  { deed: 'reject', key: 'X', words: 'reject' },
  { deed: 'delete', key: 'Del', words: 'delete' },
  { deed: 'failed', key: 'F', words: 'failed' },
  { deed: 'repeat', key: 'U', words: 'log again' },
  { deed: 'tag', key: '#', words: 'tag' },
  { deed: 'refund', key: 'R', words: 'refunded' },
];

/** What a row offers: everything for a spend, deleting for what else is an entry, nothing for a renewal. */
export function deedsOf(row: LogRow | undefined): readonly OfferedDeed[] {
  if (!row || row.kind === 'day' || row.id === null) return [];
  if (row.kind !== 'spend') return DEEDS.filter(({ deed }) => deed === 'delete');
  return row.state === 'refunded' ? DEEDS.filter(({ deed }) => deed !== 'refund') : DEEDS;
}

const KEYS: Record<string, Deed> = { e: 'edit', k: 'keeper', x: 'reject', f: 'failed', u: 'repeat', r: 'refund', '#': 'tag' };

/** Which deed a key means; single letters only where they are switched on. */
export function deedOfKey(key: string, singleKeys: boolean): Deed | null {
  if (key === 'Enter') return 'edit';
  if (key === 'Delete') return 'delete';
  return singleKeys ? (KEYS[key.toLowerCase()] ?? null) : null;
}

/** Does it. Editing and tagging only answer the line to start from; the rest is carried out. */
export async function carryOutOn(row: LogRow, deed: Deed): Promise<LineStart | null> {
  if (row.kind === 'day' || row.id === null || !deedsOf(row).some((offered) => offered.deed === deed)) return null;
  const id = row.id;
  if (row.kind === 'spend' && deed === 'edit') return { id, text: row.line };
  if (row.kind === 'spend' && deed === 'tag') return { id, text: `${row.line.trimEnd()} #` };
  await press(`${deed} ${id}`, commandFor(row, id, deed));
  return null;
}

type Command = Parameters<typeof desk.press>[0];

/** A deed that is under way for an entry is not begun again. */
const press = once((_deed: string, command: Command) => desk.press(command), (deed) => deed);

function commandFor(row: LogRow, id: number, deed: Deed): Command {
  switch (deed) {
    case 'keeper':
    case 'reject':
    case 'failed':
      // The same key again takes the verdict back.
      return (ask) => ipc.judge(id, row.kind === 'spend' && row.verdict === deed ? 'none' : deed, ask);
    case 'repeat':
      return (ask) => ipc.repeat(id, ask);
    case 'refund':
      return (ask) => ipc.refund(id, ask);
    default:
      return (ask) => ipc.deleteEntry(id, ask);
  }
}

import { asking } from '../../asking.svelte';
import { desk } from '../../desk.svelte';
import { happening } from '../../happening.svelte';
import * as ipc from '../../ipc';
import { once } from '../../once';
import type { LogRow } from '../../wire';

/** What can be done to a row of the log. */
export type Deed = 'edit' | 'keeper' | 'reject' | 'delete' | 'failed' | 'repeat' | 'tag' | 'refund' | 'refund_part' | 'expect' | 'settle' | 'not_come' | 'came_at';

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

type Spend = LogRow & { kind: 'spend' };

/** The deeds on a spend in the order in which they are offered: the row itself shows as many as have room. */
export const DEEDS: readonly OfferedDeed[] = [
  { deed: 'settle', key: 'S', words: 'settle' },
  { deed: 'edit', key: 'E', words: 'edit' },
  { deed: 'keeper', key: 'K', words: 'keeper' },
  { deed: 'reject', key: 'X', words: 'reject' },
  { deed: 'delete', key: 'Del', words: 'delete' },
  { deed: 'failed', key: 'F', words: 'failed' },
  { deed: 'repeat', key: 'U', words: 'log again' },
  { deed: 'tag', key: '#', words: 'tag' },
  { deed: 'refund', key: 'R', words: 'refunded' },
  { deed: 'refund_part', key: 'P', words: 'refunded in part' },
  { deed: 'expect', key: 'W', words: 'refund expected' },
];

const OF_A_RENEWAL: readonly OfferedDeed[] = [
  { deed: 'not_come', key: 'N', words: 'did not come' },
  { deed: 'came_at', key: 'C', words: 'came at …' },
];

/** What can be done to several rows at once. */
export const DEEDS_ON_SEVERAL = DEEDS.filter(({ deed }) => ['keeper', 'reject', 'failed', 'tag', 'delete'].includes(deed));

const DELETE = DEEDS.filter(({ deed }) => deed === 'delete');

/** What a row offers: everything that its state allows for a spend, what a renewal did, deleting for what else is an entry. */
export function deedsOf(row: LogRow | undefined): readonly OfferedDeed[] {
  if (!row || row.kind === 'day') return [];
  if (row.kind === 'check') return DELETE;
  if (row.kind === 'spend') return DEEDS.filter(({ deed }) => allows(row, deed)).map((offered) => inState(row, offered));
  const renewal = row.renewal === null ? [] : OF_A_RENEWAL.filter(({ deed }) => deed !== 'not_come' || !row.not_come);
  return row.id === null ? renewal : [...renewal, ...DELETE];
}

function allows(row: Spend, deed: Deed): boolean {
  const refunds = deed === 'refund' || deed === 'refund_part' || deed === 'expect';
  if (row.state === 'reserved') return !refunds;
  return deed !== 'settle' && !(refunds && row.state === 'refunded');
}

function inState(row: Spend, offered: OfferedDeed): OfferedDeed {
  return offered.deed === 'expect' && row.state === 'refund_expected' ? { ...offered, words: 'no refund comes' } : offered;
}

const KEYS: Record<string, Deed> = {
  e: 'edit', k: 'keeper', x: 'reject', f: 'failed', u: 'repeat', r: 'refund', p: 'refund_part', w: 'expect', s: 'settle', n: 'not_come', c: 'came_at', '#': 'tag',
};

/** Which deed a key means; single letters only where they are switched on. */
export function deedOfKey(key: string, singleKeys: boolean): Deed | null {
  if (key === 'Enter') return 'edit';
  if (key === 'Delete') return 'delete';
  return singleKeys ? (KEYS[key.toLowerCase()] ?? null) : null;
}

/** Does it. Editing and tagging only answer the line to start from; what needs a figure asks for it; the rest is carried out. */
export async function carryOutOn(row: LogRow, deed: Deed): Promise<LineStart | null> {
  if (row.kind === 'day' || !deedsOf(row).some((offered) => offered.deed === deed)) return null;
  if (row.kind === 'event' && row.renewal !== null && (deed === 'not_come' || deed === 'came_at')) happening.open(deed, row.renewal);
  if (row.id === null || deed === 'not_come' || deed === 'came_at') return null;
  if (row.kind !== 'spend') await press(`delete ${row.id}`, (ask) => ipc.deleteEntries([row.id!], ask));
  else if (deed === 'edit') return { id: row.id, text: row.line };
  else if (deed === 'tag') return { id: row.id, text: `${row.line.trimEnd()} #` };
  else if (deed === 'settle' || deed === 'refund_part') askFor(row, deed);
  else await press(`${deed} ${row.id}`, commandFor(row, deed));
  return null;
}

/** Does it to several rows in one step; a verdict or a tag is for the spends among them. */
export async function carryOutOnAll(all: readonly LogRow[], deed: Deed, then: () => void): Promise<void> {
  const spends = all.filter((row) => row.kind === 'spend');
  const ids = (deed === 'delete' ? all : spends).flatMap((row) => (row.kind === 'day' || row.id === null ? [] : [row.id]));
  if (ids.length === 0) return;
  if (deed === 'tag') asking.put({ title: `Tag ${ids.length === 1 ? 'the spend' : `${ids.length} spends`}`, label: 'Tag', field: 'tags', value: '', hint: 'Several are parted by a space.', verb: 'Tag', run: (tags, ask) => ipc.tagEntries(ids, tags, ask) });
  else if (deed === 'delete') await press(`delete ${ids}`, (ask) => ipc.deleteEntries(ids, ask), then);
  else if (deed === 'keeper' || deed === 'reject' || deed === 'failed') {
    // The same key again takes the verdict back.
    const verdict = spends.every((row) => row.verdict === deed) ? 'none' : deed;
    await press(`${deed} ${ids}`, (ask) => ipc.judgeEntries(ids, verdict, ask));
  }
}

type Command = Parameters<typeof desk.press>[0];

/** A deed that is under way for an entry is not begun again. */
const press = once(async (_deed: string, command: Command, then?: () => void) => {
  if (await desk.press(command)) then?.();
}, (deed) => deed);

function askFor(row: Spend, deed: 'settle' | 'refund_part'): void {
  const { id } = row;
  const figure = row.credits.replace(/^≈\s*/, '');
  if (deed === 'settle') asking.put({ title: `Settle ${row.action}`, label: 'It took in the end', field: 'amount', value: figure, hint: `${row.credits} are reserved. What it did not take comes back.`, verb: 'Settle', run: (amount, ask) => ipc.settle(id, amount, ask) });
  else asking.put({ title: `Refund of ${row.action}`, label: 'What came back', field: 'amount', value: '', hint: `Of ${figure}.`, verb: 'Note the refund', run: (amount, ask) => ipc.refund(id, amount, ask) });
}

function commandFor(row: Spend, deed: Deed): Command {
  const { id } = row;
  switch (deed) {
    case 'keeper':
    case 'reject':
    case 'failed':
      // The same key again takes the verdict back.
      return (ask) => ipc.judgeEntries([id], row.verdict === deed ? 'none' : deed, ask);
    case 'repeat':
      return (ask) => ipc.repeat(id, ask);
    case 'refund':
      return (ask) => ipc.refund(id, null, ask);
    case 'expect':
      return (ask) => ipc.expectRefund(id, row.state !== 'refund_expected', ask);
    default:
      return (ask) => ipc.deleteEntries([id], ask);
  }
}

/** Which row a key leads to; null where the key does not move. Rows are counted from 0. */
export function rowAfterKey(key: string, at: number, total: number, page: number): number | null {
  if (total <= 0) return null;
  const to = target(key, at, total, page);
  return to === null ? null : Math.min(total - 1, Math.max(0, to));
}

function target(key: string, at: number, total: number, page: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return at - 1;
    case 'ArrowDown':
      return at + 1;
    case 'PageUp':
      return at - page;
    case 'PageDown':
      return at + page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

/**
 * A day's head cannot be selected: going up passes over it, going down too, and the row under the first head is the
 * top. `isHead` answers false for rows that are not here yet; they are settled when they arrive.
 */
export function settle(to: number, from: number, total: number, isHead: (row: number) => boolean): number {
  if (!isHead(to)) return to;
  const upwards = to < from && to > 0;
  const passed = upwards ? to - 1 : to + 1;
  return passed < total ? passed : Math.max(0, to - 1);
}

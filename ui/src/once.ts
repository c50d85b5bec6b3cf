// One guard for everything that is saved: what is under way is not begun again.

/** The same deed, which does nothing while it is under way; `keyOf` says what counts as the same, else all of it does. */
export function once<Sent extends unknown[]>(deed: (...sent: Sent) => Promise<unknown>, keyOf: (...sent: Sent) => string = () => ''): (...sent: Sent) => Promise<void> {
  const underWay = new Set<string>();
  return async (...sent) => {
    const key = keyOf(...sent);
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      await deed(...sent);
    } finally {
      underWay.delete(key);
    }
  };
}

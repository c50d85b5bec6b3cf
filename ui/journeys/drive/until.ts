/** Waiting for a state, never for a time. */

/** How long a state may take on a busy machine before the journey says that it did not come. */
const PATIENCE = 20_000;

/** Asks again and again until the answer is something, and hands it over. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | null | false>): Promise<T> {
  const begun = performance.now();
  let last: unknown;
  while (performance.now() - begun < PATIENCE) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      last = answer;
    } catch (error) {
      // An element may have left the page between finding and asking it: that is a state to wait through.
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain: ${what}. Last: ${String(last)}`);
}

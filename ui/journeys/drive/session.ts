/** The W3C WebDriver protocol, as much of it as the journeys need. */

/** How WebDriver names an element in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** An element of the page, as the driver names it. */
export type ElementId = string;

/** What the driver answered instead of a value. */
export class DriverError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** A session: one start of the program under the driver. */
export class Session {
  private constructor(private readonly at: string) {}

  /** Starts the program under the driver that listens at this address. */
  static async start(driver: string, program: string, args: string[]): Promise<Session> {
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: program, args } } };
    const { sessionId } = await call<{ sessionId: string }>('POST', `${driver}/session`, { capabilities });
    return new Session(`${driver}/session/${sessionId}`);
  }

  /** Runs the body of a function in the page. */
  run<T>(body: string, ...args: unknown[]): Promise<T> {
    return call('POST', `${this.at}/execute/sync`, { script: body, args });
  }

  /** Runs the body of a function that hands its value to its last argument. */
  runAsync<T>(body: string, ...args: unknown[]): Promise<T> {
    return call('POST', `${this.at}/execute/async`, { script: body, args });
  }

  /** The elements that a selector finds, in the page's order. */
  async find(selector: string): Promise<ElementId[]> {
    const found = await call<Record<string, string>[]>('POST', `${this.at}/elements`, { using: 'css selector', value: selector });
    return found.map((element) => element[ELEMENT] ?? '');
  }

  /** The element that has the focus. */
  async active(): Promise<ElementId> {
    const element = await call<Record<string, string>>('GET', `${this.at}/element/active`);
    return element[ELEMENT] ?? '';
  }

  /** Whether a selector finds this element. */
  fits(element: ElementId, selector: string): Promise<boolean> {
    return this.run('return arguments[0].matches(arguments[1])', { [ELEMENT]: element }, selector);
  }

  /** The name under which assistive technology knows it; what is not displayed has none, and the driver answers an error. */
  async name(element: ElementId): Promise<string> {
    try {
      return await call('GET', `${this.at}/element/${element}/computedlabel`);
    } catch (error) {
      if (error instanceof DriverError && error.code === 'unknown error') return '';
      throw error;
    }
  }

  /** Clicks an element; of a table's row its first cell, since the engine's driver finds no place to click in the row itself. */
  async click(element: ElementId): Promise<void> {
    const place = await this.run<Record<string, string>>('return arguments[0].cells?.[0] ?? arguments[0]', { [ELEMENT]: element });
    await call('POST', `${this.at}/element/${place[ELEMENT]}/click`, {});
  }

  /** Types into an element, which takes the focus. */
  type(element: ElementId, text: string): Promise<void> {
    return call('POST', `${this.at}/element/${element}/value`, { text });
  }

  /** Empties a field. */
  clear(element: ElementId): Promise<void> {
    return call('POST', `${this.at}/element/${element}/clear`, {});
  }

  /** Presses keys together and lets them go, the last first. */
  async press(keys: string[]): Promise<void> {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    await this.#type([...down, ...up]);
  }

  /** Presses keys one after another, without a pause in which the page could forget the first. */
  async pressInTurn(keys: string[]): Promise<void> {
    await this.#type(keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]));
  }

  async #type(actions: { type: string; value: string }[]): Promise<void> {
    await call('POST', `${this.at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  resize(width: number, height: number): Promise<void> {
    return call('POST', `${this.at}/window/rect`, { x: 0, y: 0, width, height });
  }

  /** Closes the window, and with it the program. */
  async end(): Promise<void> {
    // The program ends with its window, so the driver may answer that there is none.
    await call('DELETE', this.at).catch(() => undefined);
  }
}

async function call<T>(method: string, url: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, { method, signal: AbortSignal.timeout(30_000), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (!answer.ok) throw new DriverError(value.error ?? String(answer.status), value.message ?? '');
  return value;
}

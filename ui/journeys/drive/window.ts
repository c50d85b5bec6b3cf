/** The window, as somebody uses it who knows it by its words: roles, names, keys. */

import { readFileSync } from 'node:fs';

import { startDriver, PROGRAM, type Driver } from './program';
import { Session, type ElementId } from './session';
import { until } from './until';

/** Keys by their names. */
export const KEY = {
  ctrl: '\uE009',
  alt: '\uE00A',
  shift: '\uE008',
  enter: '\uE007',
  escape: '\uE00C',
  tab: '\uE004',
  delete: '\uE017',
  end: '\uE010',
  home: '\uE011',
  up: '\uE013',
  down: '\uE015',
} as const;

/** Where a role is looked for; the accessible name decides. */
const PLACES = {
  button: 'button, [role=button], input[type=submit], summary',
  link: 'a[href], [role=link]',
  field: 'input, textarea, select, [role=combobox], [role=textbox], [role=spinbutton]',
  heading: 'h1, h2, h3, [role=heading]',
  image: '[role=img], svg[aria-label], img',
  row: 'tr, [role=row]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  current: '[aria-current=page]',
  slider: '[role=slider], input[type=range]',
  verb: '[role=menuitem]',
  option: 'option, [role=option], [role=radio], input[type=radio]',
} as const;

/** What can be looked for. */
export type Role = keyof typeof PLACES;

/** An open window. */
export class Window {
  private constructor(
    readonly session: Session,
    private readonly driver: Driver,
  ) {}

  /** Starts the program with its window, and waits until a screen stands in it. */
  static async open(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Window> {
    const driver = await startDriver(env);
    const session = await until('the driver takes a session', () => Session.start(driver.address, PROGRAM, args));
    const window = new Window(session, driver);
    // Each screen has one title; "reckoning …" is none yet. The window is shown only then, and hears no keys before it is.
    await until('a screen stands in the window', () => session.run('return document.hasFocus() && document.querySelector("h1") !== null'));
    await window.settled();
    return window;
  }

  /** Whether it was not closed yet. */
  get isOpen(): boolean {
    return !this.driver.process.killed;
  }

  /** Closes the window; the program ends with it. Closed already, it stays closed. */
  async close(): Promise<void> {
    if (!this.isOpen) return;
    await this.session.end();
    await until('the program has ended', async () => childrenOf(this.driver.process.pid) === '');
    this.driver.process.kill();
  }

  /** All text on the page. */
  text(): Promise<string> {
    return this.session.run('return document.body.innerText');
  }

  /** Waits until the page says this. */
  sees(words: string | RegExp): Promise<true> {
    const says = (text: string) => (typeof words === 'string' ? plain(text).includes(words) : words.test(plain(text)));
    return until(`the window says ${words}`, async () => {
      const text = await this.text();
      if (!says(text)) throw new Error(plain(text));
      return true as const;
    });
  }

  /** Waits until the page does not say this any more. */
  misses(words: string): Promise<true> {
    return until(`the window no longer says ${words}`, async () => !plain(await this.text()).includes(words)) as Promise<true>;
  }

  /** Waits for what has this role and this name. */
  the(role: Role, name: string | RegExp): Promise<ElementId> {
    return until(`there is the ${role} “${name}”`, async () => {
      for (const element of await this.session.find(PLACES[role])) {
        const label = plain(await this.session.name(element));
        if (typeof name === 'string' ? label === name : name.test(label)) return element;
      }
      return undefined;
    });
  }

  /** Waits until nothing of this role is on the page. */
  gone(role: Role): Promise<true> {
    return until(`no ${role} is there`, async () => (await this.session.find(PLACES[role])).length === 0) as Promise<true>;
  }

  /** Waits until the focus is on what has this role and this name. */
  focused(role: Role, name: string | RegExp): Promise<true> {
    return until(`the focus is on the ${role} “${name}”`, async () => {
      const element = await this.session.active();
      const label = plain(await this.session.name(element));
      const fits = typeof name === 'string' ? label === name : name.test(label);
      if (!fits || !(await this.session.fits(element, PLACES[role]))) throw new Error(label);
      return true as const;
    });
  }

  /** Clicks it as soon as it is there. */
  async click(role: Role, name: string | RegExp): Promise<void> {
    await until(`the ${role} “${name}” takes a click`, async () => {
      await this.session.click(await this.the(role, name));
      return true;
    });
  }

  /** Replaces what stands in a field. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    const field = await this.the('field', name);
    await this.session.clear(field);
    await this.session.type(field, text);
  }

  /** Waits until the page is as wide as its window and has been painted so. */
  async settled(): Promise<void> {
    await this.session.runAsync(
      'const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));',
    );
    await until('no animation runs', () => this.session.run('return document.getAnimations().every((one) => one.playState !== "running")'));
  }

  /** Presses keys together: `press('ctrl', 'z')`. */
  press(...keys: string[]): Promise<void> {
    return this.session.press(keys.map((key) => (KEY as Record<string, string>)[key] ?? key));
  }

  /** Presses keys in turn, quickly: `pressInTurn('g', 'l')`. */
  pressInTurn(...keys: string[]): Promise<void> {
    return this.session.pressInTurn(keys);
  }

  /** Types where the focus is, key by key. */
  async write(text: string): Promise<void> {
    for (const key of text) await this.session.press([key]);
  }
}

/** The processes that a process started and that still run. */
function childrenOf(pid: number | undefined): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
}

/** Text without what only a typesetter sees: thin and unbreakable spaces. */
function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u2009\u202F]/g, ' ');
}

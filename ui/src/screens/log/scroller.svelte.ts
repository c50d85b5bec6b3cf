import { scrollTo, type Sight } from './window';

/** How long the month stays at the scrollbar after the last movement, in ms. */
const STILL = 900;

/** The box that the rows scroll in: how far it is scrolled, how much of it shows, and how high a row is in it. */
export class Scroller {
  box = $state<HTMLElement>();
  top = $state(0);
  height = $state(0);
  /** The columns' heads stay at the top and cover as much. */
  head = $state(0);
  row = $state(0);
  /** Whether it was moved just now. */
  moving = $state(false);
  #still: ReturnType<typeof setTimeout> | undefined;

  sight(total: number): Sight {
    return { top: this.top, height: this.height - this.head, row: this.row, total };
  }

  scrolled = () => {
    this.top = this.box?.scrollTop ?? 0;
    this.moving = true;
    clearTimeout(this.#still);
    this.#still = setTimeout(() => (this.moving = false), STILL);
  };

  toTop() {
    this.box?.scrollTo({ top: 0 });
  }

  /** Scrolls as little as it takes to show the row; the first row brings its day's head with it. */
  show(row: number, total: number) {
    const to = scrollTo(row, this.sight(total));
    if (to !== null) this.box?.scrollTo({ top: row <= 1 ? 0 : to });
  }

  focusRow(row: number) {
    const found = this.#find(`[data-row="${row}"]`);
    found?.focus({ preventScroll: true });
    // In a low window the page scrolls too.
    found?.scrollIntoView({ block: 'nearest' });
  }

  focusEdit() {
    this.#find('.edit input')?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.box?.querySelector<HTMLElement>(selector) ?? null;
  }
}

/** What is typed over a value that the book has: the book's own is taken over only while nothing else was typed. */
export class Typed {
  text = $state('');
  #began = '';

  /** The book has this now, maybe changed elsewhere. */
  follow(value: string) {
    if (this.text === this.#began) this.text = value;
    this.#began = value;
  }

  /** Leaves what was typed for what the book has. */
  back() {
    this.text = this.#began;
  }
}

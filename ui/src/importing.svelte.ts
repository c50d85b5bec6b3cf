// The import of a CSV: the file is chosen in the shell's own dialog and stays there; here stands what is said about it.
import { desk } from './desk.svelte';
import * as ipc from './ipc';
import type { CsvPreview, CsvWish, Refusal } from './wire';

const nothingSaid: CsvWish = { columns: [], decimal: null, dates: null, duplicates: null };

class Importing {
  /** The chosen file as it would be imported. */
  preview = $state.raw<CsvPreview | null>(null);
  /** Why the newest wish cannot be shown, or was not carried out. */
  refusal = $state.raw<Refusal | null>(null);

  #answers: Omit<CsvWish, 'columns'> = nothingSaid;
  #asked = 0;

  /** Asks for a file; the dialog opens once one was chosen. */
  async choose(): Promise<void> {
    try {
      const preview = await ipc.chooseCsv();
      if (preview === null) return;
      this.preview = preview;
      this.refusal = null;
      this.#answers = nothingSaid;
      desk.dialog = 'import';
    } catch (error) {
      desk.refusal = ipc.refusalOf(error);
    }
  }

  /** Lets a column say something, or nothing. */
  map(field: string, column: string): void {
    const columns = this.#columns().filter((one) => one.field !== field);
    void this.#look(column === '' ? columns : [...columns, { field, column }]);
  }

  /** Answers a question. */
  answer(field: string, value: string): void {
    this.#answers = { ...this.#answers, [field]: value };
    void this.#look(this.#columns());
  }

  /** Logs the spends; whether it was done. */
  async carryOut(): Promise<boolean> {
    const wish = this.#wish(this.#columns());
    this.refusal = await desk.carryOut((ask) => ipc.importCsv(wish, ask));
    return this.refusal === null;
  }

  #columns(): CsvWish['columns'] {
    return (this.preview?.fields ?? []).flatMap(({ field, column }) => (column === null ? [] : [{ field, column }]));
  }

  #wish(columns: CsvWish['columns']): CsvWish {
    return { ...nothingSaid, ...this.#answers, columns };
  }

  /** Asks how it would be imported now; an answer to an older wish is dropped. */
  async #look(columns: CsvWish['columns']): Promise<void> {
    const turn = ++this.#asked;
    // What was chosen stands at once, so that a second choice builds on it.
    const says = new Map(columns.map((one) => [one.field, one.column]));
    if (this.preview) this.preview = { ...this.preview, fields: this.preview.fields.map((one) => ({ ...one, column: says.get(one.field) ?? null })) };
    try {
      const preview = await ipc.previewImport(this.#wish(columns));
      if (turn !== this.#asked) return;
      this.preview = preview;
      this.refusal = null;
    } catch (error) {
      if (turn === this.#asked) this.refusal = ipc.refusalOf(error);
    }
  }
}

export const importing = new Importing();

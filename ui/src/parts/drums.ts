import type { Figures } from '../wire';

/** One drum of the counter. */
export type Drum = {
  /** Its place from the units up (0) or down (−1, −2): what it is known by while the counter grows. */
  place: number;
  digit: number;
  /** How many drums turn before it: the last one turns first. */
  turn: number;
  /** A leading zero. */
  dim: boolean;
  /** Parted from the drum to its left: a group of three begins. */
  gap: boolean;
  /** Behind the decimal mark, drawn inverted. */
  fraction: boolean;
};

/** The drums of a figure such as "06262" or "000.25". */
export function drumsOf(figure: string, decimal: string): Drum[] {
  const [whole = '', fraction = ''] = figure.split(decimal);
  const digits = [...whole, ...fraction];
  const first = [...whole].findIndex((digit) => digit !== '0');
  const lit = first === -1 ? whole.length - 1 : first;
  return digits.map((digit, at) => {
    const place = whole.length - 1 - at;
    return { place, digit: Number(digit), turn: digits.length - 1 - at, dim: at < lit, gap: at > 0 && place >= 0 && place % 3 === 2, fraction: place < 0 };
  });
}

/** The same figure as text, where it has more digits than the counter has room for. */
export function groupedDrums(figure: string, figures: Figures): string {
  const [whole = '', fraction] = figure.split(figures.decimal);
  const bare = whole.replace(/^0+(?=\d)/, '');
  const grouped = bare.replace(/\B(?=(\d{3})+$)/g, figures.group);
  return fraction === undefined ? grouped : `${grouped}${figures.decimal}${fraction}`;
}

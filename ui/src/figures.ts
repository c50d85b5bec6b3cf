// How the chart writes figures. Everything else arrives in words; only axis labels and read-outs are made here, by the
// same rules: exact figures grouped as the book has it, estimates with ≈ and two significant digits.
import type { Figures } from './wire';

const minus = '−';

export function exact(value: number, decimals: number, figures: Figures): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length >= figures.group_from ? whole.replace(/\B(?=(\d{3})+$)/g, figures.group) : whole;
  return `${value < 0 ? minus : ''}${grouped}${fraction ? figures.decimal + fraction : ''}`;
}

/** Two significant digits, one below 10; never "0" for something that is more than nothing. */
export function rounded(value: number, decimals: number, figures: Figures): string {
  if (value === 0) return '0';
  if (value < 1 && decimals === 0) return 'less than 1';
  const digits = value < 10 && decimals === 0 ? 1 : 2;
  const rough = Number(value.toPrecision(digits));
  return exact(rough, Number.isInteger(rough) ? 0 : decimals, figures);
}

/** "≈ 2,900", or "0" where nothing is the answer. */
export function about(value: number, decimals: number, figures: Figures): string {
  const words = rounded(value, decimals, figures);
  return words === '0' || words.startsWith('less') ? words : `≈ ${words}`;
}

/** "0 to 4,900", or one figure where both ends read alike. */
export function range(low: number, high: number, decimals: number, figures: Figures): string {
  const [from, to] = [rounded(low, decimals, figures), rounded(high, decimals, figures)];
  return from === to ? from : `${from} to ${to}`;
}

/** A label on the axis: 28,000, then 1.2 M, then 3 bn. */
export function short(value: number, figures: Figures): string {
  const size = Math.abs(value);
  const [unit, words] = size >= 1e9 ? [1e9, ' bn'] : size >= 1e6 ? [1e6, ' M'] : [1, ''];
  const scaled = Number((value / unit).toPrecision(unit === 1 ? 12 : 3));
  const decimals = Math.min(2, (String(scaled).split('.')[1] ?? '').length);
  return exact(scaled, decimals, figures) + words;
}

/** "55 %", in steps of 5. */
export function chance(share: number): string {
  if (share < 0.05) return 'less than 5 %';
  if (share > 0.95) return 'almost certain';
  return `${Math.round(share * 20) * 5} %`;
}

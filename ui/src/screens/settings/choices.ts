/** A value of a setting and how it is called. */
export interface Choice {
  value: string;
  words: string;
}

export const FORMATS: readonly Choice[] = [
  { value: 'automatic', words: 'as this computer does' },
  { value: '6,262.5', words: '6,262.5' },
  { value: '6.262,5', words: '6.262,5' },
  { value: '6 262,5', words: '6 262,5' },
  { value: "6'262.5", words: "6'262.5" },
  { value: '6262.5', words: '6262.5' },
];
export const WEEKDAYS: readonly Choice[] = [
  { value: 'mon', words: 'Monday' },
  { value: 'sun', words: 'Sunday' },
  { value: 'sat', words: 'Saturday' },
];
export const CLOCKS: readonly Choice[] = [
  { value: 'true', words: '15:52' },
  { value: 'false', words: '3:52 pm' },
];
export const THEMES: readonly Choice[] = [
  { value: 'system', words: 'as the system' },
  { value: 'light', words: 'light' },
  { value: 'dark', words: 'dark' },
];
export const CONTRASTS: readonly Choice[] = [
  { value: 'system', words: 'as the system' },
  { value: 'more', words: 'more' },
];
export const DENSITIES: readonly Choice[] = [
  { value: 'normal', words: 'normal' },
  { value: 'roomy', words: 'roomy' },
];
export const SINGLE_KEYS: readonly Choice[] = [
  { value: 'true', words: 'work as keys' },
  { value: 'false', words: 'do not' },
];

/** How a value is called; a value that is not known is said as it is. */
export function wordsOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.words ?? value;
}

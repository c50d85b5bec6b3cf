// The words of the first run's second sentence.

const words: Record<string, string> = { monthly: 'each month', daily: 'each day', yearly: 'each year', once: 'once' };

export const cadenceWords = (cadence: string): string => words[cadence] ?? cadence;

/** What has to be asked about the renewal: a day of the month, a date, or nothing. */
export const renewalAsks = (cadence: string): 'day' | 'date' | null => (cadence === 'monthly' ? 'day' : cadence === 'yearly' ? 'date' : null);

/** "st", "nd", "rd", "th"; "th" also while nothing is typed. */
export function ordinal(day: string): string {
  const number = Number(day);
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

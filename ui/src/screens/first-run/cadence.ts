// The words of the first run's second sentence.

const words: Record<string, string> = { monthly: 'each month', daily: 'each day', weekly: 'each week', yearly: 'each year', once: 'once' };

export const cadenceWords = (cadence: string): string => words[cadence] ?? cadence;

/** Whether no day of the month needs to be asked for. */
export const daily = (cadence: string): boolean => cadence === 'daily' || cadence === 'weekly' || cadence === 'once';

/** "st", "nd", "rd", "th"; "th" also while nothing is typed. */
export function ordinal(day: string): string {
  const number = Number(day);
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

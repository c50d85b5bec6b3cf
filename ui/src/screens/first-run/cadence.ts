// The words of the first run's second sentence.

const words: Record<string, string> = { monthly: 'each month', daily: 'each day', yearly: 'each year', once: 'once' };

export const cadenceWords = (cadence: string): string => words[cadence] ?? cadence;

/** What has to be asked about the renewal: a day of the month, a date, or nothing. */
export const renewalAsks = (cadence: string): 'day' | 'date' | null => (cadence === 'monthly' ? 'day' : cadence === 'yearly' ? 'date' : null);

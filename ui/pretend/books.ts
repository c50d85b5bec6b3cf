// Which made-up book is open: `?book=month|sample|learning|new|overdrawn|empty|huge|decimals|lasting|tops|none|closed|troubled|services`.
export const asked = new URLSearchParams(location.search);
export const book = asked.get('book') ?? 'month';

export const plain = (text: string) => ({ text, mark: 'plain' as const });
export const fact = (text: string) => ({ text, mark: 'fact' as const });
export const guess = (text: string) => ({ text, mark: 'forecast' as const });
export const lapse = (text: string) => ({ text, mark: 'lapse' as const });
export const trouble = (text: string) => ({ text, mark: 'trouble' as const });
export const quiet = (text: string) => ({ text, mark: 'quiet' as const });

/** Grouped by thousands, with a real minus. */
export const figure = (value: number) => value.toLocaleString('en-US').replace('-', '−');

import type { Strip } from '../wire';

/** The axis of a strip that stands alone: a third of a decade around everything on it. */
export function ownAxis(strip: Strip): [number, number] {
  const all = [...(strip.published ?? []), ...(strip.range ?? []), ...strip.own].filter((value) => value > 0);
  if (all.length === 0) return [1, 10];
  return [Math.min(...all) * 0.69, Math.max(...all) * 1.67];
}

/** Where a figure stands on a log axis; nothing and less lie at its left end. */
export function alongLog(value: number, [low, high]: [number, number], width: number): number {
  if (value <= low) return 0;
  return Math.min((Math.log(value / low) / Math.log(high / low)) * width, width);
}

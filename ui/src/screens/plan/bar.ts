/** The parts of a pot's bar in per cent of its width: what stays, and what will lapse; the rest is gone. */
export interface Bar {
  stays: number;
  lapses: number;
}

/** A pot that holds more than was granted (a check found more) fills its bar. */
export function barOf({ left, granted, will_lapse }: { left: number; granted: number; will_lapse: number }): Bar {
  const whole = Math.max(left, granted);
  if (!(whole > 0)) return { stays: 0, lapses: 0 };
  const lapses = Math.min(Math.max(0, will_lapse), left);
  return { stays: (100 * (left - lapses)) / whole, lapses: (100 * lapses) / whole };
}

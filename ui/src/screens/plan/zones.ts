/** Every time zone that this computer knows, for completion; the shell says whether a typed one holds. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

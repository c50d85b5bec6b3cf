/**
 * Names that contain what was typed, best first: those that begin with it, those with a part that begins with it
 * (Europe/Berlin for "berl"), the rest. Spaces stand for underscores, so "new york" finds America/New_York.
 */
export function completions(names: readonly string[], typed: string, most: number): string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  if (wanted === '') return names.slice(0, most);
  const ranked = names.map((name) => ({ name, rank: rank(name.toLowerCase(), wanted) })).filter(({ rank }) => rank < NOT_FOUND);
  return ranked.sort((one, other) => one.rank - other.rank).slice(0, most).map(({ name }) => name);
}

const NOT_FOUND = 3;

function rank(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(`/${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : NOT_FOUND;
}

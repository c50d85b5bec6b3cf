// How the window looks: the settings and the system's wishes become attributes that the style sheets read.
import type { Look } from './wire';

const dark = matchMedia('(prefers-color-scheme: dark)');
const more = matchMedia('(prefers-contrast: more)');
let chosen: Look | null = null;

export function wear(look: Look | null): void {
  chosen = look;
  const root = document.documentElement.dataset;
  root.theme = (look?.theme ?? 'system') === 'system' ? (dark.matches ? 'dark' : 'light') : look!.theme;
  root.contrast = look?.contrast === 'more' || more.matches ? 'more' : 'normal';
  root.density = look?.density ?? 'normal';
}

export function followTheSystem(): void {
  for (const wish of [dark, more]) wish.addEventListener('change', () => wear(chosen));
}

import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** `npm run pretend` puts a made-up shell in the place of Tauri's; no other mode can reach it. */
const pretend = fileURLToPath(new URL('./pretend', import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  resolve: {
    alias: mode === 'pretend' ? { '@tauri-apps/api/core': `${pretend}/core.ts`, '@tauri-apps/api/event': `${pretend}/event.ts` } : {},
  },
  build: {
    target: 'safari16.4',
    // The content security policy knows no `data:` fonts: every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { include: ['src/**/*.test.ts'] },
}));

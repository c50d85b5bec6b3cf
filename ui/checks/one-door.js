// The shell is spoken to in one file only, and nothing reaches a network or keeps anything of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const door = 'src/ipc.ts';
const forbidden = [
  [/(from|import)\s*\(?['"]@tauri-apps\//, (file) => file !== door, `imports @tauri-apps: only ${door} may`],
  [/\b(localStorage|sessionStorage|indexedDB)\b/, () => true, 'keeps something in the browser: the book keeps everything'],
  [/\bfetch\(|XMLHttpRequest|WebSocket|EventSource/, () => true, 'reaches for a network'],
  [/\{@html|innerHTML/, () => true, 'writes raw markup'],
];

const files = readdirSync('src', { recursive: true }).map((name) => join('src', name)).filter((name) => /\.(svelte|ts)$/.test(name) && !name.startsWith('src/bindings'));
const faults = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return forbidden.filter(([word, applies]) => applies(file) && word.test(text)).map(([, , why]) => `${file} ${why}`);
});
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);

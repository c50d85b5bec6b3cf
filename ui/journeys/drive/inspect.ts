/** What must hold on every screen: nothing in the console, no violation of the policy, no barrier. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';

import type { Window } from './window';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** No error in the console and no violation of the content security policy since the page began. */
export async function expectQuiet(window: Window): Promise<void> {
  expect(await window.session.run('return window.runoutWitness ?? ["The witness is missing: not a debug build?"]')).toEqual([]);
}

/** No violation that axe-core can find on what is on the screen now. */
export async function expectAccessible(window: Window, where: string): Promise<void> {
  await window.session.run(`if (window.axe === undefined) { ${AXE} }`);
  const violations = await window.session.runAsync<Violation[]>(
    'const done = arguments[0]; axe.run(document).then((found) => done(found.violations), (error) => done([{ id: String(error), help: "", nodes: [] }]));',
  );
  expect(violations.map(told), where).toEqual([]);
}

function told(violation: Violation): string {
  const nodes = violation.nodes.slice(0, 5).map((node) => `  ${node.html.slice(0, 200)}\n    ${node.failureSummary}`);
  return [`${violation.id}: ${violation.help}`, ...nodes].join('\n');
}

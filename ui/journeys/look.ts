/** `cargo xtask run` without a display: waits until the forecast stands in the window, and takes its picture. */

import { execFileSync } from 'node:child_process';
import { test } from 'vitest';

import { until } from './drive/until';
import { Window } from './drive/window';

test('the forecast stands in the window', async () => {
  const window = await Window.open(process.env);
  try {
    await window.the('slider', 'Burn-down, by days');
    await window.session.resize(1400, 900);
    await until('the page fills the display', () => window.session.run('return innerWidth === 1400 && innerHeight === 900'));
    await window.settled();
    execFileSync('import', ['-window', 'root', process.env['RUNOUT_PICTURE'] ?? 'runout.png']);
  } finally {
    await window.close();
  }
});

/** The built program and what it is started with. */

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program; `cargo xtask` says where it lies. */
export const PROGRAM = process.env['RUNOUT_APP'] ?? '';

/** What became of a start without a window. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** A computer for one journey: empty folders of its own, and an instant from which every window's clock runs on. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'runout-journey-'));
  /** What the dialog for a file would answer. */
  readonly chosen = join(this.folder, 'chosen.csv');
  readonly env: NodeJS.ProcessEnv;

  constructor(now: string) {
    this.env = {
      ...process.env,
      RUNOUT_NOW: now,
      // The page's process writes it after its window was closed, while the folders are taken away.
      MESA_SHADER_CACHE_DISABLE: 'true',
      RUNOUT_CHOSEN_FILE: this.chosen,
      XDG_DATA_HOME: join(this.folder, 'data'),
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      XDG_CACHE_HOME: join(this.folder, 'cache'),
    };
  }

  /** Starts the program with these words, as the command line does, and waits for its end. */
  runout(...words: string[]): Promise<Ended> {
    return new Promise((resolve) => {
      execFile(PROGRAM, words, { env: this.env, timeout: 20_000 }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
      });
    });
  }

  /** A command that must be carried out; what it printed. */
  async command(...words: string[]): Promise<string> {
    const { code, out, err } = await this.runout(...words);
    if (code !== 0) throw new Error(`runout ${words.join(' ')} ended with ${code}: ${err}`);
    return out;
  }

  /** Whoever starts the program again does so later: what the last window logged must not lie ahead. */
  comeBackAt(instant: string): void {
    this.env['RUNOUT_NOW'] = instant;
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The engine's own driver, listening. */
export interface Driver {
  address: string;
  process: ChildProcess;
}

/** Starts WebKitWebDriver; what it starts gets the desk's surroundings. */
export async function startDriver(env: NodeJS.ProcessEnv): Promise<Driver> {
  const port = await freePort();
  const automated = { ...env, TAURI_AUTOMATION: 'true', TAURI_WEBVIEW_AUTOMATION: 'true' };
  const process = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env: automated, stdio: 'ignore' });
  return { address: `http://127.0.0.1:${port}`, process };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { output, type Running, run } from './processes.ts';

/** A version of the product: this one, or the one it is compared with. */
export interface Checkout {
  readonly name: 'now' | 'before';
  /** Its folder. */
  readonly root: string;
}

/** This checkout. */
export const here: Checkout = { name: 'now', root: resolve(import.meta.dirname, '../..') };

/** The checkout to compare with. Throws if it cannot be run. */
export function checkoutIn(folder: string): Checkout {
  const root = resolve(folder);
  for (const part of ['bin/qmbot.js', 'node_modules']) {
    if (!existsSync(join(root, part)))
      throw new Error(`${root} has no ${part}: give a checkout in which npm ci was run`);
  }
  return { name: 'before', root };
}

/** How the bot's log says that it is ready. */
const READY = /"url":"([^"]+)".*qmbot is ready/;

/** What its users start: the build, or, in a version without one, the sources with tsx. */
const product = 'bin/qmbot.js';

/** Starts a checkout's bot, as `npm start` does. */
export const startBot = ({ root }: Checkout, env: Readonly<Record<string, string>>): Promise<Running> =>
  run([product, 'start'], READY, { cwd: root, env: { PORT: '0', ...env } });

/** Starts a checkout's embedded database, as `npm run db` does; it prints its address. */
export const startDatabase = ({ root }: Checkout, dataDir: string): Promise<Running> =>
  run([product, 'db', '--port', '0'], /MONGODB_URI=(\S+)/, { cwd: root, env: { DATA_DIR: dataDir } });

/** Runs one of a checkout's commands, and returns its output. */
export const command = ({ root }: Checkout, args: readonly string[], env: Readonly<Record<string, string>>) =>
  output([product, ...args], { cwd: root, env });

/** Builds a checkout, if it has a build step, so that no measured start does. */
export const prepare = (checkout: Checkout): Promise<string> => command(checkout, ['--help'], {});

/** Runs a script of `bench/probe` with a checkout's own modules: its folder is the first argument. Returns its output. */
export const probe = ({ root }: Checkout, name: string, args: readonly string[] = [], env = {}): Promise<string> =>
  output(['--import', 'tsx', join(here.root, 'bench/probe', `${name}.ts`), root, ...args], { cwd: root, env });

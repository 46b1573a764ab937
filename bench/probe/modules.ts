import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The checkout's folder, and the probe's other arguments. */
const [root = '', ...args] = process.argv.slice(2);

/**
 * A module of the checkout that is probed, by its path, or by the one that it had in an earlier version. Its type is of this checkout:
 * what differs is said where it is used.
 */
export async function load<Module>(path: string, earlier = path): Promise<Module> {
  const [file, before] = [join(root, path), join(root, earlier)];
  return (await import(pathToFileURL(existsSync(file) ? file : before).href)) as Module;
}

export const probeArguments: readonly string[] = args;

/** Reports the probe's result to the bench. */
export const tell = (result: string): void => {
  process.stdout.write(result);
};

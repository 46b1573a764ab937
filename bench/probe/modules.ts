import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The checkout's folder, and the probe's other arguments. */
const [root = '', ...args] = process.argv.slice(2);

/** A module of the probed checkout, by its path there. Its type is this checkout's: differences are noted where it is used. */
export async function load<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join(root, path)).href)) as Module;
}

export const probeArguments: readonly string[] = args;

/** Reports the probe's result to the bench. */
export const tell = (result: string): void => {
  process.stdout.write(result);
};

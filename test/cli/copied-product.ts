import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runQmbot, type Said } from './command-line.ts';
import { type RunningQmbot, startQmbot } from './running-qmbot.ts';

const sources = ['adapters', 'commands', 'jobs', 'src', 'tsconfig.json'];
const common = ['bin', 'build', 'org.sample.yaml', 'package.json'];
/** Packages that are not bundled. */
const outside = ['classic-level', '@resvg', '@embedpdf'];

/** Permissions do not bind root unless it gives up its capabilities, by `setpriv` of util-linux. */
const by = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];

/** The product in a folder whose path has a space and Chinese characters, with its data outside of that folder. */
export interface CopiedProduct {
  readonly folder: string;
  /** Runs a command to its end. */
  run(...command: readonly string[]): Promise<Said>;
  /** Starts a command that keeps running. */
  start(...command: readonly string[]): RunningQmbot;
  /** The content of `dist`. */
  built(): string[];
  /** Makes the folder and all in it read-only, or writable again. */
  setReadOnly(readOnly: boolean): void;
  remove(): void;
}

/** The sources and packages of this folder, without a build. */
export function copySources(): CopiedProduct {
  const product = makeProduct(process.cwd(), [...common, ...sources]);
  symlinkSync(resolve('node_modules'), join(product.folder, 'node_modules'));
  return product;
}

/** What a container image needs of a built product: no sources, no esbuild, none of the packages that are bundled. */
export function copyBuild({ folder }: CopiedProduct): CopiedProduct {
  const product = makeProduct(folder, [...common, 'dist']);
  mkdirSync(join(product.folder, 'node_modules'));
  for (const name of outside) symlinkSync(resolve('node_modules', name), join(product.folder, 'node_modules', name));
  return product;
}

function makeProduct(from: string, names: readonly string[]): CopiedProduct {
  const place = mkdtempSync(join(tmpdir(), 'qmbot-built-'));
  const folder = join(place, 'IT 质量管理');
  const dataDir = join(place, 'data');
  for (const name of names) cpSync(join(from, name), join(folder, name), { recursive: true });
  return {
    folder,
    run: (...command) => runQmbot(command, dataDir, {}, { folder, by }),
    start: (...command) => startQmbot(command, { DATA_DIR: dataDir }, { folder, by }),
    built: () => readdirSync(join(folder, 'dist')),
    setReadOnly(readOnly) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), readOnly ? 0o555 : 0o755);
      }
      chmodSync(folder, readOnly ? 0o555 : 0o755);
    },
    remove() {
      rmSync(place, { recursive: true });
    },
  };
}

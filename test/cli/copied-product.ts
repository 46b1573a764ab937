import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runQmbot, type Said } from './command-line.ts';
import { type RunningQmbot, startQmbot } from './running-qmbot.ts';

const sources = ['adapters', 'commands', 'jobs', 'src', 'tsconfig.json'];
const common = ['bin', 'build', 'org.sample.yaml', 'package.json'];
/** What is not bundled. */
const outside = ['classic-level', '@resvg', '@embedpdf'];

/** Root may write everywhere, but not a process of root's that has given its rights away. `setpriv` is of util-linux. */
const by = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];

/** The product in a folder of its own, whose path has a space and Chinese characters; its data are beside it. */
export interface CopiedProduct {
  readonly folder: string;
  /** Runs a command to its end. */
  run(...command: readonly string[]): Promise<Said>;
  /** Starts a command that runs on. */
  start(...command: readonly string[]): RunningQmbot;
  /** What is in `dist`. */
  built(): string[];
  /** Takes away the right to write in the folder, or gives it back. */
  setReadOnly(readOnly: boolean): void;
  remove(): void;
}

/** The sources as they stand here, with the packages that are installed here; nothing is built. */
export function copySources(): CopiedProduct {
  const product = makeProduct(process.cwd(), [...common, ...sources]);
  symlinkSync(resolve('node_modules'), join(product.folder, 'node_modules'));
  return product;
}

/** What an image needs of a product that is built: no sources, no esbuild, no package that is bundled. */
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

// @ts-check
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { keepOwnLines } from './keep-own-lines.js';

/** The entry points: the command line, and the worker thread of the embedded database. */
export const entryPoints = { main: 'src/main.ts', 'worker-entry': 'src/storage/embedded/worker.ts' };

/** Folders that modules read relative to `import.meta.url`, and their place relative to the bundle. */
export const assets = { 'src/pages/assets': 'assets', 'adapters/console/page': 'page' };

/** Files that affect the result without being part of it. */
const settings = ['tsconfig.json', ...readdirSync(import.meta.dirname).map((name) => `build/${name}`)];

/** Packages with native code cannot be bundled. They stay in node_modules, as does the font for pictures. */
const external = ['classic-level', '@resvg/resvg-js'];

/** What Node provides to CommonJS modules, for the bundled CommonJS packages. */
const commonJs = [
  "import { createRequire as $createRequire } from 'node:module';",
  'const require = $createRequire(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('');

/**
 * Bundles the program with its packages and assets.
 * @param {string} root the project's folder
 * @param {string} folder an empty folder, as deep below `root` as the bundle's final one: source maps hold relative paths
 * @returns {Promise<{ files: string[], packages: string[] }>} what the result depends on, relative to `root`: our own files
 *   and the folders of packages
 * @throws esbuild's `BuildFailure`, after esbuild has printed the errors to stderr
 */
export async function bundle(root, folder) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    banner: { js: commonJs },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
  });
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.map')) shrinkMap(join(folder, name));
  }
  const copied = Object.entries(assets).flatMap(([from, to]) => copyFolder(root, from, join(folder, to)));
  const inputs = Object.keys(metafile.inputs);
  const packages = new Set(['node_modules/esbuild', ...inputs.flatMap(packageOf)]);
  const files = [...inputs.filter((file) => packageOf(file).length === 0), ...copied, ...settings];
  return { files: files.sort(), packages: [...packages].sort() };
}

/** Reduces a source map to our own sources, or removes it if it has none. @param {string} file */
function shrinkMap(file) {
  const map = keepOwnLines(JSON.parse(readFileSync(file, 'utf8')));
  if (map) return writeFileSync(file, JSON.stringify(map));
  rmSync(file);
  const code = file.slice(0, -'.map'.length);
  writeFileSync(code, readFileSync(code, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
}

/**
 * @param {string} root
 * @param {string} from a folder relative to `root`
 * @param {string} to
 * @returns {string[]} the files copied, relative to `root`
 */
function copyFolder(root, from, to) {
  mkdirSync(to);
  return readdirSync(join(root, from)).map((name) => {
    copyFileSync(join(root, from, name), join(to, name));
    return `${from}/${name}`;
  });
}

/** @param {string} file @returns {string[]} the folder of the package that the file belongs to, if any */
const packageOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.slice(0, 1) ?? [];

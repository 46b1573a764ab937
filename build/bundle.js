// @ts-check
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { keepOwnLines } from './keep-own-lines.js';

/** The programs: the command line, and the thread that the embedded database runs in. */
const programs = { main: 'src/main.ts', 'worker-entry': 'src/storage/embedded/worker.ts' };

/** Folders that a module reads beside itself by `import.meta.url`, and where they are beside the bundle. */
const assets = { 'src/pages/assets': 'assets', 'adapters/console/page': 'page' };

/** Decide what comes out without being part of it. */
const settings = ['tsconfig.json', ...readdirSync(import.meta.dirname).map((name) => `build/${name}`)];

/** Packages of native code, which cannot be bundled. They are found in node_modules, as the font for pictures is. */
const external = ['classic-level', '@resvg/resvg-js'];

/** CommonJS packages keep what Node gives to CommonJS modules. */
const commonJs = [
  "import { createRequire as $createRequire } from 'node:module';",
  'const require = $createRequire(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('');

/**
 * Bundles the programs with their packages and assets into an empty folder below the project's `dist`.
 * @param {string} root the project
 * @param {string} folder
 * @returns {Promise<{ files: string[], packages: string[] }>} what the result depends on, relative to `root`: our own files,
 *   and the folders of packages
 * @throws what esbuild does, when it has printed the mistakes
 */
export async function bundle(root, folder) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: programs,
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

/** @param {string} file a source map, which is made smaller, or removed where nothing of ours is in it */
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

/** @param {string} file @returns {string[]} the folder of the package that it is of, if it is of one */
const packageOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.slice(0, 1) ?? [];

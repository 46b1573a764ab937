import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { charts } from '../renderers/chart-samples.ts';
import { eventually } from '../support/eventually.ts';
import { readPng } from '../support/read-png.ts';
import type { Said } from './command-line.ts';
import { type CopiedProduct, copyBuild, copySources } from './copied-product.ts';
import { READY } from './running-qmbot.ts';

const BUILDS = { timeout: 60_000 };

let product: CopiedProduct;
let first: readonly Said[];

const deadline = () => product.run('deadline', '2025-09-29', '5');
const path = (name: string) => join(product.folder, name);
const times = (text: string, words: string) => text.split(words).length - 1;

/** Replaces a source until the end of the test. */
function plant(name: string, text: string): void {
  planted.set(name, readFileSync(path(name), 'utf8'));
  writeFileSync(path(name), text);
}
const planted = new Map<string, string>();

beforeAll(async () => {
  product = copySources();
  first = await Promise.all([deadline(), deadline()]);
}, BUILDS.timeout);

afterEach(() => {
  for (const [name, text] of planted) writeFileSync(path(name), text);
  planted.clear();
});

afterAll(() => product.remove());

test('two first starts at once build once, and write about it to stderr only', () => {
  for (const { code, out, err } of first) {
    expect(code, err).toBe(0);
    expect(out).toMatch(/^2025-10-13\n29 Sep/);
    expect(out).toContain('Due 13 Oct 2025, 23:59');
  }
  const said = first.map(({ err }) => err).join('');
  expect(times(said, 'qmbot: building\n')).toBe(1);
  expect(times(said, 'qmbot: built in ')).toBe(1);
  expect(product.built()).toHaveLength(2);
});

test('a copy or a clone, whose files have other times, is not rebuilt', async () => {
  const [build] = product.built();
  for (const name of ['src/main.ts', 'adapters/console/page/style.css', 'package.json']) {
    utimesSync(path(name), new Date(0), new Date('2031-01-01'));
  }
  expect(await deadline()).toMatchObject({ code: 0, err: '' });
  expect(product.built()[0]).toBe(build);
});

describe('in a read-only folder', () => {
  beforeEach(() => product.setReadOnly(true));
  afterEach(() => product.setReadOnly(false));

  test('a build serves its pages, and its database works', async () => {
    expect(await visit(product)).toEqual(visited);
  });

  test('a build starts although the times of its sources have changed', async () => {
    utimesSync(path('src/main.ts'), new Date(0), new Date(0));
    expect(await deadline()).toMatchObject({ code: 0, err: '' });
  });

  test('without a build of the current sources, the start says what to do', async () => {
    const words = `${path('dist')} is not writable: EACCES`;
    plant('src/main.ts', `${readFileSync(path('src/main.ts'), 'utf8')}\n// Changed.\n`);
    const stale = await deadline();
    expect(stale).toMatchObject({ code: 1, out: '' });
    expect(stale.err).toContain(words);
    renameSync(path('dist'), path('elsewhere'));
    const unbuilt = await deadline();
    renameSync(path('elsewhere'), path('dist'));
    expect(unbuilt).toMatchObject({ code: 1, out: '' });
    expect(unbuilt.err).toContain(words);
    expect(unbuilt.err).toContain('Run "npm run build" as a user who can write there');
  });
});

test('a build runs without its sources, esbuild and the packages that are bundled', async () => {
  const image = copyBuild(product);
  try {
    expect(readdirSync(join(image.folder, 'node_modules'))).not.toContain('esbuild');
    expect(await visit(image)).toEqual(visited);
  } finally {
    image.remove();
  }
});

test(
  'a changed source is rebuilt, even by an older one; stack traces name it, and fonts and native code are found',
  BUILDS,
  async () => {
    const name = 'src/cli/deadline.ts';
    const lines = [
      "import { drawPicture } from '../charts/draw-picture.ts';",
      'interface Erased {}',
      'export async function printDeadline(): Promise<void> {',
      `  const picture = await drawPicture(${JSON.stringify(charts.overdue)}, 'zh-CN');`,
      "  process.stdout.write(picture?.toString('base64') ?? '');",
      "  throw new Error('planted');",
      '}',
    ];
    plant(name, lines.join('\n'));
    utimesSync(path(name), new Date('2020-01-01'), new Date('2020-01-01'));
    const { code, out, err } = await deadline();
    expect(code).toBe(1);
    expect(readPng(Buffer.from(out, 'base64')).width).toBe(1200);
    expect(err).toContain('qmbot: built in ');
    expect(err).toContain(`Error: planted\n    at printDeadline (${path(name)}:6:9)`);
  },
);

test('errors in a source, a deleted source and missing packages are reported, and nothing runs', BUILDS, async () => {
  plant('src/cli/deadline.ts', 'export const printDeadline = ;\n');
  const broken = await deadline();
  expect(broken).toMatchObject({ code: 1, out: '' });
  expect(broken.err).toContain('src/cli/deadline.ts:1:29');
  expect(broken.err).toContain('cannot build: fix the errors above');
  rmSync(path('src/cli/deadline.ts'));
  const gone = await deadline();
  expect(gone).toMatchObject({ code: 1, out: '' });
  expect(gone.err).toContain('Could not resolve "./cli/deadline.ts"');
  renameSync(path('node_modules'), path('packages'));
  const bare = await deadline();
  renameSync(path('packages'), path('node_modules'));
  expect(bare).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Run "npm ci"') });
  expect(product.built().filter((name) => name.startsWith('draft') || name === 'lock')).toEqual([]);
});

test('a killed build does not get in the way of the next', BUILDS, async () => {
  plant('src/main.ts', `${readFileSync(path('src/main.ts'), 'utf8')}\n// Changed.\n`);
  const builder = spawn(process.execPath, ['build/build.js'], { cwd: product.folder, stdio: 'ignore' });
  await eventually(() => product.built().includes(`draft-${builder.pid}`));
  builder.kill('SIGKILL');
  await once(builder, 'exit');
  expect(product.built()).toContain('lock');
  expect(await deadline()).toMatchObject({ code: 0, out: expect.stringContaining('Due 13 Oct') });
  expect(product.built().filter((name) => name.startsWith('draft') || name === 'lock')).toEqual([]);
});

/** Starts the bot with its embedded database, a worker thread, and gets what it reads from its folder. */
async function visit(product: CopiedProduct) {
  const qmbot = product.start('start');
  try {
    const url = await qmbot.waitFor(READY);
    const get = async (from: string) => (await fetch(url + from)).text();
    const [customerStyle = ''] = /\/c-assets\/[^"]+\.css/.exec(await get('/c/nothing')) ?? [];
    return {
      ready: await get('/readyz'),
      scripts: (await get('/console?as=li-na')).match(/\/console\/assets\/\w+\.js/g),
      style: await get('/console/assets/style.css'),
      customerStyle: await get(customerStyle),
    };
  } finally {
    await qmbot.end('SIGTERM');
  }
}
const visited = {
  ready: '{"status":"ready"}',
  scripts: ['/console/assets/page.js'],
  style: readFileSync('adapters/console/page/style.css', 'utf8'),
  customerStyle: readFileSync('src/pages/assets/page.css', 'utf8'),
};

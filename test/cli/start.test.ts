import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-start-'));
});

afterEach(async () => {
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

/** Longer than a start takes on a machine that is busy with other work: one that hangs is ended, and its signal told. */
const HANGS_MS = 25_000;

/** Starts the bot with these settings, and waits for its end. */
function start(settings: Readonly<Record<string, string>>): Promise<{ readonly code: unknown; readonly said: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), PORT: '0', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/qmbot.js', 'start'], { env, timeout: HANGS_MS }, (error, _out, said) => {
      resolve({ code: error ? (error.code ?? error.signal) : 0, said });
    });
  });
}

test('a start without an organisation ends with one message that names the file', async () => {
  const { code, said } = await start({ ORG_FILE: join(folder, 'none.yaml') });
  expect(code).toBe(1);
  expect(said).toContain('none.yaml');
});

test('a start with a faulty organisation ends with every mistake and its line', async () => {
  const file = join(folder, 'org.yaml');
  await writeFile(file, 'company: x\nsites: []\n');
  const { code, said } = await start({ ORG_FILE: file });
  expect(code).toBe(1);
  expect(said).toContain('org.yaml:2:1: sites');
});

test('a start on a port that is taken ends and says so', async () => {
  const taken = createServer();
  server = taken;
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, said } = await start({ PORT: String(port) });
  expect(code).toBe(1);
  expect(said).toContain('EADDRINUSE');
});

test('a start with contradictory settings ends before anything is opened', async () => {
  const { code, said } = await start({
    FEISHU_MODE: 'http',
    FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
    FEISHU_APP_SECRET: 'x',
  });
  expect(code).toBe(1);
  expect(said).toContain('FEISHU_ENCRYPT_KEY');
});

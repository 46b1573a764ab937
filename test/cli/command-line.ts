import { execFile } from 'node:child_process';

/** What a command said and how it ended. */
export interface Said {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** Runs `qmbot` as a process of its own, over an embedded database in `dataDir`. */
export function runQmbot(
  args: readonly string[],
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/qmbot.js', ...args], { env, timeout: 60_000 }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}

import { execFile } from 'node:child_process';

/** What a command said and how it ended. */
export interface Said {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** In which folder a command runs, and through which program Node is started. */
export interface Place {
  readonly folder?: string;
  readonly by?: readonly string[];
}

/** Runs `qmbot` as a process of its own, over an embedded database in `dataDir`. */
export function runQmbot(
  args: readonly string[],
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
  { folder = process.cwd(), by = [] }: Place = {},
): Promise<Said> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...settings };
  const [program = '', ...rest] = [...by, process.execPath, 'bin/qmbot.js', ...args];
  return new Promise((resolve) => {
    execFile(program, rest, { cwd: folder, env, timeout: 60_000 }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `npm run db` over a durable folder. */
export interface DatabaseProcess {
  /** For a driver, without the name of a database. */
  readonly uri: string;
  readonly pid: number;
  /** Ends with a signal and waits until it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Resolves when it has ended, by whatever cause. */
  readonly ended: Promise<unknown>;
}

/** Starts the database on a folder; on the port it had before, so that those who were connected find it again. */
export async function startDatabase(dataDir: string, port = 0): Promise<DatabaseProcess> {
  const child = spawn(process.execPath, ['bin/qmbot.js', 'db', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { DATA_DIR: dataDir },
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  const uri = /^MONGODB_URI=(mongodb:\/\/[^/]+)/.exec(String(line[0]))?.[1];
  if (uri === undefined || child.pid === undefined) throw new Error(`the database did not start: ${String(line[0])}`);
  return {
    uri,
    pid: child.pid,
    ended,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

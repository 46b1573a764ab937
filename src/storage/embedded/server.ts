import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../../clock.ts';
import { Catalog } from './catalog.ts';
import { serveConnection } from './connection.ts';
import { Cursors } from './cursors.ts';
import { openMemoryStore } from './document-store.ts';
import { openDurableStore } from './durable-store.ts';
import { Sessions } from './sessions.ts';

const SWEEP_MS = 60_000;

export interface ServerOptions {
  /** The folder of the data, or null to keep them in memory alone. */
  dataDir: string | null;
  /** 0 takes any free port. */
  port: number;
  host: '127.0.0.1';
}

/** A server that listens. */
export interface RunningServer {
  port: number;
  stop(): Promise<void>;
  /** Resolves if the disk fails; the server has then closed its connections and stopped. */
  failed: Promise<Error>;
}

/** Runs the server in this thread. Throws `FolderInUse` if another process has the folder open. */
export async function runServer({ dataDir, port, host }: ServerOptions, clock: Clock): Promise<RunningServer> {
  const store = dataDir === null ? openMemoryStore() : await openDurableStore(dataDir);
  const catalog = new Catalog(store);
  const cursors = new Cursors(clock);
  const sessions = new Sessions(store, clock);
  await catalog.load((key, bytes) => sessions.load(key, bytes));

  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, { store, context: { catalog, cursors, sessions } });
  });
  const sweep = setInterval(() => {
    cursors.sweep();
    sessions.sweep();
  }, SWEEP_MS).unref();
  server.listen(port, host);
  await once(server, 'listening');

  const close = async () => {
    clearInterval(sweep);
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port: portOf(server),
    failed: store.failed.then(async (error) => {
      await close();
      return error;
    }),
    stop: async () => {
      await close();
      await store.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { deserialize } from 'bson';

/** A database connection that counts the commands sent over it. */
export interface CountedDatabase {
  /** The database's address, through this proxy. */
  readonly uri: string;
  /** The commands since the last query, as `NAME COLLECTION`, a find with its filter keys; without those of the connection itself. */
  readonly taken: () => string[];
  readonly stop: () => Promise<void>;
}

/** https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/#op_msg */
const OP_MSG = 2013;
/** The command's document is preceded by the 16-byte header, the flags, and the section's kind. */
const DOCUMENT = 16 + 4 + 1;
const ofTheConnection = new Set(['hello', 'ismaster', 'ping', 'endSessions', 'getMore']);

/** Opens a counting proxy to the database at a `mongodb://HOST:PORT` address. */
export async function countCommands(uri: string): Promise<CountedDatabase> {
  const { hostname, port } = new URL(uri);
  const counted: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    database.pipe(client);
    client.pipe(database);
    client.on('data', readCommands(counted));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${address.port}`,
    taken: () => counted.splice(0),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readCommands(counted: string[]): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      const command = commandIn(rest.subarray(0, length));
      if (command) counted.push(command);
      rest = rest.subarray(length);
    }
  };
}

function commandIn(message: Buffer): string | null {
  if (message.readInt32LE(12) !== OP_MSG) return null;
  const command = deserialize(message.subarray(DOCUMENT, DOCUMENT + message.readInt32LE(DOCUMENT)));
  const [name = ''] = Object.keys(command);
  if (ofTheConnection.has(name)) return null;
  const by = name === 'find' ? ` by ${Object.keys(command.filter ?? {}).join()}` : '';
  return `${name} ${String(command[name])}${by}`;
}

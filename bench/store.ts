/**
 * Measures the embedded server with the real driver and mongoose: `npx tsx bench/store.ts`. The data is in a new
 * temporary folder (TMPDIR moves it: a folder in memory would make fsync free), removed at the end.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { createConnection, Schema } from 'mongoose';
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts';

const RECORDS = 50_000;
const RECORD_BYTES = 8_000;
const FINDS = 3_000;
const SCANS = 5;
const UPDATES = 2_000;
const MEGABYTE = 1024 * 1024;

interface BenchRecord {
  _id: number;
  number: string;
  version: number;
  ownerIds: string[];
  dueAt: Date;
  history: string[];
}

const rows: [what: string, value: string][] = [];
const tell = (what: string, value: number, unit: string): void => {
  rows.push([what, `${value < 100 ? value.toFixed(2) : Math.round(value)} ${unit}`]);
};

/** Makes `times` calls with `clients` in parallel, and returns calls per second. */
async function rate(times: number, clients: number, run: (turn: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const client = async () => {
    for (let turn = next++; turn < times; turn = next++) await run(turn);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return times / ((performance.now() - start) / 1000);
}

function residentMegabytes(): number {
  global.gc?.();
  return process.memoryUsage.rss() / MEGABYTE;
}

function makeRecord(at: number): BenchRecord {
  const entry = `${at} `.padEnd(RECORD_BYTES / 20, 'history of a finding ');
  return {
    _id: at,
    number: `FD-2026-${at}`,
    version: 0,
    ownerIds: [`person-${at % 500}`],
    dueAt: new Date(at),
    history: Array.from({ length: 20 }, () => entry),
  };
}

async function measureInserts(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri, { maxPoolSize: 40 });
  const small = client.db('bench').collection<{ _id: number }>('small');
  await rate(100, 1, (turn) => small.insertOne({ _id: -1 - turn }));
  const alone = await rate(1_000, 1, (turn) => small.insertOne({ _id: turn }));
  const together = await rate(8_000, 32, (turn) => small.insertOne({ _id: 1_000_000 + turn }));
  tell('inserts with fsync, 1 client', alone, '/s');
  tell('inserts with fsync, 32 clients', together, '/s');
  tell('  32 clients to 1', together / alone, 'times');
  await client.close();
}

async function fill(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  const records = client.db('bench').collection<BenchRecord>('records');
  await records.createIndex({ number: 1 }, { unique: true });
  await records.createIndex({ ownerIds: 1, dueAt: 1 });
  const bulk = await rate(RECORDS / 500, 1, (turn) =>
    records.insertMany(Array.from({ length: 500 }, (_, n) => makeRecord(turn * 500 + n))),
  );
  tell(`records of ${RECORD_BYTES} bytes, 500 at a time`, bulk * 500, '/s');
  await client.close();
}

async function measureFinds(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  const records = client.db('bench').collection<BenchRecord>('records');
  const someNumber = (turn: number) => `FD-2026-${(turn * 7919) % RECORDS}`;
  const byIndex = await rate(FINDS, 1, (turn) => records.findOne({ number: someNumber(turn) }));
  const scanned = await rate(SCANS, 1, (turn) => records.findOne({ version: -1 - turn }));
  tell(`find of one in ${RECORDS} by an index`, 1000 / byIndex, 'ms');
  tell('find without an index', 1000 / scanned, 'ms');
  tell('  without an index to with', byIndex / scanned, 'times');
  await client.close();
}

async function measureUpdates(uri: string): Promise<void> {
  const connection = await createConnection(uri, { dbName: 'bench', maxPoolSize: 20 }).asPromise();
  const shape = { _id: Number, number: String, version: Number, ownerIds: [String], dueAt: Date, history: [String] };
  const model = connection.model(
    'Record',
    new Schema<BenchRecord>(shape, { collection: 'records', versionKey: false }),
  );
  const update = async (turn: number) => {
    const _id = (turn * 104_729) % RECORDS;
    const { version } = await model.findOne({ _id }).lean().orFail();
    const change = { $set: { version: version + 1 }, $push: { history: `moved ${turn}` } };
    const { modifiedCount } = await model.updateOne({ _id, version }, change);
    if (modifiedCount !== 1) throw new Error(`${_id} was not changed`);
  };
  const alone = await rate(UPDATES / 10, 1, update);
  const together = await rate(UPDATES, 16, (turn) => update(turn + UPDATES));
  tell('loads and guarded updates by mongoose, 1 at a time', alone, '/s');
  tell('loads and guarded updates by mongoose, 16 at once', together, '/s');
  tell('  16 at once to 1', together / alone, 'times');
  await connection.close();
}

const dataDir = await mkdtemp(join(tmpdir(), 'embedded-bench-'));
try {
  const empty = residentMegabytes();
  const first = await startEmbedded({ dataDir });
  await measureInserts(first.uri);
  await fill(first.uri);
  await first.stop();

  const start = performance.now();
  const second = await startEmbedded({ dataDir });
  tell(`open with ${RECORDS} records`, (performance.now() - start) / 1000, 's');
  await measureFinds(second.uri);
  await measureUpdates(second.uri);
  const full = residentMegabytes();
  tell('resident memory before, with the driver and mongoose loaded', empty, 'MB');
  tell('resident memory after all this', full, 'MB');
  tell('  memory added to bytes of the records', ((full - empty) * MEGABYTE) / (RECORDS * RECORD_BYTES), 'times');
  await second.stop();
} finally {
  await rm(dataDir, { recursive: true });
}
const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value] of rows) process.stdout.write(`${what.padEnd(width)}  ${value.padStart(14)}\n`);

import { randomUUID } from 'node:crypto';
import { type Document, EJSON } from 'bson';
import { MongoClient } from 'mongodb';
import { type Checkout, probe } from './checkout.ts';
import { type Answering, operations, teams } from './organisation.ts';

/** The state of the findings. */
export type Stand = 'reported' | 'issued' | 'submitted' | 'closed';

/** A finding inserted into the database. */
export interface Seeded {
  readonly number: string;
  /** The message of its card in the channel; empty if it has no cards. */
  readonly message: string;
}

/** What to insert into the database. */
export interface SeedOptions {
  readonly stand: Stand;
  readonly count: number;
  /** Two cards are posted: one in the department's channel, and one to its head. */
  readonly cards?: boolean;
  /** Who answers, in rotation; by default, the teams. */
  readonly answering?: readonly Answering[];
  /** When each finding is due; by default, days in November and December 2026. */
  readonly dueAt?: (turn: number) => Date;
}

/** How many records one command inserts. */
const SLICE = 500;
const DAY_MS = 86_400_000;
const FIRST_DUE = Date.UTC(2026, 10, 2, 15, 59, 59, 999);

const patterns = new Map<string, Promise<readonly Document[]>>();
let series = 100_000;

/** Findings in a state, made by a checkout's engine: one for each person who answers. Made once. */
function patternsOf(
  checkout: Checkout,
  orgFile: string,
  stand: Stand,
  answering: readonly Answering[],
): Promise<readonly Document[]> {
  const key = `${checkout.root} ${stand} ${answering.map(({ department }) => department).join()}`;
  const known = patterns.get(key);
  if (known) return known;
  const made = probe(checkout, 'patterns', [orgFile, stand, JSON.stringify(answering)]).then(
    (text) => EJSON.parse(text, { relaxed: false }) as Document[],
  );
  patterns.set(key, made);
  return made;
}

/**
 * Inserts findings with the driver, without a timeout: the result of a checkout's moves, with histories that verify,
 * under other numbers. The bot must have created its indexes.
 */
export async function seed(
  { checkout, orgFile }: { readonly checkout: Checkout; readonly orgFile: string },
  uri: string,
  {
    stand,
    count,
    cards = false,
    answering = teams,
    dueAt = (turn) => new Date(FIRST_DUE + (turn % 40) * DAY_MS),
  }: SeedOptions,
): Promise<Seeded[]> {
  const made = await patternsOf(checkout, orgFile, stand, answering);
  const start = series;
  series += count;
  const seeded = Array.from({ length: count }, (_none, turn) => ({
    number: `FD-2026-${start + turn}`,
    message: cards ? `1796000000.${start + turn}` : '',
  }));
  const client = await MongoClient.connect(uri);
  try {
    const records = client.db().collection('records');
    for (let from = 0; from < count; from += SLICE) {
      const slice = seeded.slice(from, from + SLICE).map((one, at) => {
        const which = (from + at) % made.length;
        return asNew(made[which] ?? {}, one, dueAt(from + at), answering[which] ?? operations);
      });
      await records.insertMany(slice as never, { ordered: false });
    }
    return seeded;
  } finally {
    await client.close();
  }
}

function asNew(pattern: Document, { number, message }: Seeded, at: Date, { channel, head }: Answering): Document {
  const due = pattern.due && { ...pattern.due, at, day: at.toISOString().slice(0, 10) };
  const common = { platform: 'slack', workspace: 'T0001', locale: 'zh-CN', shownVersion: pattern.version };
  const postedAt = new Date();
  const cards = message && [
    { ...common, channel, message, key: `${number}-c`, purpose: 'channel', personId: null, postedAt },
    {
      ...common,
      channel: `D-${head}`,
      message: `${message}1`,
      key: `${number}-d`,
      purpose: 'act',
      personId: head,
      postedAt,
    },
  ];
  return {
    ...pattern,
    _id: randomUUID(),
    origin: randomUUID(),
    number,
    ...(due && { due, dueAt: at, ...(pattern.open && { order: at.getTime() }) }),
    cards: cards || [],
  };
}

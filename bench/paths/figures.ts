import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { yearOrganisation } from '../../test/service-year/world.ts';
import type { Checkout } from '../ground/checkout.ts';
import { addKey, deliver, lastTellings, YEAR } from '../ground/deliveries.ts';
import { type Ground, openGround } from '../ground/open-ground.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { openProbe } from '../ground/probe-process.ts';
import { openSender } from '../ground/send.ts';
import { untilSent } from '../ground/settle.ts';
import { type Piece, readPiece } from '../measure/pieces.ts';
import { takeTurns } from '../measure/rounds.ts';
import { rowOf } from '../report/row.ts';
import { type Path, versionsOf } from './path.ts';

const ITEMS = 22_000;
/** How many copies of each intake item the database has. */
const COPIES = 10;
const SENT_WITHIN_MS = 60_000;
const MOST_BLOCK_MS = 50;

const memorySchema = z.object({ own: z.number(), heap: z.number() });

/** The service figures of a year, over all its items: the time, the longest block, and the memory retained. */
export const figures: Path = {
  name: 'figures',
  about: 'figures of a year of 22 000 items',
  inQuick: false,
  measure: (settings) =>
    withOpened(async (opened) => {
      const [size = ITEMS] = settings.sizes ?? [];
      const probes = new Map<string, Awaited<ReturnType<typeof open>>>();
      for (const version of versionsOf(settings)) probes.set(version.name, await open(version, size, opened));
      const memories = async () =>
        new Map(
          await Promise.all(
            [...probes].map(async ([name, probe]) => [name, memorySchema.parse(await probe.ask('memory'))] as const),
          ),
        );
      for (const probe of probes.values()) await probe.ask('month');
      const empty = await memories();
      const turns = await takeTurns<Piece>(
        [...probes].map(([name, probe]) => ({
          name,
          prepare: async () => async () => readPiece(await probe.ask('year')),
        })),
        settings.rounds,
      );
      const full = await memories();
      const of = (figure: 'ms' | 'blockMs') => ({
        now: turns.get('now')?.map((one) => one[figure]) ?? [],
        before: turns.get('before')?.map((one) => one[figure]),
      });
      const grown = (name: string, figure: 'own' | 'heap') =>
        (full.get(name)?.[figure] ?? 0) - (empty.get(name)?.[figure] ?? 0);
      const growth = (figure: 'own' | 'heap') => ({
        now: [grown('now', figure)],
        ...(probes.has('before') && { before: [grown('before', figure)] }),
      });
      const what = `figures of a year, ${size} items`;
      return [
        rowOf('figures', { what, unit: 'ms', ...of('ms'), aim: { of: 'now', atMost: 1_000, today: 3_000 } }),
        rowOf('figures', {
          what: `${what}: longest block`,
          unit: 'ms',
          ...of('blockMs'),
          aim: { of: 'now', atMost: MOST_BLOCK_MS },
        }),
        rowOf('figures', {
          what: `${what}: heap that stays`,
          unit: 'MB',
          ...growth('heap'),
          aim: { of: 'now', atMost: 20 },
        }),
        rowOf('figures', { what: `${what}: RssAnon that stays`, unit: 'MB', ...growth('own') }),
      ];
    }),
};

async function open(version: Checkout, size: number, { keep }: Opened) {
  const setup = keep(await openGround(version, 'slack', yearOrganisation()));
  const uri = setup.uri();
  await takeIn(setup, uri, Math.ceil(size / COPIES));
  await copyAll(uri, COPIES - 1);
  return keep(await openProbe(version, 'figures', [setup.orgFile, uri, String(YEAR)]));
}

/** Has the bot accept items, and waits until their call-backs exist. */
async function takeIn(setup: Ground, uri: string, count: number): Promise<void> {
  await withOpened(async ({ keep, keepOpen }) => {
    const bot = keep(await setup.startBot({ MONGODB_URI: uri }));
    const secret = await addKey(setup.checkout, uri);
    const sender = keepOpen(openSender(`${bot.said}/api/v1/incidents`, 1, [200, 201]));
    const items = lastTellings(count);
    for (let from = 0; from < items.length; from += 200) {
      await sender.send(deliver({ items: items.slice(from, from + 200) }, secret));
    }
    const client = keepOpen(await MongoClient.connect(uri));
    await untilSent(client.db().collection('records'), SENT_WITHIN_MS);
  });
}

/** Adds copies of each record, under other numbers: taking in all items would take minutes. */
async function copyAll(uri: string, copies: number): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const records = client.db().collection('records');
    const documents = await records.find().toArray();
    for (let copy = 1; copy <= copies; copy++) {
      for (let from = 0; from < documents.length; from += 500) {
        const slice = documents.slice(from, from + 500).map((document) => ({
          ...document,
          _id: randomUUID(),
          origin: randomUUID(),
          number: `${document.number}-${copy}`,
          ...(document.parentNumber && { parentNumber: `${document.parentNumber}-${copy}` }),
          pending: 0,
          effects: [],
        }));
        await records.insertMany(slice as never, { ordered: false });
      }
    }
  } finally {
    await client.close();
  }
}

import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { z } from 'zod';
import { createHttp } from '../../src/http/create-http.ts';
import { registerIntake } from '../../src/http/serve-intake.ts';
import { createDeliveries } from '../../src/intake/delivery-repository.ts';
import { createReceiveDelivery } from '../../src/intake/receive-delivery.ts';
import { createSourceKeys } from '../../src/intake/source-key-repository.ts';
import type { TakeItem } from '../../src/intake/take-items.ts';
import { ensureIndexes } from '../../src/storage/ensure-indexes.ts';
import { openTestDatabase } from '../support/database.ts';
import { deliveryHeaders } from '../support/delivery-headers.ts';
import { movedClock } from '../support/moved-clock.ts';

const answerSchema = z.looseObject({ type: z.string().optional() });

/** A delivery as a test sends it; what is left out is as it should be. */
export interface Sent {
  readonly source?: string;
  readonly secret?: string;
  readonly id?: string;
  readonly at?: Date;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The intake over real HTTP and a database, before whatever takes the items. */
export async function openIntake() {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await ensureIndexes(connection);
  const clock = movedClock('2026-11-23T01:00:00Z');
  const keys = createSourceKeys(connection, clock);
  const deliveries = createDeliveries(connection, clock);
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const taken: unknown[] = [];
  const takeAll: TakeItem = async (_source, item) => {
    taken.push(item);
    return { result: 'created', number: `INC-${taken.length}` };
  };
  let take = takeAll;
  const receive = createReceiveDelivery({ keys, deliveries, take: (source, item) => take(source, item), clock, log });
  const http = createHttp({ log, ready: async () => true });
  const path = '/api/v1/incidents';
  registerIntake(http, { path, receive, description: { openapi: '3.1.1' }, log });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  let source = '';
  let secret = '';

  return {
    clock,
    keys,
    deliveries,
    taken,
    logged: () => lines.join(''),
    /** A source of its own for the next test, with one key. */
    async begin() {
      source = `itsm-${randomUUID().slice(0, 8)}`;
      ({ secret } = await keys.add(source));
      taken.length = 0;
      take = takeAll;
      return source;
    },
    /** From now on items are taken by this. */
    takeWith(other: TakeItem) {
      take = other;
    },
    async send(sent: Sent = {}) {
      const { id = `msg_${randomUUID()}`, at = clock.now(), body = '{"externalId":"A-1"}' } = sent;
      const headers = {
        ...deliveryHeaders({ source: sent.source ?? source, secret: sent.secret ?? secret, id, at, body }),
        ...(sent.type !== undefined && { 'content-type': sent.type }),
        ...sent.headers,
      };
      const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
      const said = answerSchema.parse(await answer.json());
      return { status: answer.status, type: answer.headers.get('content-type'), body: said };
    },
    async close() {
      await http.close();
      await connection.close();
      await database.stop();
    },
  };
}

export type IntakeGround = Awaited<ReturnType<typeof openIntake>>;

import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { readOrgFile } from '../src/app/seed-organisation.ts';
import { createOrganisation } from '../src/org/organisation.ts';
import { recordTypes } from '../src/quality/index.ts';
import { recordModel } from '../src/records/record-model.ts';
import { createRecordRepository } from '../src/records/record-repository.ts';
import { createRegistry } from '../src/records/registry.ts';
import { connectStorage } from '../src/storage/connect.ts';
import { answers } from '../test/quality/finding/answers.ts';
import { openDesk } from '../test/support/desk.ts';
import { load } from './measure.ts';

/** So many records are changed by one command. */
const SLICE = 200;

/** In which state findings are to stand. */
export type Stand = 'issued' | 'submitted';

/**
 * Puts findings into the database, each with a history that verifies and a deadline of its own: what their moves leave, under
 * other numbers. Gives the numbers.
 */
export async function seed(uri: string, orgFile: string, stand: Stand, count: number): Promise<string[]> {
  const storage = await connectStorage({ mongoUri: uri, dataDir: null, log: pino({ level: 'silent' }) });
  try {
    const repository = createRecordRepository(storage.connection, createRegistry(recordTypes));
    const pattern = await patternOf(orgFile, stand);
    const start = 100_000 + Math.floor(Math.random() * 100_000) * 10;
    const numbers = Array.from({ length: count }, (_none, at) => `FD-2026-${start + at}`);
    await load(32, count, async (turn) => {
      const number = numbers[turn] ?? '';
      const at = new Date(Date.UTC(2026, 10, 2 + (turn % 40), 15, 59, 59, 999));
      const due = pattern.due && { ...pattern.due, at, day: at.toISOString().slice(0, 10) };
      const record = { ...pattern, id: randomUUID(), origin: randomUUID(), number, due, effects: [], cards: [] };
      if ((await repository.insert([{ record, nextAt: record.createdAt }])) !== 1)
        throw new Error(`${number} is taken`);
    });
    // Nothing of theirs is to be sent: the outbox need not look at them. A command for all of them would outlast its time.
    for (let from = 0; from < count; from += SLICE) {
      const number = { $in: numbers.slice(from, from + SLICE) };
      await recordModel(storage.connection).updateMany({ number }, { $set: { pending: 0 } });
    }
    return numbers;
  } finally {
    await storage.stop();
  }
}

async function patternOf(orgFile: string, stand: Stand) {
  const desk = openDesk(createOrganisation(await readOrgFile(orgFile, 'en')), new Date('2026-11-23T01:00:00Z'));
  const head = 'wang-lei';
  let record = desk.make(desk.report('huang-tao'), 'chen-jing', 'issue', answers.issue);
  record = desk.make(record, head, 'saveCorrection', answers.saveCorrection);
  record = desk.make(record, head, 'saveCause', answers.saveCause);
  record = desk.make(record, head, 'addAction', answers.addAction);
  record = desk.make(record, head, 'saveEffect', answers.saveEffect);
  return stand === 'issued' ? record : desk.make(record, head, 'submitCapa');
}

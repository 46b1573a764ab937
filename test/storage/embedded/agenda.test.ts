import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { type Connection, createConnection, Schema } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

describe('on the embedded server', () => {
  let database: TestDatabase;
  let connection: Connection;

  beforeEach(async () => {
    database = await openTestDatabase();
    connection = await createConnection(database.uri, { dbName: database.dbName }).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await database.stop();
  });

  test('two Agendas run each job once between them', async () => {
    const runs: number[] = [];
    const startAgenda = async () => {
      if (connection.db === undefined) throw new Error('not connected');
      const agenda = new Agenda({ backend: new MongoBackend({ mongo: connection.db }), processEvery: 50 });
      agenda.define('count', (job: { attrs: { data: { n: number } } }) => {
        runs.push(job.attrs.data.n);
      });
      await agenda.start();
      return agenda;
    };
    const first = await startAgenda();
    const agendas = [first, await startAgenda()];
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    await Promise.all(numbers.map((n) => (agendas[n % 2] ?? first).now('count', { n })));
    await eventually(() => runs.length >= numbers.length, { within: 15_000 });
    // Unlike `stop`, it waits until the last job has been saved.
    await Promise.all(agendas.map((agenda) => agenda.drain()));
    expect(runs.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(await connection.collection('agendaJobs').countDocuments({ lastFinishedAt: { $ne: null } })).toBe(40);
  });

  test('one Agenda keeps a repeated job', async () => {
    if (connection.db === undefined) throw new Error('not connected');
    const agenda = new Agenda({ backend: new MongoBackend({ mongo: connection.db }), processEvery: 50 });
    let ticks = 0;
    agenda.define('tick', () => {
      ticks += 1;
    });
    await agenda.start();
    await agenda.every('1 second', 'tick');
    await agenda.every('1 second', 'tick');
    await eventually(() => ticks >= 2, { within: 15_000 });
    expect((await agenda.queryJobs({ name: 'tick' })).total).toBe(1);
    await agenda.disable({ name: 'tick' });
    await agenda.enable({ name: 'tick' });
    expect(await agenda.cancel({ name: 'tick' })).toBe(1);
    await agenda.stop();
  });

  test('Agenda gives back a job that it holds, as it does when it stops', async () => {
    if (connection.db === undefined) throw new Error('not connected');
    const jobs = connection.db.collection('agendaJobs');
    const agenda = new Agenda({ backend: new MongoBackend({ mongo: connection.db }) });
    await agenda.ready;
    agenda.define('later', () => undefined);
    const { attrs } = await agenda.schedule('in 2 hours', 'later', {});
    if (attrs._id === undefined) throw new Error('not saved');
    await jobs.updateOne({ name: 'later' }, { $set: { lockedAt: new Date(0) } });
    await agenda.db.unlockJobs([attrs._id]);
    expect(await jobs.findOne({ name: 'later' })).not.toHaveProperty('lockedAt');
    await agenda.stop();
  });

  test('mongoose guards a document by its version', async () => {
    const schema = new Schema(
      { state: String, tags: [String], lines: [{ text: String }] },
      { optimisticConcurrency: true, timestamps: true },
    );
    const Thing = connection.model('Thing', schema);
    const { _id } = await Thing.create({ state: 'open', tags: ['a'], lines: [{ text: 'x' }, { text: 'y' }] });
    const [one, other] = [await Thing.findById(_id).orFail(), await Thing.findById(_id).orFail()];
    one.tags.push('b');
    one.lines.pull(one.lines[0]?._id);
    await one.save();
    other.state = 'closed';
    await expect(other.save()).rejects.toThrow(/No matching document/);
    const found = await Thing.findOneAndUpdate(
      { _id, __v: 1 },
      { $set: { state: 'done' } },
      { returnDocument: 'after' },
    ).lean();
    expect(found).toMatchObject({ state: 'done', tags: ['a', 'b'], lines: [{ text: 'y' }] });
  });
});

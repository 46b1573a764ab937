import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

interface Case {
  name: string;
  page: string;
  before: Document;
  filter?: Document;
  update: Document;
  arrayFilters?: Document[];
  after: Document;
}

const manual = 'https://www.mongodb.com/docs/manual/reference/operator/update';
const long = [
  { k: 1, n: 5 },
  { k: 2, n: 7 },
  { k: 3, n: 9 },
];

const cases: Case[] = [
  {
    name: '$set sets and makes fields',
    page: '/set/',
    before: { a: 1 },
    update: { $set: { a: 2, b: 3 } },
    after: { a: 2, b: 3 },
  },
  {
    name: '$set makes the documents on its way',
    page: '/set/',
    before: {},
    update: { $set: { 'a.b.c': 1 } },
    after: { a: { b: { c: 1 } } },
  },
  {
    name: '$set sets an element by its position',
    page: '/set/',
    before: { a: [1, 2] },
    update: { $set: { 'a.1': 5 } },
    after: { a: [1, 5] },
  },
  {
    name: '$set takes constructor for a name like any other',
    page: '/set/',
    before: {},
    update: { $set: { 'constructor.prototype.x': 1 } },
    after: { constructor: { prototype: { x: 1 } } },
  },
  {
    name: '$unset removes a field',
    page: '/unset/',
    before: { a: 1, b: 2 },
    update: { $unset: { a: '', c: '' } },
    after: { b: 2 },
  },
  {
    name: '$unset leaves null in an array',
    page: '/unset/',
    before: { a: [1, 2] },
    update: { $unset: { 'a.0': '' } },
    after: { a: [null, 2] },
  },
  {
    name: '$inc adds',
    page: '/inc/',
    before: { a: 1, b: 1.5 },
    update: { $inc: { a: -2, b: 1 } },
    after: { a: -1, b: 2.5 },
  },
  {
    name: '$inc sets a missing field',
    page: '/inc/',
    before: {},
    update: { $inc: { 'a.b': 4 } },
    after: { a: { b: 4 } },
  },
  {
    name: '$min sets the lesser',
    page: '/min/',
    before: { a: 5, b: 5 },
    update: { $min: { a: 3, b: 7, c: 1 } },
    after: { a: 3, b: 5, c: 1 },
  },
  {
    name: '$max sets the greater',
    page: '/max/',
    before: { a: 5, b: 5 },
    update: { $max: { a: 3, b: 7 } },
    after: { a: 5, b: 7 },
  },
  {
    name: '$max compares across types in BSON order',
    page: '/max/',
    before: { a: 5 },
    update: { $max: { a: 'text' } },
    after: { a: 'text' },
  },
  {
    name: '$push appends',
    page: '/push/',
    before: { a: [1] },
    update: { $push: { a: [2], b: 1 } },
    after: { a: [1, [2]], b: [1] },
  },
  {
    name: '$push $each appends several',
    page: '/each/',
    before: { a: [1] },
    update: { $push: { a: { $each: [2, 3] } } },
    after: { a: [1, 2, 3] },
  },
  {
    name: '$slice below 0 keeps the last',
    page: '/slice/',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [3, 4], $slice: -3 } } },
    after: { a: [2, 3, 4] },
  },
  {
    name: '$slice above 0 keeps the first',
    page: '/slice/',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [3], $slice: 1 } } },
    after: { a: [1] },
  },
  {
    name: '$slice 0 keeps none',
    page: '/slice/',
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [], $slice: 0 } } },
    after: { a: [] },
  },
  {
    name: '$addToSet adds what is not there',
    page: '/addToSet/',
    before: { a: [1] },
    update: { $addToSet: { a: 1, b: 2 } },
    after: { a: [1], b: [2] },
  },
  {
    name: '$addToSet $each adds each once',
    page: '/addToSet/',
    before: { a: [1] },
    update: { $addToSet: { a: { $each: [1, 2, 2] } } },
    after: { a: [1, 2] },
  },
  {
    name: '$addToSet takes documents in another order for others',
    page: '/addToSet/',
    before: { a: [{ x: 1, y: 2 }] },
    update: { $addToSet: { a: { y: 2, x: 1 } } },
    after: {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  },
  {
    name: '$pull removes equal values',
    page: '/pull/',
    before: { a: [1, 2, 1] },
    update: { $pull: { a: 1 } },
    after: { a: [2] },
  },
  {
    name: '$pull takes operators',
    page: '/pull/',
    before: { a: [1, 6, 9] },
    update: { $pull: { a: { $gte: 6 } } },
    after: { a: [1] },
  },
  {
    name: '$pull takes a filter of documents',
    page: '/pull/',
    before: { a: long },
    update: { $pull: { a: { n: { $gt: 6 }, k: 2 } } },
    after: { a: [long[0], long[2]] },
  },
  {
    name: '$pullAll removes all listed',
    page: '/pullAll/',
    before: { a: [0, 2, 5, 5, 0] },
    update: { $pullAll: { a: [0, 5] } },
    after: { a: [2] },
  },
  {
    name: '$setOnInsert does nothing to what is there',
    page: '/setOnInsert/',
    before: { a: 1 },
    update: { $setOnInsert: { a: 2 } },
    after: { a: 1 },
  },
  {
    name: '$ is the element that the filter found',
    page: '/positional/',
    before: { a: long },
    filter: { 'a.k': 2 },
    update: { $set: { 'a.$.n': 0 } },
    after: { a: [long[0], { k: 2, n: 0 }, long[2]] },
  },
  {
    name: '$ follows $elemMatch',
    page: '/positional/',
    before: { a: long },
    filter: { a: { $elemMatch: { k: { $gt: 1 }, n: { $gt: 7 } } } },
    update: { $set: { 'a.$': 0 } },
    after: { a: [long[0], long[1], 0] },
  },
  {
    name: '$[] is every element',
    page: '/positional-all/',
    before: { a: long },
    update: { $inc: { 'a.$[].k': 10 } },
    after: {
      a: [
        { k: 11, n: 5 },
        { k: 12, n: 7 },
        { k: 13, n: 9 },
      ],
    },
  },
  {
    name: '$[name] is every element that its filter finds',
    page: '/positional-filtered/',
    before: { a: long },
    update: { $set: { 'a.$[e].n': 0 } },
    arrayFilters: [{ 'e.n': { $gte: 7 } }],
    after: {
      a: [
        { k: 1, n: 5 },
        { k: 2, n: 0 },
        { k: 3, n: 0 },
      ],
    },
  },
  {
    name: '$[name] tests elements that are no documents',
    page: '/positional-filtered/',
    before: { a: [1, 5, 9] },
    update: { $set: { 'a.$[e]': 0 } },
    arrayFilters: [{ e: { $gte: 5 } }],
    after: { a: [1, 0, 0] },
  },
  {
    name: 'new fields come in the order of their names',
    page: '/#update-operators-behavior',
    before: {},
    update: { $set: { b: 1 }, $inc: { a: 1 }, $max: { c: 1 } },
    after: { a: 1, b: 1, c: 1 },
  },
];

const errors: [name: string, before: Document, update: Document, code: number][] = [
  ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc of null', { a: null }, { $inc: { a: 1 } }, 14],
  ['$inc by text', { a: 1 }, { $inc: { a: '1' } }, 14],
  ['$push to what is no array', { a: 1 }, { $push: { a: 1 } }, 2],
  ['$addToSet to what is no array', { a: 1 }, { $addToSet: { a: 1 } }, 2],
  ['$pull from what is no array', { a: 1 }, { $pull: { a: 1 } }, 2],
  ['a field within a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['operators on a path and on its part', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
  ['another _id', { a: 1 }, { $set: { _id: 'other' } }, 66],
  ['$ without a condition on the array', { a: [1] }, { $set: { 'a.$': 2 } }, 2],
  ['an empty part of a path', { a: 1 }, { $set: { 'a..b': 2 } }, 56],
];

describe('an update', () => {
  let database: TestDatabase;
  let client: MongoClient;
  const things = () => client.db(database.dbName).collection<Document & { _id: string }>('things');

  beforeAll(async () => {
    database = await openTestDatabase();
    client = await MongoClient.connect(database.uri);
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
  });
  beforeEach(async () => {
    await things().drop();
  });

  it.each(cases)(`$name (${manual}$page)`, async ({ before, filter = {}, update, arrayFilters = [], after }) => {
    await things().insertOne({ _id: 'it', ...before });
    const options = arrayFilters.length > 0 ? { arrayFilters } : {};
    const changed = JSON.stringify(before) !== JSON.stringify(after);
    expect(await things().updateOne({ _id: 'it', ...filter }, update, options)).toMatchObject({
      matchedCount: 1,
      modifiedCount: changed ? 1 : 0,
    });
    const { _id, ...found } = (await things().findOne()) ?? { _id: '' };
    expect(JSON.stringify(found)).toBe(JSON.stringify(after));
  });

  it.each(errors)('refuses %s', async (_name, before, update, code) => {
    await things().insertOne({ _id: 'it', ...before });
    await expect(things().updateOne({ _id: 'it' }, update)).rejects.toMatchObject({ code });
    expect(await things().findOne()).toEqual({ _id: 'it', ...before });
  });

  it('inserts what the filter and the update say when an upsert finds nothing (https://www.mongodb.com/docs/manual/reference/method/db.collection.updateOne/)', async () => {
    const filter = { _id: 'new', 'a.b': { $eq: 1 }, c: { $gt: 5 }, $and: [{ d: 2 }] };
    const result = await things().updateOne(filter, { $set: { e: 3 }, $setOnInsert: { f: 4 } }, { upsert: true });
    expect(result).toMatchObject({ upsertedId: 'new', upsertedCount: 1, matchedCount: 0, modifiedCount: 0 });
    expect(await things().findOne()).toEqual({ _id: 'new', a: { b: 1 }, d: 2, e: 3, f: 4 });
  });

  it('replaces all but the _id (https://www.mongodb.com/docs/manual/reference/method/db.collection.replaceOne/)', async () => {
    await things().insertOne({ _id: 'it', a: 1, b: 2 });
    expect(await things().replaceOne({ a: 1 }, { c: 3 })).toMatchObject({ modifiedCount: 1 });
    expect(await things().replaceOne({ _id: 'new' }, { d: 4 }, { upsert: true })).toMatchObject({ upsertedId: 'new' });
    expect(await things().find().toArray()).toEqual([
      { _id: 'it', c: 3 },
      { _id: 'new', d: 4 },
    ]);
  });

  it('changes all that updateMany finds, and tells how many were changed (https://www.mongodb.com/docs/manual/reference/method/db.collection.updateMany/)', async () => {
    await things().insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 2 },
    ]);
    expect(await things().updateMany({}, { $set: { n: 2 } })).toMatchObject({ matchedCount: 3, modifiedCount: 2 });
    expect(await things().countDocuments({ n: 2 })).toBe(3);
  });

  it('changes one document of several that an updateOne finds', async () => {
    await things().insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    await things().updateOne({ n: 1 }, { $inc: { n: 1 } });
    expect(await things().countDocuments({ n: 1 })).toBe(1);
  });
});

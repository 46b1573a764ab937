import { type Document, Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

interface Case {
  name: string;
  page: string;
  pipeline: Document[];
  gives: Document[];
}

const manual = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation';
const sales: Document[] = [
  { _id: 1, item: 'a', price: 10, qty: 2, tags: ['x', 'y'] },
  { _id: 2, item: 'b', price: 20, qty: 1, tags: [] },
  { _id: 3, item: 'a', price: 5, qty: 10, tags: ['y'] },
  { _id: 4, price: null, big: Long.fromString('9007199254740993') },
];

const cases: Case[] = [
  {
    name: '$match filters',
    page: '/match/',
    pipeline: [{ $match: { item: 'a' } }, { $project: { price: 1 } }],
    gives: [
      { _id: 1, price: 10 },
      { _id: 3, price: 5 },
    ],
  },
  {
    name: '$match filters what another stage made',
    page: '/match/',
    pipeline: [{ $group: { _id: '$item', n: { $sum: 1 } } }, { $match: { n: { $gt: 1 } } }],
    gives: [{ _id: 'a', n: 2 }],
  },
  {
    name: '$sort, $skip and $limit',
    page: '/sort/',
    pipeline: [{ $sort: { price: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    gives: [{ _id: 1 }, { _id: 3 }],
  },
  {
    name: '$sort puts null and missing before numbers',
    page: '/sort/',
    pipeline: [{ $project: { price: 1 } }, { $sort: { price: 1 } }, { $limit: 1 }],
    gives: [{ _id: 4, price: null }],
  },
  { name: '$count counts', page: '/count/', pipeline: [{ $match: { item: 'a' } }, { $count: 'n' }], gives: [{ n: 2 }] },
  {
    name: '$count of nothing gives no document',
    page: '/count/',
    pipeline: [{ $match: { item: 'z' } }, { $count: 'n' }],
    gives: [],
  },
  {
    name: '$project leaves fields out',
    page: '/project/',
    pipeline: [{ $match: { _id: 2 } }, { $project: { tags: 0, _id: 0 } }],
    gives: [{ item: 'b', price: 20, qty: 1 }],
  },
  {
    name: '$unwind gives one document for each element',
    page: '/unwind/',
    pipeline: [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    gives: [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 3, tags: 'y' },
    ],
  },
  {
    name: '$unwind can keep empty and missing arrays',
    page: '/unwind/',
    pipeline: [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } },
      { $match: { _id: { $in: [2, 4] } } },
      { $project: { tags: 1 } },
    ],
    gives: [{ _id: 2 }, { _id: 4 }],
  },
  {
    name: '$group by a missing field is the group null',
    page: '/group/',
    pipeline: [{ $group: { _id: '$item', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    gives: [
      { _id: null, n: 1 },
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ],
  },
  {
    name: '$group by several fields',
    page: '/group/',
    pipeline: [
      { $match: { item: 'a' } },
      { $group: { _id: { i: '$item', q: '$qty' }, n: { $sum: 1 } } },
      { $sort: { '_id.q': 1 } },
    ],
    gives: [
      { _id: { i: 'a', q: 2 }, n: 1 },
      { _id: { i: 'a', q: 10 }, n: 1 },
    ],
  },
  {
    name: '$sum ignores what is no number',
    page: '/sum/',
    pipeline: [{ $group: { _id: null, total: { $sum: '$price' } } }],
    gives: [{ _id: null, total: 35 }],
  },
  {
    name: '$avg ignores what is no number',
    page: '/avg/',
    pipeline: [{ $group: { _id: '$item', avg: { $avg: '$price' } } }, { $sort: { _id: 1 } }],
    gives: [
      { _id: null, avg: null },
      { _id: 'a', avg: 7.5 },
      { _id: 'b', avg: 20 },
    ],
  },
  {
    name: '$min and $max ignore null',
    page: '/min/',
    pipeline: [{ $group: { _id: null, min: { $min: '$price' }, max: { $max: '$price' } } }],
    gives: [{ _id: null, min: 5, max: 20 }],
  },
  {
    name: '$first is the first in order',
    page: '/first/',
    pipeline: [
      { $sort: { price: 1 } },
      { $match: { item: 'a' } },
      { $group: { _id: null, first: { $first: '$price' } } },
    ],
    gives: [{ _id: null, first: 5 }],
  },
  {
    name: '$first of a missing field is null',
    page: '/first/',
    pipeline: [{ $match: { _id: 4 } }, { $group: { _id: null, first: { $first: '$item' } } }],
    gives: [{ _id: null, first: null }],
  },
  {
    name: '$push gathers, without missing fields',
    page: '/push/',
    pipeline: [{ $group: { _id: null, items: { $push: '$item' } } }],
    gives: [{ _id: null, items: ['a', 'b', 'a'] }],
  },
];

describe('an aggregation', () => {
  let database: TestDatabase;
  let client: MongoClient;
  const run = (pipeline: Document[], options = {}) =>
    client.db(database.dbName).collection('sales').aggregate(pipeline, options).toArray();

  beforeAll(async () => {
    database = await openTestDatabase();
    client = await MongoClient.connect(database.uri);
    await client.db(database.dbName).collection('sales').insertMany(sales);
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
  });

  it.each(cases)(`$name (${manual}$page)`, async ({ pipeline, gives }) => {
    expect(await run(pipeline)).toEqual(gives);
  });

  it(`adds 64-bit integers exactly (${manual}/sum/)`, async () => {
    const [sum] = await run([{ $group: { _id: null, total: { $sum: '$big' } } }], { promoteLongs: false });
    expect(String(sum?.total)).toBe('9007199254740993');
  });
});

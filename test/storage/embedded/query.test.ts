import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

/** What a filter finds; the page is MongoDB's manual, which gives the rule. */
interface Case {
  name: string;
  page: string;
  documents: Document[];
  filter: Document;
  finds: unknown[];
}

const manual = 'https://www.mongodb.com/docs/manual';
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

const stock = [
  {
    _id: 1,
    qty: 15,
    tags: ['a', 'b'],
    size: { h: 8, uom: 'cm' },
    on: day(1),
    items: [
      { k: 'x', n: 1 },
      { k: 'y', n: 9 },
    ],
  },
  { _id: 2, qty: 25, tags: [], size: { h: 9, uom: 'in' }, on: day(2), items: [{ k: 'x', n: 9 }] },
  { _id: 3, qty: null, tags: ['b'], note: 'Déjà vu', on: day(3) },
  { _id: 4, tags: [['a', 'b'], 'c'], note: 'second\nline' },
  { _id: 5, qty: '15', numbers: [1, 20] },
];

const cases: Case[] = [
  ['$eq matches the value', '/reference/operator/query/eq/', { qty: { $eq: 15 } }, [1]],
  ['equality matches an element of an array', '/tutorial/query-arrays/', { tags: 'b' }, [1, 3]],
  [
    'equality with an array matches the whole array, or an element that is that array',
    '/reference/operator/query/eq/',
    { tags: ['a', 'b'] },
    [1, 4],
  ],
  [
    'equality with a document needs the same fields in the same order',
    '/tutorial/query-embedded-documents/',
    { size: { h: 8, uom: 'cm' } },
    [1],
  ],
  [
    'equality with a document in another order finds nothing',
    '/tutorial/query-embedded-documents/',
    { size: { uom: 'cm', h: 8 } },
    [],
  ],
  ['dot notation reaches into documents', '/tutorial/query-embedded-documents/', { 'size.uom': 'in' }, [2]],
  ['dot notation reaches into documents in arrays', '/tutorial/query-array-of-documents/', { 'items.n': 9 }, [1, 2]],
  ['dot notation reaches a position', '/tutorial/query-array-of-documents/', { 'items.0.n': 9 }, [2]],
  ['null matches null and missing fields', '/tutorial/query-for-null-fields/', { qty: null }, [3, 4]],
  ['null matches a missing embedded field', '/tutorial/query-for-null-fields/', { 'size.h': null }, [3, 4, 5]],
  ['$ne includes documents without the field', '/reference/operator/query/ne/', { qty: { $ne: 15 } }, [2, 3, 4, 5]],
  ['$gt compares within one type', '/reference/operator/query/gt/', { qty: { $gt: 10 } }, [1, 2]],
  ['$gte includes the bound', '/reference/operator/query/gte/', { qty: { $gte: 15 } }, [1, 2]],
  ['$gte compares dates', '/reference/operator/query/gte/', { on: { $gte: day(2) } }, [2, 3]],
  ['$gte with null matches null and missing', '/reference/operator/query/gte/', { qty: { $gte: null } }, [3, 4]],
  ['the higher of two lower bounds holds', '/reference/operator/query/gte/', { qty: { $gt: 15, $gte: 3 } }, [2]],
  ['a stretch has two ends', '/reference/operator/query/gte/', { on: { $gte: day(1), $lt: day(3) } }, [1, 2]],
  ['$lte compares dates', '/reference/operator/query/lte/', { on: { $lte: day(2) } }, [1, 2]],
  ['$lte with null matches null and missing', '/reference/operator/query/lte/', { qty: { $lte: null } }, [3, 4]],
  ['$gt with null finds nothing', '/reference/operator/query/gt/', { on: { $gt: null } }, []],
  ['$lt compares text', '/reference/operator/query/lt/', { qty: { $lt: '2' } }, [5]],
  ['$lte includes the bound', '/reference/operator/query/lte/', { qty: { $lte: 15 } }, [1]],
  ['a range may be met by different elements', '/tutorial/query-arrays/', { numbers: { $gt: 15, $lt: 5 } }, [5]],
  ['$in takes any of the values', '/reference/operator/query/in/', { qty: { $in: [25, '15'] } }, [2, 5]],
  ['$in with null matches a missing field', '/reference/operator/query/in/', { qty: { $in: [null] } }, [3, 4]],
  [
    '$nin includes documents without the field',
    '/reference/operator/query/nin/',
    { qty: { $nin: [15, 25] } },
    [3, 4, 5],
  ],
  ['$or needs one', '/reference/operator/query/or/', { $or: [{ qty: 15 }, { note: { $ne: null } }] }, [1, 3, 4]],
  ['$and needs all', '/reference/operator/query/and/', { $and: [{ tags: 'b' }, { qty: { $gt: 3 } }] }, [1]],
  [
    '$and may ask twice about a field',
    '/reference/operator/query/and/',
    { tags: 'b', $and: [{ tags: 'a' }, { $or: [{ qty: 15 }, { qty: 25 }] }] },
    [1],
  ],
  ['$exists finds null, too', '/reference/operator/query/exists/', { qty: { $exists: true } }, [1, 2, 3, 5]],
  ['$exists: false finds a missing field', '/reference/operator/query/exists/', { qty: { $exists: false } }, [4]],
  ['$exists looks into documents', '/reference/operator/query/exists/', { 'size.h': { $exists: true } }, [1, 2]],
  [
    '$exists: false holds where no element has the field',
    '/reference/operator/query/exists/',
    { 'items.n': { $exists: false } },
    [3, 4, 5],
  ],
  ['$all needs every value', '/reference/operator/query/all/', { tags: { $all: ['b', 'a'] } }, [1]],
  ['$all takes a single value for an array of one', '/reference/operator/query/all/', { qty: { $all: [15] } }, [1]],
  [
    '$all with an array matches it whole or within',
    '/reference/operator/query/all/',
    { tags: { $all: [['a', 'b']] } },
    [1, 4],
  ],
  ['$all of nothing finds nothing', '/reference/operator/query/all/', { tags: { $all: [] } }, []],
  [
    '$elemMatch needs one element to meet all',
    '/reference/operator/query/elemMatch/',
    { items: { $elemMatch: { k: 'x', n: { $gt: 5 } } } },
    [2],
  ],
  ['$size counts the elements', '/reference/operator/query/size/', { tags: { $size: 2 } }, [1, 4]],
  ['$size 0 is the empty array', '/reference/operator/query/size/', { tags: { $size: 0 } }, [2]],
].map(([name, page, filter, finds]) => ({ name, page, documents: stock, filter, finds }) as Case);

const names: Document[] = [
  { _id: 1, constructor: 'x', toString: 1 },
  { _id: 2, hasOwnProperty: 'y' },
];
cases.push(
  {
    name: 'a field may be called constructor',
    page: '/core/document/',
    documents: names,
    filter: { constructor: 'x' },
    finds: [1],
  },
  {
    name: 'a name that objects inherit is no field',
    page: '/core/document/',
    documents: names,
    filter: { valueOf: { $ne: null } },
    finds: [],
  },
);

describe('a filter', () => {
  let database: TestDatabase;
  let client: MongoClient;
  const things = () => client.db(database.dbName).collection('things');

  beforeAll(async () => {
    database = await openTestDatabase();
    client = await MongoClient.connect(database.uri);
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
  });
  beforeEach(async () => {
    await client.db(database.dbName).dropDatabase();
  });

  test.each(cases)(`$name (${manual}$page)`, async ({ documents, filter, finds }) => {
    await things().insertMany(structuredClone(documents));
    const found = () =>
      things()
        .find(filter)
        .sort({ _id: 1 })
        .map((doc) => doc._id)
        .toArray();
    expect(await found()).toEqual(finds);

    // The same answer must come through an index on what the filter asks about.
    for (const path of Object.keys(filter).filter((key) => !key.startsWith('$')))
      await things().createIndex({ [path]: -1 });
    expect(await found()).toEqual(finds);
  });
});

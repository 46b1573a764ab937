import type { Document } from 'mongodb';

/** What an update makes of a document; the page is that of MongoDB's manual. */
export interface UpdateCase {
  name: string;
  page: string;
  before: Document;
  filter?: Document;
  update: Document;
  after: Document;
}

export const manual = 'https://www.mongodb.com/docs/manual/reference/operator/update';
const long = [
  { k: 1, n: 5 },
  { k: 2, n: 7 },
  { k: 3, n: 9 },
];

export const cases: UpdateCase[] = [
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
    name: '$ stays with the element that was found, whatever else the update makes of it',
    page: '/positional/',
    before: { a: [{ k: 1, by: 'x' }] },
    filter: { a: { $elemMatch: { by: 'x' } } },
    update: { $set: { 'a.$.by': null, 'a.$.n': 2 } },
    after: { a: [{ k: 1, by: null, n: 2 }] },
  },
  {
    name: '$unset removes a field',
    page: '/unset/',
    before: { a: 1, b: 2, c: { d: 1, e: 2 } },
    update: { $unset: { a: '', 'c.d': '', 'x.y': '' } },
    after: { b: 2, c: { e: 2 } },
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
    name: '$pull takes a filter of documents',
    page: '/pull/',
    before: { a: long },
    update: { $pull: { a: { n: { $gt: 6 }, k: 2 } } },
    after: { a: [long[0], long[2]] },
  },
  {
    name: '$setOnInsert does nothing to what is there',
    page: '/setOnInsert/',
    before: { a: 1 },
    update: { $setOnInsert: { a: 2 } },
    after: { a: 1 },
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
    name: 'new fields come in the order of their names',
    page: '/#update-operators-behavior',
    before: {},
    update: { $set: { b: 1 }, $inc: { a: 1 }, $push: { 'c.d': 1 } },
    after: { a: 1, b: 1, c: { d: [1] } },
  },
];

export const errors: [name: string, before: Document, update: Document, code: number][] = [
  ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc of null', { a: null }, { $inc: { a: 1 } }, 14],
  ['$inc by text', { a: 1 }, { $inc: { a: '1' } }, 14],
  ['$push to what is no array', { a: 1 }, { $push: { a: 1 } }, 2],
  ['$pull from what is no array', { a: 1 }, { $pull: { a: { b: 1 } } }, 2],
  ['a field within a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['operators on a path and on its part', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
  ['another _id', { a: 1 }, { $set: { _id: 'other' } }, 66],
  ['an empty part of a path', { a: 1 }, { $set: { 'a..b': 2 } }, 56],
];

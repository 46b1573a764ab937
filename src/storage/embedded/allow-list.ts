import { MongoError, notSupported } from './mongo-error.ts';
import { type Doc, isDocument } from './values.ts';

/*
 * All that is taken: what the product, mongoose, Agenda and the driver below them were seen to send while the tests ran
 * (a test holds this list against the tables below). Everything else is refused by its name, an unknown command with
 * CommandNotFound; nothing is ignored that could matter.
 *
 *   commands          hello ismaster ping endsessions insert update delete findandmodify find getmore killcursors
 *                     aggregate explain create createindexes listindexes listcollections dropdatabase
 *   query operators   $eq $ne $gt $gte $lt $lte $in $nin $or $and $exists $all $size $elemMatch
 *   update operators  $set $setOnInsert $unset $inc $push $pull
 *   stages            $match $limit $group
 *
 * Within these: `$each` in `$push`; `$elemMatch` and `$pull` with a filter of documents; a positional `$` after an
 * `$elemMatch`; `$match`, `$limit` and `$group` as a driver counts documents; projections that name the fields to give;
 * indexes ascending, descending and unique; the plan of a find explained.
 */
const words = (list: string): string[] => list.split(' ');

/** Options of any command that change nothing here: https://www.mongodb.com/docs/manual/reference/command/ */
const common = words('lsid $db $readPreference txnNumber writeConcern');

const handshake = words('helloOk client compression backpressure');

/** The commands, and the options of each. */
export const commands = {
  hello: handshake,
  ismaster: handshake,
  ping: [],
  endsessions: [],
  insert: ['documents', 'ordered'],
  update: ['updates', 'ordered'],
  delete: ['deletes', 'ordered'],
  findandmodify: words('query update remove new upsert sort'),
  find: words('filter projection sort skip limit batchSize singleBatch'),
  getmore: ['collection', 'batchSize'],
  killcursors: ['cursors'],
  aggregate: ['pipeline', 'cursor'],
  explain: ['verbosity'],
  create: [],
  createindexes: ['indexes'],
  listindexes: ['cursor'],
  listcollections: words('filter nameOnly cursor authorizedCollections'),
  dropdatabase: [],
} satisfies Record<string, readonly string[]>;

export const queryOperators = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$or',
  '$and',
  '$exists',
  '$all',
  '$size',
  '$elemMatch',
] as const;
export const updateOperators = ['$set', '$setOnInsert', '$unset', '$inc', '$push', '$pull'] as const;
export const stages = ['$match', '$limit', '$group'] as const;

export type CommandName = keyof typeof commands;
export type QueryOperator = (typeof queryOperators)[number];
export type UpdateOperator = (typeof updateOperators)[number];

/** The parts of a statement within an update or a delete. */
const statements = { updates: words('q u multi upsert'), deletes: ['q', 'limit'] } as const;

/** The name of a command, without regard to case, once it and all of its options are known to be allowed. */
export function checkCommandShape(command: Doc): CommandName {
  const [given = '', ...rest] = Object.keys(command);
  const name = given.toLowerCase();
  if (!isCommandName(name)) throw new MongoError(59, `no such command: '${given}'`);
  if (Object.hasOwn(command, 'startTransaction') || Object.hasOwn(command, 'autocommit')) {
    throw notSupported('transactions');
  }
  refuseUnknown(rest, [...commands[name], ...common], given);
  for (const [list, parts] of Object.entries(statements)) {
    for (const statement of statementsOf(command, list)) refuseUnknown(Object.keys(statement), parts, given);
  }
  return name;
}

/** The documents of a list that a command carries. */
export function statementsOf(command: Doc, list: string): Doc[] {
  const value = Object.hasOwn(command, list) ? command[list] : [];
  if (Array.isArray(value) && value.every(isDocument)) return value;
  throw new MongoError(14, `${list} must be an array of objects`);
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function refuseUnknown(given: readonly string[], allowed: readonly string[], command: string): void {
  const unknown = given.find((option) => !allowed.includes(option));
  if (unknown !== undefined) throw notSupported(`option ${unknown} of ${command}`);
}

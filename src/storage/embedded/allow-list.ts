import { MongoError, notSupported } from './mongo-error.ts';
import { type Doc, documentArgument, isDocument } from './values.ts';

const words = (list: string): string[] => list.split(' ');

/** Options of any command that change nothing here: https://www.mongodb.com/docs/manual/reference/command/ */
const common = [
  ...words('lsid $db $clusterTime $readPreference txnNumber readConcern writeConcern maxTimeMS comment'),
  ...words('apiVersion apiStrict apiDeprecationErrors'),
];

const handshake = words('helloOk client compression loadBalanced topologyVersion maxAwaitTimeMS backpressure');

/**
 * The commands that the product, mongoose and Agenda send, and the options of each. A command that is not here is
 * answered with CommandNotFound, an option that is not here with its name: nothing is ignored that could matter.
 */
const options = {
  hello: handshake,
  ismaster: handshake,
  ping: [],
  buildinfo: [],
  endsessions: [],
  insert: ['documents', 'ordered', 'bypassDocumentValidation'],
  update: ['updates', 'ordered', 'bypassDocumentValidation'],
  delete: ['deletes', 'ordered'],
  findandmodify: words('query update remove new upsert fields sort arrayFilters bypassDocumentValidation'),
  find: words('filter projection sort skip limit batchSize singleBatch noCursorTimeout allowDiskUse'),
  getmore: ['collection', 'batchSize'],
  killcursors: ['cursors'],
  aggregate: ['pipeline', 'cursor', 'allowDiskUse'],
  count: ['query', 'limit', 'skip'],
  distinct: ['key', 'query'],
  explain: ['verbosity'],
  create: [],
  drop: [],
  dropdatabase: [],
  listcollections: words('filter nameOnly cursor authorizedCollections'),
  createindexes: ['indexes'],
  listindexes: ['cursor'],
  dropindexes: ['index'],
} satisfies Record<string, readonly string[]>;

export type CommandName = keyof typeof options;

/** The parts of a statement within an update or a delete. */
const statements = { updates: words('q u multi upsert arrayFilters'), deletes: ['q', 'limit'] } as const;

/** The name of a command, without regard to case, once it and all of its options are known to be allowed. */
export function checkCommandShape(command: Doc): CommandName {
  const [given = ''] = Object.keys(command);
  const name = given.toLowerCase();
  if (!isCommandName(name)) throw new MongoError(59, `no such command: '${given}'`);
  if (Object.hasOwn(command, 'startTransaction') || Object.hasOwn(command, 'autocommit')) {
    throw notSupported('transactions');
  }
  const allowed: readonly string[] = options[name];
  refuseUnknown(Object.keys(command).slice(1), [...allowed, ...common], given);
  for (const [list, parts] of Object.entries(statements)) {
    for (const statement of statementsOf(command, list)) refuseUnknown(Object.keys(statement), parts, given);
  }
  const level = documentArgument(command.readConcern, 'readConcern').level;
  if (level === 'snapshot') throw notSupported('readConcern level snapshot');
  return name;
}

/** The documents of a list that a command carries. */
export function statementsOf(command: Doc, list: string): Doc[] {
  const value = Object.hasOwn(command, list) ? command[list] : [];
  if (Array.isArray(value) && value.every(isDocument)) return value;
  throw new MongoError(14, `${list} must be an array of objects`);
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(options, name);
}

function refuseUnknown(given: readonly string[], allowed: readonly string[], command: string): void {
  const unknown = given.find((option) => !allowed.includes(option));
  if (unknown !== undefined) throw notSupported(`option ${unknown} of ${command}`);
}

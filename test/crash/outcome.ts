import { pino } from 'pino';
import { z } from 'zod';
import { openFiles } from '../../src/app/open-files.ts';
import { verifyAll } from '../../src/cli/verify.ts';
import { verifyFiles } from '../../src/cli/verify-files.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { Evidence } from '../../src/records/shape/common.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { connectStorage } from '../../src/storage/connect.ts';
import { textOf } from '../flows/slack-desk.ts';
import type { Ground } from './ground.ts';
import type { Stage } from './stage.ts';

const metadataSchema = z.object({ event_payload: z.object({ key: z.string() }) });

/** What a scenario came to, without the ids, numbers and minutes in which two runs of it may differ. */
export interface Outcome {
  readonly records: readonly { readonly type: string; readonly state: string | null }[];
  /** Every message of the bot: where it stands, the key of the effect that it was posted for, what it says. */
  readonly posts: readonly { readonly channel: string; readonly key: string; readonly text: string }[];
  /** The key of each message that stands there more than once. */
  readonly twice: readonly string[];
  readonly occurrences: readonly unknown[];
  /** What came in that nobody waited for. */
  readonly inbox: readonly unknown[];
  /** How far the deliveries of other tools are. */
  readonly deliveries: readonly unknown[];
  /** How many files are stored. */
  readonly files: number;
  /** Of `qmbot verify`. */
  readonly faults: readonly string[];
}

const keyOf = ({ metadata }: { readonly metadata?: unknown }): string =>
  metadataSchema.parse(metadata).event_payload.key;
const postText = ({ channel, key, text }: Outcome['posts'][number]) => `${channel} ${key} ${text}`;
const asText = (record: { readonly type: string }) => `${record.type} ${JSON.stringify(record)}`;

/** Reads it from the database and from Slack. */
export async function outcomeOf(ground: Ground, { dbName, seated }: Stage): Promise<Outcome> {
  const mongoUri = `${ground.database().uri}/${dbName}`;
  const storage = await connectStorage({ mongoUri, dataDir: null, log: pino({ level: 'silent' }) });
  try {
    const repository = createRecordRepository(storage.connection, createRegistry(recordTypes));
    const faults = [...(await verifyAll(repository)).faults];
    const { files } = openFiles(storage.connection, { now: () => new Date() }, repository);
    const records: RecordOf<unknown>[] = [];
    for await (const record of repository.all()) {
      records.push(record);
      faults.push(...(await verifyFiles(record, files)));
    }
    const ids = new Map(records.map(({ id, type }) => [id, type]));
    const plain = (text: string) =>
      withoutChance([...ids].reduce((said, [id, type]) => said.replaceAll(id, type), text));
    const rows = await ground.client.db(dbName).collection('records').find().toArray();
    const pendingOf = new Map(rows.map(({ _id, pending }) => [String(_id), pending]));
    const inbox = await ground.client.db(dbName).collection('inbox').find().toArray();
    const deliveries = await ground.client.db(dbName).collection('deliveries').find().sort({ _id: 1 }).toArray();
    const messages = seated.slack.world.messages.filter((message) => message.bot_id !== undefined);
    const keys = messages.map(keyOf);
    const occurrences = await ground.client.db(dbName).collection('occurrences').find().sort({ _id: 1 }).toArray();
    return {
      records: records
        .map(({ id, type, state, round, version, history, effects, cards, ownerIds, common }) => ({
          type,
          state,
          round,
          version,
          ownerIds,
          evidence: common.evidence.map(withoutPlace),
          snoozes: common.snoozes,
          moves: history.map((entry) => entry.move),
          left: effects.map(({ key, status }) => `${plain(key)} ${status}`),
          pending: pendingOf.get(id),
          cards: cards
            .map(({ channel, purpose, shownVersion }) => `${channelName(seated, channel)} ${purpose} v${shownVersion}`)
            .sort(),
        }))
        // Which of several that are raised at once comes first is chance.
        .sort((left, right) => asText(left).localeCompare(asText(right))),
      posts: messages
        .map((message) => ({
          channel: channelName(seated, message.channel),
          key: plain(keyOf(message)),
          text: isAnswered(message)
            ? ''
            : plain(textOf({ ...message, blocks: message.blocks.filter((block) => !isLead(block)) })),
        }))
        .sort((left, right) => postText(left).localeCompare(postText(right))),
      twice: keys.filter((key, at) => keys.indexOf(key) !== at),
      occurrences: occurrences.map(({ _id, status, pending }) => ({ turn: String(_id), status, pending })),
      inbox: inbox.map(({ status, pending }) => ({ status, pending })),
      deliveries: deliveries.map(({ _id, status }) => ({ delivery: String(_id), status })),
      files: await ground.client.db(dbName).collection('files.files').countDocuments(),
      faults,
    };
  } finally {
    await storage.stop();
  }
}

/**
 * A question of the bot's is overwritten by the answer to its press. A crash may take that answer away when the decision stands
 * already: pressed again, the person is told so privately, and the question stays as it was.
 */
const isAnswered = (message: { readonly metadata?: unknown }): boolean => keyOf(message).startsWith('reply:');

const leads = recordTypes.flatMap(({ words }) =>
  Object.entries(words.catalogues['zh-CN']).flatMap(([key, text]) => (/^\w+\.lead\./.test(key) ? [text] : [])),
);

/**
 * The line above a card that says why it was sent. A card that was found again after a crash is redrawn, and has none, like any
 * card that is redrawn.
 */
function isLead(block: unknown): boolean {
  const content = JSON.stringify(block);
  return leads.some((lead) => content.includes(lead));
}

/** Evidence without the ids and the instants that differ between two runs: what of a file was stored is the same. */
function withoutPlace(one: Evidence): object {
  const { addedAt: _addedAt, ...rest } = one;
  if (rest.kind === 'quote') return rest;
  const { ref: _ref, stored, ...file } = rest;
  return { ...file, stored: stored && { ...stored, fileId: '' } };
}

/** A person for a direct message: its channel's id is made up again in each run. */
function channelName({ slack }: Stage['seated'], id: string): string {
  return slack.world.channels.get(id)?.user ?? id;
}

/** A crash takes time, which a seal holds, and may cost a number; events and files have ids of their own in each run. */
function withoutChance(text: string): string {
  return text
    .replace(/\d{1,2}:\d{2}(:\d{2})?/g, 'TIME')
    .replace(/[A-Z]{2}-2026-\d{4}/g, 'NUMBER')
    .replace(/SHA-256：[0-9a-f]{64}/g, 'SEAL')
    .replace(/\b(Ev|F)\d{8}\b/g, '$1')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
}

import mongoose from 'mongoose';
import { pino } from 'pino';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { createInbox, type Inbox } from '../../src/inbox/inbox.ts';
import { inboxModel } from '../../src/inbox/inbox-model.ts';
import { createInboxRepository } from '../../src/inbox/inbox-repository.ts';
import { createEffectStore } from '../../src/outbox/effect-repository.ts';
import type { EffectStore } from '../../src/outbox/effect-store.ts';
import { type ScriptedAdapter, scriptAdapter } from '../outbox/scripted-adapter.ts';
import { openTestDatabase } from '../support/database.ts';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';

/** An inbox over a database of its own, with a handler that the test gives. */
export interface PostBox {
  readonly inbox: Inbox;
  readonly clock: MovedClock;
  readonly adapter: ScriptedAdapter;
  /** What reached the handler, in order. */
  readonly handled: Interaction[];
  readonly logged: string[];
  readonly effects: EffectStore;
  answer(handle: (interaction: Interaction) => Reply | Promise<Reply>): void;
  /** Another replica over the same database. */
  another(): Inbox;
  /** What the answers come to that the outbox is to post. */
  answers(key: string): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** Opens one. */
export async function openPostBox(): Promise<PostBox> {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await inboxModel(connection).createIndexes();
  const clock = movedClock('2026-11-23T01:00:00Z');
  const adapter = scriptAdapter(clock);
  const adapters = new Map<string, ChatAdapter>([['console:local', adapter]]);
  const handled: Interaction[] = [];
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  let handle: (interaction: Interaction) => Reply | Promise<Reply> = () => ({
    kind: 'toast',
    tone: 'good',
    text: words('好的'),
  });
  const another = () =>
    createInbox({
      repository: createInboxRepository(connection),
      handle: async (interaction) => {
        handled.push(interaction);
        return await handle(interaction);
      },
      adapters,
      written: () => undefined,
      clock,
      log,
      options: { mostAttempts: 3 },
    });
  const effects = createEffectStore('inbox', inboxModel(connection), null);
  return {
    inbox: another(),
    clock,
    adapter,
    handled,
    logged,
    effects,
    answer(next) {
      handle = next;
    },
    another,
    answers: async (key) => (await effects.load(key))?.effects ?? [],
    async close() {
      await connection.close();
      await database.stop();
    },
  };
}

/** Somebody opens the menu's first entry. */
export const chosen = (id: string): Interaction => ({
  kind: 'shortcut',
  id,
  platform: 'console',
  workspace: 'local',
  userId: 'li-na',
  direct: true,
  action: 'qm.mine',
});

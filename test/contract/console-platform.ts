import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { z } from 'zod';
import { renderCard } from '../../adapters/console/render/render-card.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { InteractionHandler } from '../../src/chat/port.ts';
import { consoleMessageModel } from '../../src/storage/console-message-model.ts';
import { createConsoleMessages } from '../../src/storage/console-message-repository.ts';
import { drawConsoleMarkup } from '../renderers/draw-console.ts';
import { openTestDatabase } from '../support/database.ts';
import { openConsoleAdapter } from '../worlds/console.ts';
import { type Act, type Filled, type Harness, type Platform, timed } from './harness.ts';

const MEMBER = 'li-na';
const CHANNEL = 'quality';

const answerSchema = z.union([
  z.object({ error: z.string(), reference: z.string().optional() }),
  z.object({ kind: z.enum(['toast', 'form', 'errors', 'card']), html: z.string() }),
  z.object({ kind: z.literal('nothing') }),
]);

const drawn = (markup: string) => drawConsoleMarkup(markup).join('\n');

/** The form's inputs as the page would send them: its own names and kinds, with what is filled in. */
function fieldsOf(markup: string, filled: Filled) {
  const fields = [...markup.matchAll(/data-name="(\w+)" data-kind="(\w+)"/g)];
  return fields.map(([, name = '', kind]) => ({ name, kind, values: [filled[name] ?? []].flat() }));
}

async function open(): Promise<Harness> {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  const model = consoleMessageModel(connection);
  await model.createIndexes();
  const interactions: Interaction[] = [];
  let handler: InteractionHandler = async () => ({ kind: 'nothing' });
  const opened = await openConsoleAdapter((interaction) => {
    interactions.push(interaction);
    return handler(interaction);
  }, createConsoleMessages(connection));
  const { adapter, messages, http } = opened;
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  const told: string[] = [];
  let form: string | null = null;

  async function send(body: object): Promise<void> {
    const response = await fetch(`${url}/console/api/interactions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(body),
    });
    const answer = answerSchema.parse(await response.json());
    if ('error' in answer) return void told.push(`${answer.error} ${answer.reference ?? ''}`);
    // What the page does with an answer: see page/page.js.
    if (answer.kind === 'form' || answer.kind === 'errors') form = answer.html;
    else if ('kind' in body && body.kind === 'submit') form = null;
    if (answer.kind === 'toast' || answer.kind === 'card') told.push(drawn(answer.html));
  }
  async function act(content: object): Promise<Act> {
    const body = { id: randomUUID(), as: MEMBER, space: CHANNEL, ...content };
    const { tookMs } = await timed(() => send(body));
    return { tookMs, again: () => send(body) };
  }
  const markupAt = async (id: string) => {
    const message = await messages.findById(id);
    if (!message) throw new Error('no such message');
    return renderCard(message.card, message.locale).toString();
  };

  return {
    adapter,
    interactions,
    channel: CHANNEL,
    noChannel: 'nowhere',
    people: { member: MEMBER, external: 'stranger', nobody: 'mallory' },
    answerWith: (next) => {
      handler = next;
    },
    say: (text) => act({ kind: 'command', text: `/finding ${text}` }),
    async press({ message }, label) {
      const buttons = [...(await markupAt(message)).matchAll(/data-action="([^"]*)" data-value="([^"]*)">([^<]*)</g)];
      const [, action, value = ''] = buttons.find(([, , , text]) => text === label) ?? [];
      return act({ kind: 'press', action, value: JSON.parse(value.replaceAll('&quot;', '"')), message });
    },
    async submit(filled) {
      const id = /data-form="([^"]*)"/.exec(form ?? '')?.[1];
      const context = /data-context="([^"]*)"/.exec(form ?? '')?.[1]?.replaceAll('&quot;', '"') ?? '{}';
      const fields = fieldsOf(form ?? '', filled);
      return act({ kind: 'submit', form: id, context: JSON.parse(context), fields });
    },
    sight: async () => ({ told, form: form === null ? null : drawn(form) }),
    async standing() {
      const page = await fetch(`${url}/console/api/conversation?as=${MEMBER}&space=${CHANNEL}`, {
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      const { html } = z.object({ html: z.string() }).parse(await page.json());
      return [...html.matchAll(/<article[\s\S]*?<\/article>/g)].map(([article]) => drawn(article));
    },
    marksOf: async ({ message }) => (await markupAt(message)).match(/<\/?\w+/g) ?? [],
    remove: async ({ message }) => void (await model.deleteOne({ _id: message })),
    async close() {
      await opened.close();
      await connection.close();
      await database.stop();
    },
  };
}

/** The console over its own HTTP API, with messages in a database. Nobody waits there but the page. */
export const consolePlatform: Platform = {
  name: 'the console',
  postsOnce: true,
  reads: false,
  hasHome: false,
  hurries: false,
  busy: /$^/,
  open,
};

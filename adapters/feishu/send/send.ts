import type { Uploaded } from '../../../src/charts/picture-uploads.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Place } from '../../../src/chat/interaction.ts';
import type { OutFile } from '../../../src/chat/out-file.ts';
import type { RefreshOutcome, SendOutcome, Target } from '../../../src/chat/port.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { ChatMemory } from '../chat-memory.ts';
import type { FeishuClient } from '../client.ts';
import type { CardJson } from '../render/card-json.ts';
import { contentOf } from '../render/card-size.ts';
import { renderCard } from '../render/render-card.ts';
import { renderReply, withMark } from '../render/render-reply.ts';
import { sentSchema, uploadedSchema } from '../schema.ts';
import { markOf, uuidOf } from './message-mark.ts';
import type { Pictures } from './pictures.ts';
import { toRefreshOutcome, toSendOutcome } from './send-outcome.ts';

interface Message {
  readonly type: 'interactive' | 'file';
  /** As returned by `contentOf`. */
  readonly content: Buffer;
}

/** Sends and redraws cards. Never throws. */
export interface Sender {
  post(target: Target, card: Card, key: string, locale: Locale): Promise<SendOutcome>;
  /** Sends a file as a message of its own. */
  postFile(target: Target, file: OutFile, key: string): Promise<SendOutcome>;
  /** Sends a reply as a message of its own. */
  say(target: Target, reply: Reply, key: string, locale: Locale): Promise<SendOutcome>;
  refresh(place: Place, card: Card, locale: Locale): Promise<RefreshOutcome>;
  /** Sends a rendered card to a person; the same key sends no second one within an hour. */
  tell(userId: string, card: CardJson, key: string): Promise<SendOutcome>;
  /** The same for a card that is already message content; see `contentOf`. */
  tellContent(userId: string, content: Buffer, key: string): Promise<SendOutcome>;
  /** Replaces one of our cards by a rendered one. */
  replace(message: string, card: CardJson): Promise<RefreshOutcome>;
}

/**
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create and .../message/patch (2026-11-23)
 * `workspace` is part of every place.
 */
export function createSender(client: FeishuClient, memory: ChatMemory, pictures: Pictures, workspace: string): Sender {
  const create = (target: Target, card: CardJson, key: string) =>
    createMessage(target, { type: 'interactive', content: contentOf(card) }, key);

  async function createMessage(target: Target, { type, content }: Message, key: string): Promise<SendOutcome> {
    const toUser = target.kind === 'user';
    const head = JSON.stringify({
      receive_id: toUser ? target.userId : target.channel,
      msg_type: type,
      uuid: uuidOf(key),
    });
    const outcome = await client.post(
      `/open-apis/im/v1/messages?receive_id_type=${toUser ? 'open_id' : 'chat_id'}`,
      Buffer.concat([Buffer.from(`${head.slice(0, -1)},"content":`), content, Buffer.from('}')]),
    );
    if (!outcome.ok) return toSendOutcome(outcome.failure, outcome.tokenless);
    const sent = sentSchema.safeParse(outcome.value);
    if (!sent.success) return { outcome: 'unknown', reason: 'no message id in the answer' };
    const { message_id: message, chat_id: channel } = sent.data.data;
    if (toUser) memory.noteDirectChat(target.userId, channel);
    return { outcome: 'sent', place: { platform: 'feishu', workspace, channel, message } };
  }

  async function patch(message: string, card: CardJson): Promise<RefreshOutcome> {
    const outcome = await client.call((sdk, options) =>
      sdk.im.v1.message.patch({ path: { message_id: message }, data: { content: JSON.stringify(card) } }, options),
    );
    return outcome.ok ? { outcome: 'done' } : toRefreshOutcome(outcome.failure, outcome.tokenless);
  }

  return {
    async postFile(target, file, key) {
      const { file_type, name } = { file_type: 'stream' as const, name: file.name };
      const uploaded = await client.call((sdk, options) =>
        sdk.im.v1.file.create({ data: { file_type, file_name: name, file: Buffer.from(file.bytes) } }, options),
      );
      if (!uploaded.ok) {
        // A file that is in no message is invisible.
        const outcome = toSendOutcome(uploaded.failure, uploaded.tokenless);
        return outcome.outcome === 'unknown'
          ? { outcome: 'later', afterMs: 5_000, scope: 'channel', reason: outcome.reason }
          : outcome;
      }
      const fileKey = uploadedSchema.safeParse(uploaded.value);
      if (!fileKey.success) return { outcome: 'refused', reason: 'no file key in the answer' };
      return createMessage(target, { type: 'file', content: contentOf({ file_key: fileKey.data.file_key }) }, key);
    },
    async post(target, card, key, locale) {
      const mark = markOf(key);
      const direct = target.kind === 'user' || memory.isDirect(target.channel);
      const outcome = await pictures.withOrWithout(card, locale, (uploaded) =>
        create(target, renderCard(card, locale, { direct, mark, pictures: uploaded }), key),
      );
      if (outcome.outcome === 'sent') memory.noteMark(outcome.place.message, mark);
      return outcome;
    },
    say(target, reply, key, locale) {
      const sayIt = (uploaded?: Uploaded): Promise<SendOutcome> => {
        const card = renderReply(reply, locale, uploaded);
        if (card === null) return Promise.resolve({ outcome: 'refused', reason: 'nothing to say' });
        return create(target, withMark(card, markOf(key)), key);
      };
      return reply.kind === 'card' ? pictures.withOrWithout(reply.card, reply.locale ?? locale, sayIt) : sayIt();
    },
    refresh(place, card, locale) {
      const bearings = { direct: memory.isDirect(place.channel), mark: memory.markOf(place.message) };
      return pictures.withOrWithout(card, locale, (uploaded) =>
        patch(place.message, renderCard(card, locale, { ...bearings, pictures: uploaded })),
      );
    },
    tell: (userId, card, key) => create({ kind: 'user', userId }, card, key),
    tellContent: (userId, content, key) =>
      createMessage({ kind: 'user', userId }, { type: 'interactive', content }, key),
    replace: patch,
  };
}

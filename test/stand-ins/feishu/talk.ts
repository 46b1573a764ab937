import { botOpenId } from './api.ts';
import type { PushAnswer } from './push.ts';
import { addResource, type Sent } from './resources.ts';
import type { Message, World } from './world.ts';

/** An event as it was pushed; it can be pushed again. */
export interface Pushed {
  readonly event: unknown;
  readonly answer: PushAnswer | null;
}

/** What people say and send to the bot. */
export interface Talk {
  /** Writes to the bot: directly, or in a group with a mention of it unless said otherwise. */
  say(
    openId: string,
    where: string,
    text: string,
    options?: { readonly mention?: boolean; readonly type?: string; readonly parent?: Message },
  ): Promise<Pushed>;
  /** Writes a text with a picture in it, with a mention of the bot, in answer to a message. */
  sayWithPicture(openId: string, where: string, text: string, picture: Buffer, parent: Message): Promise<Pushed>;
  /** Forwards several messages at once to the bot: the client makes one bundle of them. */
  forward(openId: string, messages: readonly Message[]): Promise<Pushed & { readonly bundle: Message }>;
  /** Chooses an entry of the bot's menu. */
  choose(openId: string, eventKey: string): Promise<Pushed>;
  /** Sends a picture or a file, as an answer to `parent` where it is one. */
  sendFile(
    openId: string,
    where: string,
    file: Sent,
    options?: { readonly parent?: Message; readonly mention?: boolean },
  ): Promise<Pushed>;
}

/** How events reach the bot. */
interface Delivery {
  readonly tenantOf: (openId: string) => string;
  readonly header: (type: string) => object;
  readonly deliver: (event: unknown) => Promise<PushAnswer | null>;
}

export function createTalk(world: World, { tenantOf, header, deliver }: Delivery): Talk {
  /** Tells the app of a person's message. */
  async function tell(message: Message, mention: boolean): Promise<Pushed> {
    const { sender: openId, parent } = message;
    const bot = { key: '@_user_1', id: { open_id: botOpenId }, name: 'qmbot', tenant_key: tenantOf(botOpenId) };
    const event = {
      schema: '2.0',
      header: header('im.message.receive_v1'),
      event: {
        sender: { sender_id: { open_id: openId }, sender_type: 'user', tenant_key: tenantOf(openId) },
        message: {
          message_id: message.id,
          create_time: String(message.createdAt),
          chat_id: message.chat,
          chat_type: world.chats.get(message.chat)?.kind,
          message_type: message.type,
          content: message.content,
          ...(parent !== undefined && { parent_id: parent, root_id: parent }),
          ...(mention && { mentions: [bot] }),
        },
      },
    };
    return { event, answer: await deliver(event) };
  }

  return {
    async say(openId, where, text, { mention = where !== 'p2p', type = 'text', parent } = {}) {
      const chat = where === 'p2p' ? world.directChat(openId) : world.chats.get(where);
      if (!chat) throw new Error(`no chat ${where}`);
      const written = mention ? `@_user_1 ${text}` : text;
      const content = JSON.stringify(type === 'text' ? { text: written } : JSON.parse(text));
      return tell(
        world.add({
          chat: chat.id,
          sender: openId,
          type,
          content,
          card: undefined,
          uuid: undefined,
          parent: parent?.id,
        }),
        mention,
      );
    },
    /** https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content (2026-11-25): `post`. */
    async sayWithPicture(openId, where, text, picture, parent) {
      const image_key = world.nextId('img_v3');
      const parts = [
        { tag: 'at', user_id: '@_user_1' },
        { tag: 'text', text: ` ${text}` },
      ];
      const content = JSON.stringify({ title: '', content: [parts, [{ tag: 'img', image_key }]] });
      const one = { chat: where, sender: openId, card: undefined, uuid: undefined };
      const message = world.add({ ...one, type: 'post', content, parent: parent.id });
      world.resources.set(image_key, { message: message.id, type: 'image', name: '', content: picture });
      return tell(message, true);
    },
    /** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/merge_forward (2026-11-24) */
    async forward(openId, messages) {
      const { id: chat } = world.directChat(openId);
      const one = { chat, card: undefined, uuid: undefined };
      const content = 'Merged and Forwarded Message';
      const bundle = world.add({ ...one, sender: openId, type: 'merge_forward', content });
      for (const { sender, type, content: said } of messages) {
        world.add({ ...one, sender, type, content: said, upper: bundle.id });
      }
      return { ...(await tell(bundle, false)), bundle };
    },
    /** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/bot/events/menu (2026-11-24) */
    async choose(openId, event_key) {
      const operator = { operator_id: { open_id: openId, union_id: `on_${openId}` } };
      const chosen = { operator, event_key, timestamp: Math.floor(world.now() / 1000) };
      const event = { schema: '2.0', header: header('application.bot.menu_v6'), event: chosen };
      return { event, answer: await deliver(event) };
    },
    async sendFile(openId, where, file, { parent, mention = false } = {}) {
      const chat = where === 'p2p' ? world.directChat(openId) : world.chats.get(where);
      if (!chat) throw new Error(`no chat ${where}`);
      return tell(addResource(world, chat.id, openId, file, parent?.id), mention);
    },
  };
}

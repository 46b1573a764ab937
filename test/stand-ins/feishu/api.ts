import { z } from 'zod';
import { checkCard, type Known } from './check-card.ts';
import { Refusal } from './refusal.ts';
import type { Message, Person, World } from './world.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

const day = 24 * 3_600_000;

const createSchema = z.object({
  receive_id: z.string().min(1),
  msg_type: z.enum(['text', 'interactive', 'file']),
  content: z.string().min(1),
  uuid: z.string().max(50).optional(),
});
const patchSchema = z.object({ content: z.string().min(1) });

function parseBody<T>(schema: z.ZodType<T>, body: string): T {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    throw new Refusal('create', 230001, 'Your request contains an invalid request parameter.');
  }
}

function parseContent(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Refusal('create', 230001, 'Your request contains an invalid request parameter, ext=invalid content.');
  }
}

function show(message: Message, world: World, original: boolean) {
  const byApp = message.sender === world.appId;
  // Without `card_msg_content_type` a card comes back in another, poorer shape.
  const content = message.type === 'interactive' && !original ? '{"title":"","elements":[[]]}' : message.content;
  return {
    message_id: message.id,
    msg_type: message.type,
    create_time: String(message.createdAt),
    deleted: message.deleted,
    updated: message.updated,
    chat_id: message.chat,
    ...(message.upper !== undefined && { upper_message_id: message.upper }),
    ...(message.parent !== undefined && { parent_id: message.parent, root_id: message.parent }),
    sender: { id: message.sender, id_type: byApp ? 'app_id' : 'open_id', sender_type: byApp ? 'app' : 'user' },
    body: { content: message.deleted ? 'This message was recalled' : content },
  };
}

/** What the app's cards may name. */
export const knows = (world: World): Known => ({
  user: (id) => world.people.has(id),
  picture: (key) => world.pictures.has(key),
});

function receiver(world: World, type: string | null, id: string): string {
  if (type === 'open_id') {
    const person = world.people.get(id);
    if (!person) throw new Refusal('errors', 99992351, `these open ids not existed: ${id}`);
    if (person.unavailable || person.resigned)
      throw new Refusal('create', 230013, 'Bot has NO availability to this user.');
    return world.directChat(id).id;
  }
  const chat = type === 'chat_id' ? world.chats.get(id) : undefined;
  if (!chat) throw new Refusal('create', 230034, 'The receive_id is invalid.');
  if (!chat.withBot) throw new Refusal('create', 230002, 'The bot can not be outside the group.');
  return chat.id;
}

function createMessage(world: World, { query, body }: Call): unknown {
  const data = parseBody(createSchema, body);
  const chat = receiver(world, query.get('receive_id_type'), data.receive_id);
  const content = parseContent(data.content);
  const card = data.msg_type === 'interactive' ? checkCard(content, Buffer.byteLength(body), knows(world)) : undefined;
  const file = data.msg_type === 'file' ? fileOf(world, content) : null;
  const sent = data.uuid === undefined ? undefined : world.sentWith(data.uuid);
  const { msg_type: type, uuid } = data;
  const message = sent ?? world.add({ chat, sender: world.appId, type, content: file ?? data.content, card, uuid });
  return show(message, world, true);
}

/** The content of a file's message as it is shown: with the name. */
function fileOf(world: World, content: unknown): string {
  const { file_key } = z.object({ file_key: z.string() }).parse(content);
  const file = world.uploads.get(file_key);
  if (!file) throw new Refusal('create', 230001, 'Your request contains an invalid request parameter.');
  return JSON.stringify({ file_key, file_name: file.name });
}

function patchMessage(world: World, id: string, body: string): unknown {
  const data = parseBody(patchSchema, body);
  const message = world.find(id);
  if (!message || message.sender !== world.appId || message.type !== 'interactive') {
    throw new Refusal('patch', 230001, 'Your request contains an invalid request parameter.');
  }
  if (message.deleted) throw new Refusal('patch', 230011, 'The message is recalled.');
  if (world.now() - message.createdAt > 14 * day) {
    throw new Refusal('patch', 230031, 'Message can only be modified within 14 days after sending.');
  }
  message.card = checkCard(parseContent(data.content), Buffer.byteLength(body), knows(world));
  message.content = data.content;
  message.updated = true;
  return {};
}

function listMessages(world: World, query: URLSearchParams): unknown {
  const chat = world.chats.get(query.get('container_id') ?? '');
  if (!chat) throw new Refusal('list', 230001, 'Your request contains an invalid request parameter.');
  if (!chat.withBot) throw new Refusal('list', 230002, 'The bot can not be outside the group.');
  const size = Number(query.get('page_size') ?? 20);
  if (!(size >= 1 && size <= 50)) throw new Refusal('list', 230001, 'page_size is out of range');
  const since = Number(query.get('start_time') ?? 0) * 1000;
  const all = world.messages.filter((message) => message.chat === chat.id && message.createdAt >= since);
  if (query.get('sort_type') === 'ByCreateTimeDesc') all.reverse();
  const from = Number(query.get('page_token') ?? 0);
  const original = query.get('card_msg_content_type') === 'user_card_content';
  const items = all.slice(from, from + size).map((message) => show(message, world, original));
  const more = from + size < all.length;
  return { has_more: more, ...(more && { page_token: String(from + size) }), items };
}

/** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/get (2026-11-24) */
function getMessage(world: World, id: string, query: URLSearchParams): unknown {
  const message = world.find(id);
  if (!message) throw new Refusal('get', 230001, 'Your request contains an invalid request parameter.');
  if (!world.chats.get(message.chat)?.withBot)
    throw new Refusal('get', 230002, 'The bot can not be outside the group.');
  if (message.deleted) throw new Refusal('get', 230110, 'Action unavailable as the message has been deleted.');
  const inGroup = world.chats.get(message.chat)?.kind === 'group';
  if (inGroup && !world.readsGroups) throw new Refusal('get', 230027, 'Lack of necessary permissions, ext=need scope');
  const original = query.get('card_msg_content_type') === 'user_card_content';
  const children = world.messages.filter(({ upper }) => upper === id);
  return { items: [message, ...children].map((one) => show(one, world, original)) };
}

function getUser(world: World, openId: string): unknown {
  const person = world.people.get(openId);
  // Who is of another organisation, or beyond what the app may see, is refused alike.
  if (!person || person.tenantKey !== undefined) throw new Refusal('user', 41050, 'no user authority error');
  const { name, email, mobile, resigned = false } = person;
  const status = { is_frozen: false, is_resigned: resigned, is_activated: true, is_exited: false, is_unjoin: false };
  return { user: { open_id: openId, name, ...(email && { email }), ...(mobile && { mobile }), status } };
}

/**
 * https://open.feishu.cn/document/server-docs/contact-v3/user/batch_get_id (2026-11-23): 50 of each at most; people of other tenants are not found,
 * nor those who have left unless `include_resigned` is set; an enterprise mailbox may not be found.
 */
function batchGetIds(world: World, body: string): unknown {
  const list = z.array(z.string()).max(50).optional();
  const schema = z.object({ emails: list, mobiles: list, include_resigned: z.boolean().optional() });
  const { emails = [], mobiles = [], include_resigned: resigned = false } = parseBody(schema, body);
  const people = [...world.people.values()].filter(
    (each) => each.tenantKey === undefined && (resigned || !each.resigned),
  );
  const show = (contact: object, person: Person | undefined) => ({
    ...contact,
    ...(person && {
      user_id: person.openId,
      status: {
        is_frozen: false,
        is_resigned: person.resigned ?? false,
        is_activated: true,
        is_exited: false,
        is_unjoin: false,
      },
    }),
  });
  const sameMobile = (left: string, right = '') => left.replace(/^\+86/, '') === right.replace(/^\+86/, '');
  return {
    user_list: [
      ...emails.map((email) =>
        show(
          { email },
          people.find((person) => person.email === email),
        ),
      ),
      ...mobiles.map((mobile) =>
        show(
          { mobile },
          people.find((person) => sameMobile(mobile, person.mobile)),
        ),
      ),
    ],
  };
}

/** Carries out a call that came with a good token; throws a `Refusal`. Gives the answer's fields besides `code` and `msg`. */
export function carryOut(world: World, call: Call): Record<string, unknown> {
  const [, id = ''] = /^\/open-apis\/(?:im\/v1\/messages|contact\/v3\/users)\/([^/]+)$/.exec(call.path) ?? [];
  switch (`${call.method} ${id === '' ? call.path : call.path.replace(id, ':id')}`) {
    case 'POST /open-apis/im/v1/messages':
      return { data: createMessage(world, call) };
    case 'PATCH /open-apis/im/v1/messages/:id':
      return { data: patchMessage(world, id, call.body) };
    case 'GET /open-apis/im/v1/messages/:id':
      return { data: getMessage(world, id, call.query) };
    case 'GET /open-apis/im/v1/messages':
      return { data: listMessages(world, call.query) };
    case 'GET /open-apis/contact/v3/users/:id':
      return { data: getUser(world, id) };
    case 'POST /open-apis/contact/v3/users/:id':
      return { data: batchGetIds(world, call.body) };
    case 'GET /open-apis/bot/v3/info':
      return { bot: { activate_status: 2, app_name: 'qmbot', open_id: botOpenId } };
    default:
      throw new Refusal('errors', 99991672, `no such call: ${call.method} ${call.path}`, 404);
  }
}

/** The bot's own open_id. */
export const botOpenId = 'ou_b07b07b07b07b07b07b07b07b07b07b0';

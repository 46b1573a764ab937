import { Refusal } from './refusal.ts';
import type { Message, World } from './world.ts';

/** A file to be sent. */
export interface Sent {
  readonly name: string;
  readonly content: Buffer;
  /** As a picture, of which Feishu keeps no name. */
  readonly picture?: boolean;
}

/**
 * A person's message with a picture or a file.
 * https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content (2026-11-24)
 */
export function addResource(
  world: World,
  chat: string,
  sender: string,
  { name, content, picture = false }: Sent,
  parent?: string,
): Message {
  const key = world.nextId(picture ? 'img_v3' : 'file_v3');
  const body = picture ? { image_key: key } : { file_key: key, file_name: name };
  const type = picture ? 'image' : 'file';
  const message = world.add({
    chat,
    sender,
    type,
    content: JSON.stringify(body),
    card: undefined,
    uuid: undefined,
    parent,
  });
  world.resources.set(key, { message: message.id, type, name, content });
  return message;
}

/**
 * A resource of a message. https://open.feishu.cn/document/server-docs/im-v1/message/get-2 (2026-11-24): 234003 for a key that is
 * not the message's, 234037 for more than 100 MB, 230002 where the bot is not; a deleted message gives 230110.
 */
export function resourceOf(world: World, id: string, key: string, type: string | null): Buffer {
  const message = world.find(id);
  const resource = world.resources.get(key);
  if (!message || resource?.message !== id || resource.type !== type) {
    throw new Refusal('resource', 234003, 'File not in msg.');
  }
  if (message.deleted) throw new Refusal('resource', 230110, 'Action unavailable as the message has been deleted.');
  if (!world.chats.get(message.chat)?.withBot)
    throw new Refusal('resource', 230002, 'The bot can not be outside the group.');
  if (resource.content.length > 100 * 1024 * 1024)
    throw new Refusal('resource', 234037, 'Downloaded file size exceeds limit.');
  return resource.content;
}

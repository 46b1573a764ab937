import { createHash } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';
import type { Card } from './card-schema.ts';

/** Somebody who uses Feishu. */
export interface Person {
  readonly openId: string;
  readonly name: string;
  readonly email?: string;
  readonly mobile?: string;
  /** Another organisation than the app's. */
  readonly tenantKey?: string;
  /** Outside of the app's availability, or gone: the bot cannot write to them. */
  readonly unavailable?: boolean;
  readonly resigned?: boolean;
}

export interface Chat {
  readonly id: string;
  readonly kind: 'p2p' | 'group';
  /** The other side of a direct conversation. */
  readonly person?: string;
  readonly withBot: boolean;
}

export interface Message {
  readonly id: string;
  readonly chat: string;
  /** The app, or a person's open_id. */
  readonly sender: string;
  readonly type: string;
  readonly uuid?: string | undefined;
  /** The message it answers. */
  readonly parent?: string | undefined;
  /** The bundle of forwarded messages that it belongs to. */
  readonly upper?: string | undefined;
  readonly createdAt: number;
  content: string;
  card?: Card | undefined;
  updated: boolean;
  deleted: boolean;
}

/** A picture or a file that a message holds. */
export interface Resource {
  readonly message: string;
  readonly type: 'image' | 'file';
  readonly name: string;
  readonly content: Buffer;
}

const hour = 3_600_000;

/** People, chats and messages, as Feishu's side knows them. */
export class World {
  readonly clock: Clock;
  readonly appId: string;
  readonly people = new Map<string, Person>();
  readonly chats = new Map<string, Chat>();
  readonly messages: Message[] = [];
  /** By key. */
  readonly resources = new Map<string, Resource>();
  /** Whether the app may read what is written in groups without a mention of it (`im:message.group_msg`). */
  readsGroups = true;
  /** Files that the bot uploaded, by key. */
  readonly uploads = new Map<string, { readonly name: string; readonly content: Buffer }>();
  /** Pictures that the bot uploaded, by key. */
  readonly pictures = new Map<string, Buffer>();
  #count = 0;

  constructor(clock: Clock, appId: string) {
    this.clock = clock;
    this.appId = appId;
  }

  nextId(prefix: string): string {
    this.#count += 1;
    return `${prefix}_${createHash('md5').update(`${prefix}${this.#count}`).digest('hex')}`;
  }

  addPerson(person: Person): Person {
    this.people.set(person.openId, person);
    return person;
  }

  /** A group; with the bot in it unless said otherwise. Gives its chat_id. */
  addGroup(id: string, withBot = true): string {
    this.chats.set(id, { id, kind: 'group', withBot });
    return id;
  }

  /** The direct conversation of a person with the bot; begun when it is first needed. */
  directChat(openId: string): Chat {
    const known = [...this.chats.values()].find((chat) => chat.person === openId);
    if (known) return known;
    const chat: Chat = { id: this.nextId('oc'), kind: 'p2p', person: openId, withBot: true };
    this.chats.set(chat.id, chat);
    return chat;
  }

  add(message: Pick<Message, 'chat' | 'sender' | 'type' | 'content' | 'card' | 'uuid' | 'parent' | 'upper'>): Message {
    const added = { ...message, id: this.nextId('om'), createdAt: this.now(), updated: false, deleted: false };
    this.messages.push(added);
    return added;
  }

  now(): number {
    return this.clock.now().getTime();
  }

  find(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id);
  }

  /** The message that was sent with this uuid within the last hour. */
  sentWith(uuid: string): Message | undefined {
    return this.messages.find((message) => message.uuid === uuid && this.now() - message.createdAt < hour);
  }

  /** Messages of a chat, or of a person's direct conversation, oldest first. */
  messagesIn(chatOrPerson: string): Message[] {
    const id = this.people.has(chatOrPerson) ? this.directChat(chatOrPerson).id : chatOrPerson;
    return this.messages.filter((message) => message.chat === id);
  }
}

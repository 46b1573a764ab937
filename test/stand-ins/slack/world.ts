import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';
import type { HomeBody, ModalBody } from './block-schemas.ts';
import type { Content } from './check.ts';

/** A user as `users.info` shows them, and as tests give them. */
export interface StandInUser {
  readonly id: string;
  readonly name: string;
  readonly team_id?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly locale?: string;
  readonly flags?: Readonly<Record<string, boolean>>;
}

export interface StandInChannel {
  readonly id: string;
  /** Is the bot in it? */
  readonly joined: boolean;
  readonly archived?: boolean;
  /** For a direct message: with whom. */
  readonly user?: string;
}

/** A file as a message that a person wrote carries it. https://docs.slack.dev/reference/objects/file-object (2026-11-23) */
export interface CarriedFile {
  readonly id: string;
  readonly name?: string;
  /** `tombstone` where it was deleted. */
  readonly mode?: string;
}

/** A message that stands in a channel. */
export interface StandInMessage extends Content {
  readonly kind: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly bot_id?: string;
  /** The person who wrote it; absent where a bot did. */
  readonly user?: string;
  /** The name that another app wrote it under. */
  readonly username?: string;
  readonly thread_ts?: string;
  readonly carries?: readonly CarriedFile[];
  readonly attachments?: readonly object[];
  readonly metadata?: unknown;
  /** Ids of files that it shares. */
  readonly files?: readonly string[];
  readonly edited?: boolean;
}

/** A message only one person sees. */
export interface StandInEphemeral extends Content {
  readonly kind: 'ephemeral';
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
}

/** What a person typed, or the values of the options they chose. */
export type Typed = string | readonly string[] | undefined;

/** A modal as one person has it open. */
export interface OpenView {
  readonly id: string;
  readonly user: string;
  body: ModalBody;
  hash: string;
  /** What was typed or chosen, by block and action: it survives an update of the view as long as both ids stay. */
  readonly typed: Map<string, Typed>;
}

/** A file in the workspace. */
export interface StandInFile {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly content: Buffer;
  /** The bot may not have it: shared where the bot is not. */
  readonly hidden?: boolean;
  deleted: boolean;
  /** An upload that was not finished yet is nobody's to see. */
  finished: boolean;
  /** Where it was shared. */
  readonly channels: string[];
}

interface Trigger {
  readonly user: string;
  readonly expires: number;
  used: boolean;
}

interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  readonly message?: StandInMessage | StandInEphemeral | undefined;
  readonly expires: number;
  uses: number;
}

/** Everything the stand-in knows: one workspace. */
export interface World {
  /** Whether the workspace has charts of Slack's own. */
  hasCharts: boolean;
  readonly clock: Clock;
  readonly team: string;
  readonly bot: { readonly id: string; readonly user: string };
  readonly users: Map<string, StandInUser>;
  readonly channels: Map<string, StandInChannel>;
  readonly messages: StandInMessage[];
  readonly ephemerals: StandInEphemeral[];
  readonly files: Map<string, StandInFile>;
  /** Where files are fetched from; set when the stand-in listens. */
  filesUrl: string;
  readonly views: Map<string, OpenView>;
  /** The home tabs that were published, by user. */
  readonly homes: Map<string, HomeBody>;
  /** Whether the app has a home tab. */
  homeEnabled: boolean;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** How many time stamps it has given. */
  stamps: number;
}

/** An empty workspace with these people and channels. */
export function createWorld(clock: Clock, users: readonly StandInUser[], channels: readonly StandInChannel[]): World {
  return {
    hasCharts: true,
    clock,
    team: 'T0001',
    bot: { id: 'B0001', user: 'U0BOT' },
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: [],
    ephemerals: [],
    files: new Map(),
    filesUrl: '',
    views: new Map(),
    homes: new Map(),
    homeEnabled: true,
    triggers: new Map(),
    responseUrls: new Map(),
    stamps: 0,
  };
}

let counter = 0;

/** A message's `ts`: seconds of the clock, and a count that keeps it unique. */
export function nextTs(world: World): string {
  world.stamps += 1;
  return `${Math.floor(world.clock.now().getTime() / 1000)}.${String(world.stamps).padStart(6, '0')}`;
}

/** An id of Slack's look. */
export function nextId(prefix: string): string {
  counter += 1;
  return `${prefix}${String(counter).padStart(8, '0')}`;
}

/** A trigger for 3 s. https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses (2026-11-23) */
export function grantTrigger(world: World, user: string): string {
  const id = `${nextId('')}.${nextId('')}.${randomBytes(8).toString('hex')}`;
  world.triggers.set(id, { user, expires: world.clock.now().getTime() + 3_000, used: false });
  return id;
}

/** The conversation between the bot and a person, begun if need be. */
export function directChannel(world: World, user: string): StandInChannel {
  const known = [...world.channels.values()].find((channel) => channel.user === user);
  if (known) return known;
  const channel = { id: nextId('D'), joined: true, user };
  world.channels.set(channel.id, channel);
  return channel;
}

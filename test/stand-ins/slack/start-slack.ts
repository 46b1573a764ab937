import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Clock } from '../../../src/clock.ts';
import { type Answered, type BotRequest, type Courier, createCourier } from './deliver.ts';
import type { Fault } from './faults.ts';
import { addFile } from './files.ts';
import { createForms, type Forms } from './forms.ts';
import { createPeople, type People } from './person.ts';
import { type Call, createService } from './serve.ts';
import { acceptSockets, type Sockets } from './socket.ts';
import { createWays, type Ways } from './ways.ts';
import {
  createWorld,
  type StandInChannel,
  type StandInEphemeral,
  type StandInMessage,
  type StandInUser,
  type World,
} from './world.ts';

export interface StandInOptions {
  readonly clock: Clock;
  readonly users: readonly StandInUser[];
  readonly channels: readonly StandInChannel[];
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
}

/** A Slack workspace on 127.0.0.1, and the people in it. */
export interface SlackStandIn extends People, Ways, Forms, Courier {
  /** For the adapter's `apiUrl`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly world: World;
  /** The calls that came in, in order. */
  readonly calls: readonly Call[];
  /** Where requests go: the bot's `/slack/events`. */
  connect(botUrl: string): void;
  /** The next call of this method goes wrong. */
  failNext(method: string, fault: Fault): void;
  /** What stands in a channel, the oldest first. */
  messagesIn(channel: string): readonly StandInMessage[];
  /** What one person alone was shown, the oldest first. */
  shownTo(user: string): readonly StandInEphemeral[];
  /** Sends a request again as it was. */
  redeliver(request: BotRequest): Promise<Answered>;
  /** Uploads a file, into a form or with a message; gives its id. `hidden`: shared where the bot is not. */
  upload(user: string, name: string, content: Buffer, hidden?: boolean): string;
  /** How many connections stand. */
  connections(): Promise<number>;
  /** Cuts the connections of Socket Mode. */
  dropSockets(): void;
  /** The connections of Socket Mode. */
  readonly sockets: Pick<Sockets, 'count' | 'opened' | 'dropAtNextEnvelope' | 'askToReconnect'>;
  close(): Promise<void>;
}

/** Starts a stand-in for Slack. It refuses what Slack refuses; see check.ts and methods.ts. */
export async function startSlack(options: StandInOptions): Promise<SlackStandIn> {
  const {
    clock,
    users,
    channels,
    botToken = 'xoxb-test',
    appToken = 'xapp-test',
    signingSecret = 'signing-secret',
  } = options;
  const world = createWorld(clock, users, channels);
  const service = createService(world, { botToken, appToken });
  const server = createServer((request, response) => {
    service.serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  world.filesUrl = base;
  let botUrl = '';
  const sockets = acceptSockets(server);
  const overHttp = createCourier(clock, signingSecret, () => botUrl);
  const courier: Courier = {
    ...overHttp,
    send: (request) => (sockets.connected() ? sockets.deliver(request) : overHttp.send(request)),
  };
  return {
    ...courier,
    ...createPeople(world, courier, () => base),
    ...createWays(world, courier, () => base),
    ...createForms(world, courier),
    apiUrl: `${base}api/`,
    botToken,
    appToken,
    signingSecret,
    world,
    calls: service.calls,
    connect: (url) => {
      botUrl = url;
    },
    failNext: (method, fault) => service.failNext(method, fault),
    messagesIn: (channel) => world.messages.filter((message) => message.channel === channel),
    shownTo: (user) => world.ephemerals.filter((message) => message.user === user),
    upload: (user, name, content, hidden) => addFile(world, user, name, content, hidden).id,
    redeliver: (request) => courier.send(request),
    connections: () => promisify(server.getConnections.bind(server))(),
    dropSockets: () => sockets.drop(),
    sockets,
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

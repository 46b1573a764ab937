import { type Answered, type Courier, payload } from './deliver.ts';
import { buttonsOf, eventBody, sendEvent, signEvent, teamOf } from './person.ts';
import { grantResponseUrl } from './response-urls.ts';
import { type CarriedFile, directChannel, grantTrigger, nextTs, type StandInMessage, type World } from './world.ts';

/** What a message brings besides its text, and where it stands. */
export interface Written {
  readonly files?: readonly CarriedFile[];
  /** The message whose thread it stands in. */
  readonly thread?: string;
}

/** The ways to the bot besides commands and buttons. */
export interface Ways {
  /** Writes in a channel where nobody calls the bot: no request. */
  write(user: string, channel: string, text: string, written?: Written): StandInMessage;
  /** Another app writes in a channel, with a name of its own; what it shows stands in attachments where it has no text. */
  writeAsApp(channel: string, name: string, text: string, attachments?: readonly object[]): StandInMessage;
  /** Uses a shortcut on a message. */
  useOn(user: string, message: StandInMessage, callbackId: string): Promise<Answered>;
  /** Uses a shortcut from the search bar or the composer. */
  useShortcut(user: string, callbackId: string): Promise<Answered>;
  /** Opens the bot's page, at its home or its messages. */
  openHome(user: string, tab?: 'home' | 'messages'): Promise<Answered>;
  /** Sends files to the bot in a direct message, or in a channel with a mention of it. */
  share(user: string, text: string, written: Written, channel?: string): Promise<Answered>;
  /** The same, in a direct message, by a Slack that delivers again what the bot did not take: each call of what is given does. */
  shareUntilTaken(user: string, text: string, written: Written): () => Promise<Answered>;
  /** Presses a button of one's home. */
  pressHome(user: string, actionId: string): Promise<Answered>;
}

export function createWays(world: World, courier: Courier, baseUrl: () => string): Ways {
  const send = (content: object) => courier.send(courier.sign(payload(content)));
  const who = (user: string) => ({
    api_app_id: 'A0001',
    team: { id: teamOf(world, user), domain: 'example' },
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: teamOf(world, user) },
    trigger_id: grantTrigger(world, user),
  });
  const put = (message: Omit<StandInMessage, 'kind' | 'ts' | 'blocks'>): StandInMessage => {
    const standing: StandInMessage = { kind: 'message', ts: nextTs(world), blocks: [], ...message };
    world.messages.push(standing);
    return standing;
  };

  const write: Ways['write'] = (user, channel, text, { files, thread } = {}) =>
    put({ channel, text, user, ...(files && { carries: files }), ...(thread && { thread_ts: thread }) });

  return {
    write,
    writeAsApp: (channel, username, text, attachments) =>
      put({ channel, text, username, bot_id: 'B0OTHER', ...(attachments && { attachments }) }),

    /** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload (2026-11-23) */
    useOn(user, message, callback_id) {
      const { channel, ts } = message;
      return send({
        ...who(user),
        type: 'message_action',
        callback_id,
        message_ts: ts,
        response_url: `${baseUrl()}response/${grantResponseUrl(world, user, channel)}`,
        channel: { id: channel, name: 'general' },
        message: contentOf(message),
      });
    },
    useShortcut: (user, callback_id) => send({ ...who(user), type: 'shortcut', callback_id }),

    /** https://docs.slack.dev/reference/events/app_home_opened (2026-11-23) */
    openHome(user, tab = 'home') {
      const event = {
        type: 'app_home_opened',
        user,
        channel: directChannel(world, user).id,
        tab,
        event_ts: nextTs(world),
      };
      return sendEvent(courier, event, teamOf(world, user));
    },

    /** https://docs.slack.dev/reference/events/message/file_share (2026-11-23); a mention comes as `app_mention` with its files. */
    share(user, text, written, channel = directChannel(world, user).id) {
      const message = write(user, channel, text, written);
      const event = channel.startsWith('D')
        ? sharedDirectly(message)
        : { ...eventContentOf(message), type: 'app_mention', text: `<@${world.bot.user}> ${text}` };
      return sendEvent(courier, event, teamOf(world, user));
    },
    shareUntilTaken(user, text, written) {
      const message = write(user, directChannel(world, user).id, text, written);
      const body = eventBody(sharedDirectly(message), teamOf(world, user));
      return () => courier.send(signEvent(courier, body));
    },

    /** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload (2026-11-23): of a view, without a channel. */
    pressHome(user, actionId) {
      const home = world.homes.get(user);
      const button = buttonsOf(home?.blocks ?? []).find((each) => each.action_id === actionId);
      if (!home || !button) throw new Error(`no button ${actionId} in the home of ${user}`);
      return send({
        ...who(user),
        type: 'block_actions',
        container: { type: 'view', view_id: 'V0HOME' },
        view: { id: 'V0HOME', ...home },
        actions: [{ ...button, block_id: 'b1', action_ts: nextTs(world) }],
      });
    },
  };
}

const eventContentOf = (message: StandInMessage) => ({
  ...contentOf(message),
  channel: message.channel,
  event_ts: message.ts,
});

const sharedDirectly = (message: StandInMessage) => ({
  ...eventContentOf(message),
  type: 'message',
  subtype: 'file_share',
  channel_type: 'im',
});

/** A message as Slack tells of it. https://docs.slack.dev/reference/events/message (2026-11-23) */
function contentOf({ ts, text, user, bot_id, username, thread_ts, carries, attachments, blocks }: StandInMessage) {
  return {
    type: 'message',
    ts,
    text,
    ...(user && { user }),
    ...(bot_id && { bot_id, subtype: 'bot_message' }),
    ...(username && { username }),
    ...(thread_ts && { thread_ts }),
    ...(carries && { files: carries }),
    ...(attachments && { attachments }),
    ...(blocks.length > 0 && { blocks }),
  };
}

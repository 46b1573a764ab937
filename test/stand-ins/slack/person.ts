import type { StandInBlock } from './block-schemas.ts';
import { checkContent } from './check.ts';
import { type Answered, type BotRequest, type Courier, form, payload } from './deliver.ts';
import { grantResponseUrl } from './response-urls.ts';
import {
  directChannel,
  grantTrigger,
  nextId,
  nextTs,
  type StandInEphemeral,
  type StandInMessage,
  type World,
} from './world.ts';

/** What people do in Slack, except for forms. Each act is one signed request to the bot. */
export interface People {
  /** `slash('U1', '/finding', 'new', 'C1')`; an answer in the acknowledgement is shown to the person. */
  slash(user: string, command: string, text: string, channel: string): Promise<Answered>;
  /** Presses the button with this `action_id`. */
  press(user: string, message: StandInMessage | StandInEphemeral, actionId: string): Promise<Answered>;
  /** Writes to the bot in a direct message. */
  say(user: string, text: string): Promise<Answered>;
  /** Writes in a channel with a mention of the bot before the text. */
  mention(user: string, channel: string, text: string): Promise<Answered>;
}

/** People who act through this courier. */
export function createPeople(world: World, courier: Courier, baseUrl: () => string): People {
  const send = (body: string) => courier.send(courier.sign(body));
  const responseUrl = (id: string) => `${baseUrl()}response/${id}`;

  return {
    /** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling (2026-11-23) */
    async slash(user, command, text, channel) {
      const response_url = responseUrl(grantResponseUrl(world, user, channel));
      const trigger_id = grantTrigger(world, user);
      const names = {
        team_domain: 'example',
        channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
        user_name: user.toLowerCase(),
      };
      const ids = {
        token: 'legacy',
        team_id: teamOf(world, user),
        channel_id: channel,
        user_id: user,
        api_app_id: 'A0001',
      };
      const answered = await send(
        form({ ...ids, ...names, command, text, is_enterprise_install: 'false', response_url, trigger_id }),
      );
      if (answered.status === 200) showAck(world, answered, user, channel);
      return answered;
    },

    /** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload (2026-11-23) */
    press(user, message, actionId) {
      const button = buttonIn(message, actionId);
      const { channel, ts } = message;
      const is_ephemeral = message.kind === 'ephemeral';
      const content = {
        type: 'block_actions',
        api_app_id: 'A0001',
        team: { id: teamOf(world, user), domain: 'example' },
        user: { id: user, username: user.toLowerCase(), team_id: teamOf(world, user) },
        trigger_id: grantTrigger(world, user),
        response_url: responseUrl(grantResponseUrl(world, user, channel, message)),
        channel: { id: channel, name: 'general' },
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral },
        ...(!is_ephemeral && { message: { type: 'message', ts, text: message.text, blocks: message.blocks } }),
        actions: [{ ...button, block_id: 'b1', action_ts: nextTs(world) }],
      };
      return send(payload(content));
    },

    /** https://docs.slack.dev/reference/events/message.im (2026-11-23) */
    say(user, text) {
      const channel = directChannel(world, user).id;
      const event = { type: 'message', channel, channel_type: 'im', user, text, ts: nextTs(world) };
      return sendEvent(courier, event, teamOf(world, user));
    },

    /** https://docs.slack.dev/reference/events/app_mention (2026-11-23) */
    mention(user, channel, text) {
      const event = { type: 'app_mention', channel, user, text: `<@${world.bot.user}> ${text}`, ts: nextTs(world) };
      return sendEvent(courier, event, teamOf(world, user));
    },
  };
}

/** https://docs.slack.dev/apis/events-api#callback-field (2026-11-23) */
export function sendEvent(courier: Courier, event: unknown, team_id: string): Promise<Answered> {
  return courier.send(signEvent(courier, eventBody(event, team_id)));
}

/** An event as it is sent, each time it is sent. */
export function eventBody(event: unknown, team_id: string): string {
  const frame = { type: 'event_callback', event_id: nextId('Ev'), event_time: 0, team_id, api_app_id: 'A0001' };
  return JSON.stringify({ ...frame, event });
}

/** The request that an event comes in, signed now. */
export const signEvent = (courier: Courier, body: string): BotRequest =>
  courier.sign(body, { contentType: 'application/json' });

/** The workspace somebody belongs to. */
export function teamOf(world: World, user: string): string {
  return world.users.get(user)?.team_id ?? world.team;
}

/** The message in an acknowledgement. https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands (2026-11-23) */
function showAck(world: World, { body, text }: Answered, user: string, channel: string): void {
  if (text === '') return;
  const content = checkContent(body ?? { text }, world);
  world.ephemerals.push({ kind: 'ephemeral', channel, ts: nextTs(world), user, ...content });
}

function buttonIn({ blocks }: StandInMessage | StandInEphemeral, actionId: string) {
  const buttons = buttonsOf(blocks);
  const button = buttons.find((each) => each.action_id === actionId);
  if (button === undefined)
    throw new Error(`no button ${actionId}; there are: ${buttons.map((each) => each.action_id).join(' ')}`);
  return button;
}

/** The buttons in some blocks, in order. */
export function buttonsOf(blocks: readonly StandInBlock[]) {
  return blocks.flatMap((block) => {
    if (block.type === 'actions') return block.elements;
    return block.type === 'section' && block.accessory ? [block.accessory] : [];
  });
}

import { drawSlackMessage, drawSlackView } from '../renderers/draw-slack.ts';
import type { Answered } from '../stand-ins/slack/deliver.ts';
import type { SlackStandIn } from '../stand-ins/slack/start-slack.ts';
import { inputsOf } from '../stand-ins/slack/views.ts';
import { GENERAL, LI, openSlackAdapter } from '../worlds/slack.ts';
import { type Act, type Filled, type Harness, type Platform, timed } from './harness.ts';
import { marksIn } from './slack-marks.ts';

const GUEST = 'U0GUEST';
const OUTSIDE = 'U0OUTSIDE';
const stands = new WeakMap<Harness, SlackStandIn>();

function slackOf(harness: Harness): SlackStandIn {
  const slack = stands.get(harness);
  if (!slack) throw new Error('not a Slack harness');
  return slack;
}

async function open(): Promise<Harness> {
  const bot = await openSlackAdapter();
  const { slack, adapter } = bot;
  slack.world.users.set(GUEST, { id: GUEST, name: 'Guest', flags: { is_restricted: true } });
  slack.world.users.set(OUTSIDE, { id: OUTSIDE, name: 'Outside', team_id: 'T0OTHER' });
  let wrong: Readonly<Record<string, string>> = {};
  const messageAt = (ts: string) => {
    const message = slack.messagesIn(GENERAL).find((each) => each.ts === ts);
    if (!message) throw new Error('no such message');
    return message;
  };
  async function acted(act: () => Promise<Answered>): Promise<Act> {
    const { result, tookMs } = await timed(act);
    if (result.status !== 200) throw new Error(`Slack was answered ${result.status}`);
    return { tookMs, again: async () => void (await slack.redeliver(result.request)) };
  }
  const harness: Harness = {
    adapter,
    interactions: bot.seen,
    channel: GENERAL,
    noChannel: 'C0NOWHERE',
    people: { member: LI, guest: GUEST, external: OUTSIDE, nobody: 'U0NOBODY' },
    answerWith: (handler) => bot.answer(handler),
    say: (text) => acted(() => slack.slash(LI, '/finding', text, GENERAL)),
    press(place, label) {
      const message = messageAt(place.message);
      const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
      const action = buttons.find(({ text }) => text.text === label)?.action_id ?? `no button ${label}`;
      return acted(() => slack.press(LI, message, action));
    },
    submit: (filled: Filled) =>
      acted(async () => {
        const submitted = await slack.submitView(LI, slack.openView(LI), filled);
        wrong = submitted.errors;
        return submitted;
      }),
    sight: async () => {
      const direct = slack.world.messages.filter(({ channel }) => slack.world.channels.get(channel)?.user === LI);
      const view = [...slack.world.views.values()].findLast(({ user, body }) => user === LI && body.submit);
      const typed = view
        ? inputsOf(view).flatMap((input) => String([...view.typed.values()].join(' ') || input.label.text))
        : [];
      const lines = view ? [...drawSlackView(view.body), ...typed, ...Object.values(wrong)] : [];
      const told = [...slack.shownTo(LI), ...direct].map((message) => drawSlackMessage(message).join('\n'));
      return { told, form: view ? lines.join('\n') : null };
    },
    standing: async () => slack.messagesIn(GENERAL).map((message) => drawSlackMessage(message).join('\n')),
    marksOf: async (place) => marksIn(messageAt(place.message)),
    home: async () => JSON.stringify(slack.world.homes.get(LI) ?? null),
    remove: async (place) => {
      const at = slack.world.messages.findIndex(({ ts }) => ts === place.message);
      slack.world.messages.splice(at, 1);
    },
    close: () => bot.close(),
  };
  stands.set(harness, slack);
  return harness;
}

/** Slack over HTTP. A post has no key against doubles there: it is looked up. */
export const slackPlatform: Platform = {
  name: 'Slack',
  postsOnce: false,
  reads: false,
  hasHome: true,
  hurries: true,
  busy: /处理时间比平时长/,
  open,
  faults: {
    limit: (harness, seconds) =>
      slackOf(harness).failNext('chat.postMessage', { kind: 'rateLimited', retryAfter: seconds }),
    dropAfter: (harness) => slackOf(harness).failNext('chat.postMessage', { kind: 'dropAfter' }),
  },
};

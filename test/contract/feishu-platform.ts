import { drawFeishuCard } from '../renderers/draw-feishu.ts';
import { componentsOf } from '../stand-ins/feishu/fill-form.ts';
import { cardOf, pressOf, submitOf } from '../stand-ins/feishu/hands.ts';
import type { FeishuStandIn } from '../stand-ins/feishu/start-feishu-stand-in.ts';
import type { Message } from '../stand-ins/feishu/world.ts';
import { group, liNa, openFeishuAdapter, stranger } from '../worlds/feishu.ts';
import { type Harness, type Platform, timed } from './harness.ts';

const stands = new WeakMap<Harness, FeishuStandIn>();
const create = 'POST /open-apis/im/v1/messages';

function feishuOf(harness: Harness): FeishuStandIn {
  const feishu = stands.get(harness);
  if (!feishu) throw new Error('not a Feishu harness');
  return feishu;
}

const drawn = (message: Message) => drawFeishuCard(cardOf(message)).join('\n');
const hasForm = (message: Message) => componentsOf(cardOf(message).body.elements).some(({ tag }) => tag === 'form');

/** Everything in a card that mentions, links or formats: what is left of its markup when people's words, as entities, are out. */
function marksIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own =
    'tag' in part && 'content' in part && part.tag !== 'plain_text'
      ? (String(part.content)
          .replace(/&#\d+;/g, '')
          .match(/[!-+\-./:-@[-`{-~]+/g) ?? [])
      : [];
  return [...own, ...Object.values(part).flatMap(marksIn)];
}

async function open(): Promise<Harness> {
  const lark = await openFeishuAdapter();
  const { feishu, adapter } = lark;
  const { world } = feishu;
  const toasts: string[] = [];
  const direct = () => world.messagesIn(liNa.openId).filter(({ sender }) => sender === world.appId);
  const openForm = () => {
    const message = direct().findLast(hasForm);
    if (!message) throw new Error('no form is open');
    return message;
  };
  const messageAt = (id: string) => {
    const message = world.messages.find((each) => each.id === id);
    if (!message) throw new Error('no such message');
    return message;
  };
  async function act(message: Message, action: ReturnType<typeof pressOf>) {
    const { result, tookMs } = await timed(() => feishu.act(liNa.openId, message, action));
    if (result.error !== undefined) throw new Error(`Feishu's client shows ${result.error}`);
    if (result.toast) toasts.push(result.toast.content);
    return { tookMs, again: async () => void (await feishu.push(result.event)) };
  }
  // Who is from outside shows when they write in a shared group.
  await feishu.say(stranger.openId, group, 'hello');
  lark.interactions.length = 0;
  world.messages.length = 0;
  const harness: Harness = {
    adapter,
    interactions: lark.interactions,
    channel: group,
    noChannel: 'oc_nowhere',
    people: { member: liNa.openId, external: stranger.openId, nobody: 'ou_99999999999999999999999999999999' },
    answerWith: (handler) => lark.answerWith(handler),
    async say(text) {
      const { result, tookMs } = await timed(() => feishu.say(liNa.openId, 'p2p', `/finding ${text}`));
      return { tookMs, again: async () => void (await feishu.push(result.event)) };
    },
    press: async (place, label) => {
      const message = messageAt(place.message);
      return act(message, pressOf(message, label));
    },
    submit: async (filled) => act(openForm(), submitOf(openForm(), filled)),
    sight: async () => {
      const form = direct().findLast(hasForm);
      const others = direct().filter((message) => !hasForm(message));
      return { told: [...toasts, ...others.map(drawn)], form: form ? drawn(form) : null };
    },
    standing: async () =>
      world
        .messagesIn(group)
        .filter(({ deleted }) => !deleted)
        .map(drawn),
    marksOf: async (place) => marksIn(messageAt(place.message).card),
    async write(text) {
      await feishu.say(liNa.openId, group, text, { mention: false });
      const message = world.messagesIn(group).at(-1)?.id ?? '';
      return { platform: 'feishu', workspace: adapter.workspace, channel: group, message };
    },
    remove: async (place) => {
      messageAt(place.message).deleted = true;
    },
    close: () => lark.close(),
  };
  stands.set(harness, feishu);
  return harness;
}

/** Feishu over HTTP; a `uuid` keeps a message from being sent twice. */
export const feishuPlatform: Platform = {
  name: 'Feishu',
  postsOnce: true,
  reads: true,
  hasHome: false,
  hurries: true,
  busy: /没有回应|再试一次/,
  open,
  faults: {
    limit: (harness, seconds) => feishuOf(harness).failNext(create, { kind: 'rateLimited', resetSeconds: seconds }),
    dropAfter: (harness) => feishuOf(harness).failNext(create, { kind: 'dropAfter' }),
  },
};

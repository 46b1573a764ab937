import { componentsOf } from '../stand-ins/feishu/fill-form.ts';
import { cardOf } from '../stand-ins/feishu/hands.ts';
import type { FeishuStandIn } from '../stand-ins/feishu/start-feishu-stand-in.ts';
import type { Message } from '../stand-ins/feishu/world.ts';
import type { Desk } from './desk.ts';
import type { Seats } from './org-for.ts';

/** All text of a Feishu message, as a user reads it. */
export const textOf = (message: Message) => (message.card ? JSON.stringify(message.card) : message.content);

const hasForm = (message: Message) =>
  message.card !== undefined && componentsOf(cardOf(message).body.elements).some(({ tag }) => tag === 'form');

/** Users of Feishu: what they say and press reaches the bot as encrypted, signed events. */
export function feishuDesk(feishu: FeishuStandIn, { channel, userId }: Seats): Desk {
  const { world } = feishu;
  const toasts = new Map<string, string>();
  const direct = (person: string) => world.messagesIn(userId(person)).filter(({ sender }) => sender === world.appId);
  const seenBy = (person: string) =>
    [...world.messagesIn(channel), ...direct(person)].sort(
      (left, right) => world.messages.indexOf(left) - world.messages.indexOf(right),
    );
  const openForm = (person: string) => {
    const message = direct(person).findLast(hasForm);
    if (!message) throw new Error(`${person} has no form open`);
    return message;
  };
  const note = (person: string, toast: { readonly content: string } | undefined, error: number | undefined) => {
    if (error !== undefined) throw new Error(`Feishu's client shows ${error}`);
    toasts.set(person, toast?.content ?? '');
    return toast?.content ?? '';
  };
  return {
    async say(person, text) {
      await feishu.say(userId(person), 'p2p', text);
    },
    formTitle: (person) => Promise.resolve(JSON.stringify(cardOf(openForm(person)).header)),
    formText: (person) => Promise.resolve(textOf(openForm(person))),
    async fill(person, answers) {
      const { toast, error, message } = await feishu.submitForm(userId(person), openForm(person), answers);
      const said = note(person, toast, error);
      return toast?.type === 'error' && hasForm(message) ? said : '';
    },
    async press(person, number, button) {
      const message = seenBy(person).findLast((one) => textOf(one).includes(number) && hasButton(one, button));
      if (!message) throw new Error(`${person} sees no button "${button}" for ${number}`);
      const { toast, error } = await feishu.press(userId(person), message, button);
      note(person, toast, error);
    },
    told: (person) => {
      const newest = direct(person).at(-1);
      return Promise.resolve(`${toasts.get(person) ?? ''}\n${newest ? textOf(newest) : ''}`);
    },
    toldSoFar: (person) => Promise.resolve(direct(person).map(textOf).join('\n')),
    channel: () => Promise.resolve(world.messagesIn(channel).map(textOf)),
    directMessage(person) {
      const newest = direct(person).findLast((message) => !hasForm(message));
      return Promise.resolve(newest ? textOf(newest) : '');
    },
  };
}

function hasButton(message: Message, label: string): boolean {
  if (!message.card) return false;
  return componentsOf(cardOf(message).body.elements).some(
    (element) => element.tag === 'button' && element.text?.content === label,
  );
}

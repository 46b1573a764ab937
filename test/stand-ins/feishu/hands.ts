import { z } from 'zod';
import { knows } from './api.ts';
import { type Card, cardSchema } from './card-schema.ts';
import { checkCard } from './check-card.ts';
import { componentsOf, type Filled, fillForm } from './fill-form.ts';
import type { PushAnswer } from './push.ts';
import type { Message, World } from './world.ts';

/** What somebody sees after a press. */
export interface Seen {
  readonly toast?: { readonly type: string; readonly content: string } | undefined;
  /** The message as it stands now. */
  readonly message: Message;
  /** The error the client shows when the app answered late or wrongly. */
  readonly error?: 200341 | 200671 | 200672 | 200673;
}

/** What is pressed, and with which form values: the body of the callback. */
export interface Action {
  readonly value: unknown;
  readonly tag: 'button';
  readonly name?: string | undefined;
  readonly form_value?: Record<string, unknown>;
}

/** https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication (2026-11-23) */
const answerSchema = z.strictObject({
  toast: z.strictObject({ type: z.enum(['info', 'success', 'error', 'warning']), content: z.string() }).optional(),
  card: z.strictObject({ type: z.literal('raw'), data: z.unknown() }).optional(),
});

/** The card of a message; throws when it has none. */
export function cardOf(message: Message): Card {
  return cardSchema.parse(message.card);
}

/** The button with this label, as a press of it. */
export function pressOf(message: Message, label: string): Action {
  const buttons = componentsOf(cardOf(message).body.elements).filter((element) => element.tag === 'button');
  const button = buttons.find((element) => element.text?.content === label);
  if (!button)
    throw new Error(`no button ${label} among ${buttons.map((element) => element.text?.content).join(', ')}`);
  const callback = button.behaviors?.find((behavior) => behavior.type === 'callback');
  return { value: callback && 'value' in callback ? callback.value : undefined, tag: 'button', name: button.name };
}

/** The form of a message, filled in and submitted. */
export function submitOf(message: Message, values: Filled): Action {
  const form = componentsOf(cardOf(message).body.elements).find((element) => element.tag === 'form');
  if (!form) throw new Error('the card has no form');
  const submit = componentsOf(form.elements).find(
    (element) => element.tag === 'button' && element.form_action_type === 'submit',
  );
  const label = submit?.tag === 'button' ? (submit.text?.content ?? '') : '';
  return { ...pressOf(message, label), form_value: fillForm(form.elements, values) };
}

/** Takes the app's answer as the client does: shows the toast, puts the card in the place of the pressed one. */
export function takeAnswer(world: World, message: Message, answer: PushAnswer | null): Seen {
  if (answer === null) return { message, error: 200341 };
  if (answer.status !== 200) return { message, error: 200671 };
  const parsed = answerSchema.safeParse(answer.body);
  if (!parsed.success) return { message, error: 200672 };
  const { toast, card } = parsed.data;
  if (card) {
    try {
      message.card = checkCard(card.data, Buffer.byteLength(JSON.stringify(card.data)), knows(world));
    } catch {
      return { message, toast, error: 200673 };
    }
    message.content = JSON.stringify(card.data);
    message.updated = true;
  }
  return { message, toast };
}

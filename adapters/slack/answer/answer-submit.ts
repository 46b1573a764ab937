import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { toPlainText, words } from '../../../src/chat/text.ts';
import { within } from '../../../src/chat/within.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { submitInteraction } from '../receive/to-interaction.ts';
import { readMemo } from '../render/form-memo.ts';
import { fieldId } from '../render/render-field.ts';
import { renderNotice } from '../render/render-form.ts';
import type { SlackSubmit } from '../schema.ts';
import { type Answering, ask } from './answering.ts';
import { nextView, type Shape } from './next-view.ts';
import { showLate } from './show-late.ts';
import { tellAfter } from './tell-after.ts';

/** Answers a submitted form: errors at their fields, the next form in its place, or the form closes. */
export async function answerSubmit(
  answering: Answering,
  submit: SlackSubmit,
  ack: (response?: ViewResponseAction) => Promise<void>,
): Promise<void> {
  const interaction = submitInteraction(submit, answering.workspace);
  const language = answering.locales.of(submit.user.id);
  const title = submit.view.title.text;
  if (interaction === null) {
    const locale = await language;
    return await ack(update(renderNotice(title, words(translate(locale, 'slack.oldForm')), locale)));
  }
  const { step = 0, responseUrl } = readMemo(submit.view.private_metadata) ?? {};
  const work = ask(answering, interaction);
  const inputs = Object.keys(submit.view.state.values);
  const first = await within(work, answering.answerWithinMs);
  const locale = await language;
  if (!first.inTime) {
    await ack(keep(submit, title, translate(locale, 'slack.slowForm'), locale));
    return answering.background.run(async () => {
      await showLate(answering, { submit, interaction, step, responseUrl, locale }, await work);
      answering.home.refresh(interaction.userId);
    });
  }
  const reply = first.value;
  if (reply.kind === 'toast' && reply.tone === 'error')
    return await ack(keep(submit, title, toPlainText(reply.text), locale));
  await ack(responseTo(answering, interaction, reply, { title, step, responseUrl, locale }, inputs));
  answering.home.refresh(interaction.userId);
  if (reply.kind !== 'toast' && reply.kind !== 'card') return;
  answering.background.run(() => tellAfter(answering, interaction, reply, { responseUrl, locale }));
}

/** https://docs.slack.dev/surfaces/modals#close_all_views and #displaying_errors (2026-11-23) */
function responseTo(
  answering: Answering,
  interaction: Interaction,
  reply: Reply,
  shape: Shape,
  inputs: readonly string[],
): ViewResponseAction {
  switch (reply.kind) {
    case 'toast':
    case 'card':
    case 'nothing':
      return { response_action: 'clear' };
    case 'form':
    case 'errors': {
      const errors = reply.kind === 'errors' ? errorsAtFields(reply, shape.step, inputs) : null;
      return errors ?? update(nextView(answering, interaction, reply, shape));
    }
    default:
      return reply satisfies never;
  }
}

/**
 * Errors at their fields, or null if one concerns no input of the view (Slack shows no error there): the form is then
 * redrawn with all of them on top.
 */
function errorsAtFields(
  { errors, general }: Reply & { kind: 'errors' },
  step: number,
  inputs: readonly string[],
): ViewResponseAction | null {
  const atFields = Object.entries(errors).map(([name, error]) => [fieldId(name, step), error] as const);
  if (general !== undefined || atFields.length === 0 || !atFields.every(([id]) => inputs.includes(id))) return null;
  return { response_action: 'errors', errors: Object.fromEntries(atFields) };
}

/** Keeps the form open with the user's input: the same answers may be submitted again, under the same interaction id. */
function keep(submit: SlackSubmit, title: string, text: string, locale: Locale): ViewResponseAction {
  const field = Object.keys(submit.view.state.values)[0];
  if (field === undefined) return update(renderNotice(title, words(text), locale));
  return { response_action: 'errors', errors: { [field]: text } };
}

function update(view: ModalView): ViewResponseAction {
  return { response_action: 'update', view };
}

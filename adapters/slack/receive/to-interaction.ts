import type { Interaction } from '../../../src/chat/interaction.ts';
import { interactionSchema } from '../../../src/chat/interaction.ts';
import { readMemo } from '../render/form-memo.ts';
import { actionOf } from '../render/render-button.ts';
import type { SlackCommand, SlackPress, SlackShortcut, SlackSubmit } from '../schema.ts';
import { isDirect } from '../slack-ids.ts';
import { readAnswers } from './read-answers.ts';

/** A slash command as a command: `/finding new` has the noun `finding`; `/qm finding new` leaves the noun to its text. */
export function commandInteraction(command: SlackCommand): Interaction {
  const name = command.command.replace(/^\//, '');
  return interactionSchema.parse({
    kind: 'command',
    id: command.trigger_id,
    platform: 'slack',
    workspace: command.team_id,
    userId: command.user_id,
    channel: command.channel_id,
    direct: isDirect(command.channel_id),
    noun: name === 'qm' ? null : name,
    text: command.text.trim(),
  });
}

/** A pressed button, or null if this version does not draw its value. */
export function pressInteraction(press: SlackPress, workspace: string): Interaction | null {
  const action = press.actions[0];
  if (action?.type !== 'button' || action.value === undefined) return null;
  const common = {
    id: press.trigger_id,
    platform: 'slack',
    workspace: teamOf(press, workspace),
    userId: press.user.id,
    ...(press.channel && { channel: press.channel.id }),
    direct: press.channel !== undefined && isDirect(press.channel.id),
  };
  const place = placeOf(press, workspace);
  const value = readJson(action.value);
  const parsed =
    action.action_id === REPEAT_COMMAND
      ? interactionSchema.safeParse({ ...common, kind: 'command', noun: null, text: Object(value).text })
      : interactionSchema.safeParse({
          ...common,
          kind: 'press',
          action: actionOf(action.action_id),
          value,
          ...(place && { place }),
        });
  return parsed.success ? parsed.data : null;
}

/** The action of the adapter's own button that repeats a text command: only a press can open a form. */
export const REPEAT_COMMAND = 'slack.repeatCommand';

/**
 * A submitted form, or null if this version does not draw its view. A view keeps its id while forms follow one another
 * in it; the step tells them apart, so that a redelivery has the same id and the next form a different one.
 */
export function submitInteraction(submit: SlackSubmit, workspace: string): Interaction | null {
  const memo = readMemo(submit.view.private_metadata);
  if (memo === null) return null;
  const parsed = interactionSchema.safeParse({
    kind: 'submit',
    id: `${submit.view.id}:${memo.step}`,
    platform: 'slack',
    workspace: teamOf(submit, workspace),
    userId: submit.user.id,
    ...(memo.channel !== undefined && { channel: memo.channel }),
    direct: memo.channel === undefined || isDirect(memo.channel),
    form: submit.view.callback_id,
    context: memo.context,
    answers: readAnswers(submit.view.state.values, { workspace, kept: memo.kept }),
  });
  return parsed.success ? parsed.data : null;
}

/** A user of another workspace, in a shared channel, is passed on with that workspace and so matches none of our people. */
export function teamOf({ team, user }: SlackPress | SlackSubmit | SlackShortcut, workspace: string): string {
  return user.team_id ?? team?.id ?? workspace;
}

function placeOf(press: SlackPress, workspace: string) {
  const { message_ts, is_ephemeral } = press.container;
  if (press.channel === undefined || message_ts === undefined || is_ephemeral) return undefined;
  return { platform: 'slack', workspace, channel: press.channel.id, message: message_ts };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

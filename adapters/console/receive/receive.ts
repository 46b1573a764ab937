import type { Interaction } from '../../../src/chat/interaction.ts';
import { isDirect } from '../people/directory.ts';
import { tidyText } from '../render/tidy-text.ts';
import type { InteractionBody } from '../schema.ts';
import { WORKSPACE } from '../workspace.ts';
import { fileRefOf, readAnswers } from './read-answers.ts';

/** The longest first word that can be a command's name; the port's limit. */
const NOUN_LIMIT = 40;

/**
 * The page's request as an interaction. The caller has checked that the visitor exists, that they may be in this space and that the pressed
 * message is there.
 */
export function receive(body: InteractionBody, now: Date): Interaction {
  const direct = isDirect(body.space);
  const common = {
    id: body.id,
    platform: 'console' as const,
    workspace: WORKSPACE,
    userId: body.as,
    ...(direct ? {} : { channel: body.space }),
    direct,
  };
  switch (body.kind) {
    case 'command':
      return { ...common, kind: 'command', ...readCommand(tidyText(body.text)) };
    case 'message': {
      const text = tidyText(body.text);
      const place = { platform: 'console' as const, workspace: WORKSPACE, channel: body.space, message: body.id };
      const author = { kind: 'person' as const, userId: body.as };
      const message = { place, author, sentAt: now.toISOString(), text, files: body.files.map(fileRefOf) };
      return { ...common, kind: 'message', text, message, forwards: false };
    }
    case 'press': {
      const place =
        body.message === undefined
          ? {}
          : {
              place: { platform: 'console' as const, workspace: WORKSPACE, channel: body.space, message: body.message },
            };
      return { ...common, kind: 'press', action: body.action, value: body.value, ...place };
    }
    case 'submit':
      return { ...common, kind: 'submit', form: body.form, context: body.context, answers: readAnswers(body.fields) };
    default:
      return body satisfies never;
  }
}

/** `/finding new` is a noun and its text; anything else is plain text to the bot. The full-width slash of a Chinese keyboard is accepted. */
function readCommand(typed: string): { noun: string | null; text: string } {
  const match = /^[/／](\S+)\s*([\s\S]*)$/u.exec(typed);
  const noun = match?.[1];
  if (noun === undefined || noun.length > NOUN_LIMIT) return { noun: null, text: typed };
  return { noun, text: match?.[2] ?? '' };
}

import type { Interaction } from '../src/chat/interaction.ts';
import type { Message } from '../src/chat/message.ts';
import type { Place } from '../src/chat/place.ts';
import type { Reply } from '../src/chat/reply.ts';
import { AppError, UserError } from '../src/errors.ts';
import type { Context } from './context.ts';
import { addEvidence } from './evidence/add-evidence.ts';
import { askWhere } from './evidence/ask-where.ts';
import { keepDraftEvidence } from './evidence/draft-evidence.ts';
import { type Intent, intentOf } from './evidence/intent.ts';
import { recordAt } from './evidence/record-at.ts';
import { toEvidence } from './evidence/to-evidence.ts';
import { answerCommand } from './index.ts';
import { openNewForm } from './record/new.ts';

type Written = Extract<Interaction, { kind: 'message' }>;

/**
 * Answers a message to the bot that is more than a command: files, forwarded messages, or a text about the
 * message it replies to. A text that asks for nothing to be done with a message is a command.
 */
export async function answerMessage(written: Written, context: Context): Promise<Reply> {
  const intent = intentOf(written.text);
  const brings = written.forwards || written.message.files.length > 0;
  if (!intent && !brings) return answerCommand({ ...written, kind: 'command', noun: null }, context);
  const messages = await meant(written, intent, context);
  if (intent?.to === 'record') return addEvidence(intent.number, await toEvidence(messages, context), context);
  if (intent?.to === 'new') return openNewForm('finding', context, await keepDraftEvidence(messages, context));
  if (intent?.to === 'complaint') return openNewForm('complaint', context, await keepDraftEvidence(messages, context));
  const record = written.thread && (await recordAt(written.thread, context));
  if (record) return addEvidence(record.number, await toEvidence(messages, context), context);
  return askWhere(await keepDraftEvidence(messages, context), context);
}

/**
 * The messages that are meant: the forwarded ones, the one replied to, or, in reply to one of our own cards, the
 * message itself. Attached files are included.
 */
async function meant(written: Written, intent: Intent | null, context: Context): Promise<readonly Message[]> {
  const { message, parent } = written;
  if (written.forwards) return read(message.place, context);
  const said = intent?.to === 'thread' ? intent.rest : intent ? '' : message.text;
  const own = { ...message, text: said };
  if (!parent || (await recordAt(parent, context))) return [own];
  const answered = await read(parent, context);
  if (answered.some(({ author }) => author.kind === 'self')) return [own];
  return message.files.length > 0 ? [...answered, { ...message, text: '' }] : answered;
}

/** Throws the user errors `evidence.deleted` and `evidence.hidden`; `chat.unread` if the platform does not answer now. */
async function read(place: Place, { chat }: Context): Promise<readonly Message[]> {
  const reading = await chat.read(place);
  switch (reading.found) {
    case 'yes':
      return reading.messages;
    case 'no':
      throw new UserError(reading.because === 'deleted' ? 'evidence.deleted' : 'evidence.hidden', {});
    case 'unclear':
      throw new AppError('chat.unread', { reason: reading.reason });
    default:
      return reading satisfies never;
  }
}

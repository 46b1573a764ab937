import type { Message } from '../../src/chat/message.ts';
import { UserError } from '../../src/errors.ts';
import { isMessageKey, type MessageKey, translate } from '../../src/i18n/translate.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { EVIDENCE_LIMIT, type NewEvidence } from '../../src/records/decide/evidence.ts';
import type { Context } from '../context.ts';

/** The most characters of a message that a record keeps; the rest can be read where it was written. */
const TEXT = 3000;

/**
 * Messages as evidence: their text with author and time, and their files. The user's own message with nothing but files is
 * not quoted. Throws the user errors `evidence.ownCard` and `evidence.nothing`.
 */
export async function toEvidence(messages: readonly Message[], context: Context): Promise<NewEvidence[]> {
  const others = messages.filter(({ author }) => author.kind !== 'self');
  if (others.length === 0 && messages.length > 0) throw new UserError('evidence.ownCard', {});
  const names = await namesOf(others, context);
  const evidence = others.flatMap((message) => [...quoteOf(message, names, context), ...filesOf(message, context)]);
  if (evidence.length === 0) throw new UserError('evidence.nothing', {});
  return evidence.slice(0, EVIDENCE_LIMIT);
}

/** Authors who are not in the organization, by their name on the platform. */
async function namesOf(messages: readonly Message[], { chat, org }: Context): Promise<ReadonlyMap<string, string>> {
  const strangers = messages.flatMap(({ author, place }) => {
    const { userId } = author;
    const unknown = userId !== undefined && author.name === undefined && !personAt(place, userId, org);
    return unknown ? [{ ...place, userId }] : [];
  });
  const ids = [...new Map(strangers.map((one) => [one.userId, one])).values()];
  const named = await Promise.all(
    ids.map(
      async ({ platform, workspace, userId }) => [userId, await chat.nameOf(platform, workspace, userId)] as const,
    ),
  );
  return new Map(named.flatMap(([userId, name]) => (name === null ? [] : [[userId, name] as const])));
}

const personAt = ({ platform, workspace }: Message['place'], userId: string, org: Organisation) =>
  org.personByIdentity(platform, workspace, userId);

function quoteOf(message: Message, names: ReadonlyMap<string, string>, context: Context): NewEvidence[] {
  const { author, place, sentAt, link, files } = message;
  const { org, person } = context;
  const writer = author.userId === undefined ? undefined : personAt(place, author.userId, org);
  const own = writer?.id === person.id;
  const text = wordsOf(message, context) || (own || files.length === 0 ? '' : fileNames(message, context));
  if (text === '') return [];
  const name = author.name ?? names.get(author.userId ?? '') ?? (author.kind === 'bot' ? 'bot' : undefined);
  return [
    {
      kind: 'quote',
      text,
      authorId: writer?.id ?? null,
      ...(!writer && name && { authorName: name }),
      saidAt: sentAt,
      ...(link !== undefined && { link }),
    },
  ];
}

/** The text, with people by name, and a note on content that is not kept; a truncated text says so. */
function wordsOf({ text, other, place }: Message, { locale, org }: Context): string {
  const said = place.platform === 'slack' ? withNames(text, place, org, locale) : text;
  if (other === undefined) return shortened(said, locale);
  const key = `evidence.other.${other}`;
  const kind: MessageKey = isMessageKey(key) ? key : 'evidence.other.any';
  return shortened(`${said} ${translate(locale, 'evidence.other', { kind: translate(locale, kind) })}`.trim(), locale);
}

/** Slack mentions people in a text by id only. */
function withNames(text: string, place: Message['place'], org: Organisation, locale: Context['locale']): string {
  return text.replace(/@([UW][A-Z0-9]{5,})\b/g, (whole, userId: string) => {
    const mentioned = personAt(place, userId, org);
    return mentioned ? `@${locale === 'en' ? mentioned.name.en : mentioned.name.zh}` : whole;
  });
}

function shortened(text: string, locale: Context['locale']): string {
  if (text.length <= TEXT) return text;
  const kept = text.slice(0, TEXT - 60).replace(/[\ud800-\udbff]$/, '');
  return `${kept}${translate(locale, 'evidence.moreText', { count: text.length - kept.length })}`;
}

const fileNames = ({ files }: Message, { locale }: Context) =>
  files
    .map(({ name }) => name || translate(locale, 'evidence.picture'))
    .join(translate(locale, 'common.listSeparator'))
    .slice(0, TEXT);

function filesOf({ files }: Message, { locale }: Context): NewEvidence[] {
  return files.map((ref) => ({ kind: 'file', name: ref.name.trim() || translate(locale, 'evidence.picture'), ref }));
}

import type { Form } from '../../src/chat/form.ts';
import type { Message } from '../../src/chat/message.ts';
import { plain } from '../../src/chat/text.ts';
import { UserError } from '../../src/errors.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { NewEvidence } from '../../src/records/decide/evidence.ts';
import type { DraftEvidence } from '../../src/records/store/draft-evidence-repository.ts';
import type { Context } from '../context.ts';
import { toEvidence } from './to-evidence.ts';

/** Saves messages as evidence that the user is about to add somewhere; once per interaction. */
export async function keepDraftEvidence(messages: readonly Message[], context: Context): Promise<DraftEvidence> {
  const { materials, origin, person, now } = context;
  const evidence = await toEvidence(messages, context);
  const id = await materials.keep(origin, person.id, evidence, now);
  return { id, personId: person.id, evidence };
}

/**
 * The material that a button or a form names; its value is untrusted. Null if it names none. Throws the user errors
 * `evidence.gone` and `evidence.notYours`.
 */
export async function draftEvidenceOf(
  { material: id }: Readonly<Record<string, unknown>>,
  { materials, person }: Context,
): Promise<DraftEvidence | null> {
  if (typeof id !== 'string') return null;
  const material = await materials.find(id);
  if (!material) throw new UserError('evidence.gone', {});
  if (material.personId !== person.id) throw new UserError('evidence.notYours', {});
  return material;
}

/** Its size: "2 messages, 1 file". */
export function sumUp(evidence: readonly NewEvidence[], { locale }: Pick<Context, 'locale'>): string {
  const files = evidence.filter(({ kind }) => kind === 'file').length;
  const quotes = evidence.length - files;
  const counted = (what: 'quotes' | 'files', count: number) => {
    if (count === 0) return [];
    const key = `evidence.summary.${what}` as const;
    return [count === 1 ? translate(locale, `${key}.one`) : translate(locale, key, { count })];
  };
  return [...counted('quotes', quotes), ...counted('files', files)].join(translate(locale, 'common.listSeparator'));
}

/** A form with its material: it says so at the top, carries it along, and its first long text begins with the message. */
export function withDraftEvidence(form: Form, { id, evidence }: DraftEvidence, context: Context): Form {
  const said = evidence.flatMap((item) => (item.kind === 'quote' ? [item.text] : [])).join('\n');
  const first = form.fields.findIndex(({ kind }) => kind === 'longText');
  const fields = form.fields.map((field, index) => {
    if (index !== first || field.kind !== 'longText' || field.initial !== undefined || said === '') return field;
    return { ...field, initial: said.slice(0, field.max ?? said.length) };
  });
  const line = plain(translate(context.locale, 'evidence.with', { what: sumUp(evidence, context) }));
  const intro = form.intro ? [...form.intro, plain('\n'), line] : [line];
  return { ...form, intro, fields, context: { ...form.context, material: id } };
}

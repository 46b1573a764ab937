import { z } from 'zod';
import type { Locale } from '../../../src/i18n/locale.ts';
import { locales } from '../../../src/i18n/locale.ts';
import type { CallbackValue } from './card-json.ts';

/** What our buttons send when pressed. Values are hints: never trust them. */
export type Callback =
  | {
      readonly kind: 'press';
      readonly action: string;
      readonly value: Readonly<Record<string, string | number>>;
      /** The card is in a direct message. */
      readonly direct: boolean;
      /** Used to look up the card's message; see `message-mark.ts`. */
      readonly mark?: string | undefined;
    }
  | {
      readonly kind: 'submit';
      readonly form: string;
      readonly context: Readonly<Record<string, string | number>>;
      readonly locale: Locale;
      /** The field whose files are replies to the form's message. */
      readonly files?: string | undefined;
    }
  | { readonly kind: 'cancel'; readonly locale: Locale };

const json = z
  .string()
  .max(8000)
  .transform((words, context): unknown => {
    try {
      return JSON.parse(words);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  });
const data = json.pipe(z.record(z.string().max(40), z.union([z.string().max(300), z.number()])));
const locale = z.enum(locales);

const callbackSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('press'),
      action: z.string(),
      data,
      direct: z.literal('1').optional(),
      mark: z.string().max(20).optional(),
    })
    .transform(
      ({ kind, action, data: value, direct, mark }): Callback => ({
        kind,
        action,
        value,
        direct: direct === '1',
        mark,
      }),
    ),
  z
    .object({ kind: z.literal('submit'), form: z.string(), data, locale, files: z.string().max(20).optional() })
    .transform(
      ({ kind, form, data: context, locale: language, files }): Callback => ({
        kind,
        form,
        context,
        locale: language,
        files,
      }),
    ),
  z.object({ kind: z.literal('cancel'), locale }),
]);

/** A callback in Feishu's format: a flat object of strings. */
export function writeCallback(callback: Callback): CallbackValue {
  switch (callback.kind) {
    case 'press':
      return {
        kind: 'press',
        action: callback.action,
        data: JSON.stringify(callback.value),
        ...(callback.direct && { direct: '1' }),
        ...(callback.mark !== undefined && { mark: callback.mark }),
      };
    case 'submit':
      return {
        kind: 'submit',
        form: callback.form,
        data: JSON.stringify(callback.context),
        locale: callback.locale,
        ...(callback.files !== undefined && { files: callback.files }),
      };
    case 'cancel':
      return { kind: 'cancel', locale: callback.locale };
    default:
      return callback satisfies never;
  }
}

/** Parses a callback; null if it is not one of ours. */
export function readCallback(value: unknown): Callback | null {
  const parsed = callbackSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

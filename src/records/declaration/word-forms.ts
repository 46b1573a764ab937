import { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import { freeText } from '../shape/free-text.ts';
import type { Ask } from './ask.ts';
import { longTextField } from './fields.ts';

const MOST = 1000;
const reasoned = z.object({ reason: freeText(MOST) });
const written = z.object({ text: freeText(MOST) });

/** A form with one question (why) under its own label; the answer is `reason`, at most 1 000 characters. */
export const reasonForm = (label: MessageKey): Ask<unknown, z.output<typeof reasoned>> => ({
  schema: reasoned,
  fields: (_record, { locale }) => [longTextField(locale, { name: 'reason', label, required: true, max: MOST })],
});

/** A form with one question under its own label; the answer is `text`, at most 1 000 characters. */
export const textForm = (label: MessageKey): Ask<unknown, z.output<typeof written>> => ({
  schema: written,
  fields: (_record, { locale }) => [longTextField(locale, { name: 'text', label, required: true, max: MOST })],
});

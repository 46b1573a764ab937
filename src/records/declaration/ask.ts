import type { z } from 'zod';
import type { Field } from '../../chat/form.ts';
import type { LocalizedMessage } from '../say.ts';
import type { RecordOf } from '../shape/record.ts';
import type { View } from './record-context.ts';

/** A move's form and the schema of its answers. */
export interface Ask<Data, Input> {
  readonly schema: z.ZodType<Input>;
  /** The questions in the viewer's language, with known values as initial answers. */
  fields(record: RecordOf<Data> | null, view: View): readonly Field[];
  /** A line above the questions. */
  intro?(record: RecordOf<Data> | null, view: View): string;
}

/** Why something cannot be done as things stand, and what to do instead. */
export type Refusal = LocalizedMessage;

/** The result of parsing answers: the input, or the first error of each field as a catalogue key. */
export type Parsed<Input> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };

import { z } from 'zod';
import type { ButtonValue } from '../../../src/chat/card.ts';

/** Files that a form was given before, by field: each by its id and its name. */
const keptSchema = z.record(z.string().max(40), z.array(z.tuple([z.string().max(60), z.string().max(255)])).max(10));
export type KeptForm = z.infer<typeof keptSchema>;

const memoSchema = z.object({
  /** Counts the forms shown one after the other in one view, which keeps its id. */
  step: z.number().int().min(0),
  /** The channel the form was asked for in. */
  channel: z.string().max(255).optional(),
  /** What the card can be replaced by that the form was asked for on. */
  responseUrl: z.url().max(500).optional(),
  context: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
  kept: keptSchema.optional(),
});

/** What a form carries along in its view's `private_metadata`. */
export interface FormMemo {
  readonly step: number;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly context: ButtonValue;
  /** An input for files cannot be filled beforehand, so what was given stays in the form's memory. */
  readonly kept?: KeptForm | undefined;
}

/** A memo as it stands in a view. */
export function writeMemo(memo: FormMemo): string {
  return JSON.stringify(memo);
}

/** A memo read back, or null when it is none of ours. */
export function readMemo(text: string): FormMemo | null {
  try {
    return memoSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

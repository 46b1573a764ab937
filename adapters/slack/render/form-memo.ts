import { z } from 'zod';
import type { ButtonValue } from '../../../src/chat/card.ts';

/** Files a form was given before, by field: each with its id and its name. */
const keptSchema = z.record(z.string().max(40), z.array(z.tuple([z.string().max(60), z.string().max(255)])).max(10));
export type KeptForm = z.infer<typeof keptSchema>;

const memoSchema = z.object({
  /** Counts the forms shown one after another in one view, which keeps its id. */
  step: z.number().int().min(0),
  /** The channel the form was requested in. */
  channel: z.string().max(255).optional(),
  /** How to replace the card the form was requested from. */
  responseUrl: z.url().max(500).optional(),
  context: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
  kept: keptSchema.optional(),
});

/** What a form carries in its view's `private_metadata`. */
export interface FormMemo {
  readonly step: number;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly context: ButtonValue;
  /** A file input cannot be prefilled, so files given before are kept in the form's memo. */
  readonly kept?: KeptForm | undefined;
}

/** A memo as stored in a view. */
export function writeMemo(memo: FormMemo): string {
  return JSON.stringify(memo);
}

/** Parses a memo; null if it is not one of ours. */
export function readMemo(text: string): FormMemo | null {
  try {
    return memoSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

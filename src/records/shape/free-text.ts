import { createHash } from 'node:crypto';
import { z } from 'zod';

const marks = z.registry<{ freeText: true }>();

/**
 * A string written by a person. The history holds a salted hash with the text next to it, so that the text can be erased and the chain still
 * verifies. Strings not made by this function (ids, codes, days) enter the history as they are.
 */
export function freeText(max: number) {
  return z.string().trim().min(1).max(max).register(marks, { freeText: true });
}

/** The hash that represents a text in the history. The salt prevents short texts from being guessed after erasure. */
export function hashText(salt: string, text: string): string {
  return createHash('sha256').update(salt).update('\0').update(text).digest('hex');
}

/** Whether the leaf at `path` (keys and array indexes) of data with this schema is free text. */
export function isFreeText(schema: z.core.$ZodType, path: readonly string[]): boolean {
  const inner = unwrap(schema);
  const [key, ...rest] = path;
  if (key === undefined) return marks.has(schema) || marks.has(inner);
  if (inner instanceof z.ZodObject) {
    const child: z.core.$ZodType | undefined = inner.shape[key];
    return child !== undefined && isFreeText(child, rest);
  }
  if (inner instanceof z.ZodDiscriminatedUnion) return inner.options.some((option) => isFreeText(option, path));
  if (inner instanceof z.ZodArray) return isFreeText(inner.element, rest);
  if (inner instanceof z.ZodRecord) return isFreeText(inner.valueType, rest);
  return false;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

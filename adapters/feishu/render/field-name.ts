import { LONG_TEXT_LIMIT } from '../../../src/chat/form.ts';
import { limits } from '../limits.ts';

/** The kind of a control's answer; encoded in the control's name, since an answer arrives without its form. */
export type FieldKind = 'text' | 'long' | 'one' | 'many' | 'date' | 'number';

const letters = { text: 't', long: 'l', one: 'o', many: 'm', date: 'd', number: 'n' } as const;
const kinds = new Map<string, FieldKind>([
  ['t', 'text'],
  ['l', 'long'],
  ['o', 'one'],
  ['m', 'many'],
  ['d', 'date'],
  ['n', 'number'],
]);
const pattern = /^([tlomdn])([1-9])_([A-Za-z0-9]{1,20})$/;

/** The name of a control: its kind, which part of the field it is (from 1), and the field. */
export const controlName = (kind: FieldKind, field: string, part = 1): string => `${letters[kind]}${part}_${field}`;

/** Parses a control's name; null if it is not one of ours. */
export function readControlName(name: string): { kind: FieldKind; field: string; part: number } | null {
  const [, letter = '', part, field] = pattern.exec(name) ?? [];
  const kind = kinds.get(letter);
  return kind !== undefined && field !== undefined ? { kind, field, part: Number(part) } : null;
}

/** How many inputs a text of this length is spread over. */
export const inputsFor = (most = LONG_TEXT_LIMIT): number => Math.ceil(most / limits.inputCharacters);

/** Splits a long text into pieces of at most one input's length, never inside a character. */
export function splitLongText(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '') {
    const cut = /[\uD800-\uDBFF]/.test(rest.charAt(limits.inputCharacters - 1)) ? 1 : 0;
    const length = rest.length > limits.inputCharacters ? limits.inputCharacters - cut : rest.length;
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return pieces;
}

/**
 * Joins the text of several inputs: text after a full input continues it, text after a partly filled one is
 * a new line. The inverse of `splitLongText`.
 */
export function joinLongText(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((whole, part, index, all) => {
      if (index === 0) return part;
      const before = all[index - 1] ?? '';
      const pair = (part.codePointAt(0) ?? 0) > 0xffff ? 1 : 0;
      const full = before.length + pair >= limits.inputCharacters;
      return full ? whole + part : `${whole}\n${part}`;
    }, '');
}

import { limits } from '../limits.ts';
import type { CardJson } from './card-json.ts';

/** The content of a message as it travels: JSON in a string of JSON, so that every quote counts twice. */
export const contentOf = (content: object): Buffer => Buffer.from(JSON.stringify(JSON.stringify(content)));

/** Bytes of a card on its way. */
export const bytesOf = (card: CardJson): number => contentOf(card).length;

/** Components and text elements of a card: everything that has a tag. */
export function elementsOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const inside = Object.values(part).reduce((sum: number, child) => sum + elementsOf(child), 0);
  return inside + ('tag' in part ? 1 : 0);
}

/** Whether Feishu takes a card of this size. */
export const fits = (card: CardJson): boolean =>
  bytesOf(card) <= limits.cardBytes && elementsOf(card) <= limits.cardElements;

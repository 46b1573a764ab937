import { limits } from '../limits.ts';
import type { CardJson } from './card-json.ts';

/** A message's content in transit: JSON in a string of JSON, so every quote counts twice. */
export const contentOf = (content: object): Buffer => Buffer.from(JSON.stringify(JSON.stringify(content)));

/** Bytes of a card in transit. */
export const bytesOf = (card: CardJson): number => contentOf(card).length;

/** Components and text elements of a card: everything with a tag. */
export function elementsOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const inside = Object.values(part).reduce((sum: number, child) => sum + elementsOf(child), 0);
  return inside + ('tag' in part ? 1 : 0);
}

/** Whether Feishu accepts a card of this size. */
export const fits = (card: CardJson): boolean =>
  bytesOf(card) <= limits.cardBytes && elementsOf(card) <= limits.cardElements;

import type { MessageKey } from '../../i18n/translate.ts';
import { findingWords } from './words.ts';

/** Words that blame a person: a chain that ends on one has stopped before the cause that can be removed. */
const BLAME =
  /粗心|疏忽|大意|马虎|责任心不强|人为失误|操作失误|失误|忘记|忘了|careless|human error|mistake|forgot|negligen/i;

/** A chain of whys shorter than this has seldom come to a root. */
const ENOUGH = 3;

/**
 * What to ask about a chain of whys that stops short: it has too few steps, its last step blames a person, or a step only
 * repeats the one before. Null when there is nothing to ask. It is a caution: the chain is saved all the same.
 */
export function cautionOfWhys(whys: readonly string[]): MessageKey | null {
  const said = whys.map((why) => why.trim().replace(/[\s，。,.!！?？；;]+/g, ''));
  if (new Set(said).size < said.length) return findingWords.caution.repeats;
  if (said.length < ENOUGH) return findingWords.caution.short;
  return BLAME.test(whys.at(-1) ?? '') ? findingWords.caution.blame : null;
}

import type { MessageKey } from '../../i18n/translate.ts';
import { findingWords } from './words.ts';

/** Words that blame a person: a chain that ends there has stopped short of a cause that can be removed. */
const BLAME =
  /粗心|疏忽|大意|马虎|责任心不强|人为失误|操作失误|失误|忘记|忘了|careless|human error|mistake|forgot|negligen/i;

/** A shorter chain of whys rarely reaches a root cause. */
const ENOUGH = 3;

/**
 * A caution about a chain of whys that stops short: too few steps, a last step that blames a person, or a step that only repeats the one before. Null
 * if there is nothing to say. The chain is saved regardless.
 */
export function cautionOfWhys(whys: readonly string[]): MessageKey | null {
  const said = whys.map((why) => why.trim().replace(/[\s，。,.!！?？；;]+/g, ''));
  if (new Set(said).size < said.length) return findingWords.caution.repeats;
  if (said.length < ENOUGH) return findingWords.caution.short;
  return BLAME.test(whys.at(-1) ?? '') ? findingWords.caution.blame : null;
}

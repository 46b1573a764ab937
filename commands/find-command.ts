import type { Command } from './command.ts';
import { wordKey } from './list/list-words.ts';

/** The command with the longest words that a text begins with, and what follows them. */
export interface Found {
  readonly command: Command;
  readonly rest: string;
}

/** All commands, by their words and by id. */
export interface CommandTable {
  readonly all: readonly Command[];
  byId(id: string): Command | undefined;
  bySaid(text: string): Found | null;
}

/** Days that may follow a Chinese word without a space: 休假明天, 满意度上月. */
const BEGINS_A_DAY = /[今明昨后本去下上周星]/;
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Whether a word may end before the character at `at`: a space is not required after Chinese words. */
function endsAt(text: string, at: number): boolean {
  const last = text.charAt(at - 1);
  const next = text.charAt(at);
  if (/\s/.test(last)) return false;
  if (!/[\p{L}\p{N}_-]/u.test(next)) return true;
  return isHan(last) !== isHan(next) || (isHan(last) && BEGINS_A_DAY.test(next));
}

/** What follows a command's words, without the separators. */
const restOf = (text: string) => text.replace(/^[\s,，:：]+/, '').trim();
const isNothing = (rest: string) => /^[\s。.!！~～]*$/.test(rest);

/** Builds the maps, once: from words and from ids to commands. Throws a `TypeError` if two commands have the same words. */
export function tableOf(all: readonly Command[]): CommandTable {
  const byId = new Map(all.map((command) => [command.id as string, command]));
  const words = mapOf(all, ['words', 'hidden']);
  const phrases = mapOf(all, ['phrases']);
  const longest = Math.max(...[...words.keys(), ...phrases.keys()].map(({ length }) => length));
  return {
    all,
    byId: (id) => byId.get(id),
    bySaid(said) {
      const text = said.trim();
      // Spaces do not count toward a word's length, so there may be as many again.
      for (let at = Math.min(text.length, 2 * longest); at > 0; at--) {
        if (!endsAt(text, at)) continue;
        const key = wordKey(text.slice(0, at));
        const rest = restOf(text.slice(at));
        const command = (isNothing(rest) ? phrases.get(key) : undefined) ?? words.get(key);
        if (command) return { command, rest };
      }
      return null;
    },
  };
}

function mapOf(
  all: readonly Command[],
  ways: readonly ('words' | 'hidden' | 'phrases')[],
): ReadonlyMap<string, Command> {
  const map = new Map<string, Command>();
  for (const command of all) {
    for (const word of ways.flatMap((way) => Object.values(command[way] ?? {}).flat())) {
      const other = map.get(wordKey(word));
      if (other && other !== command) throw new TypeError(`${command.id} and ${other.id} are both said “${word}”.`);
      map.set(wordKey(word), command);
    }
  }
  return map;
}

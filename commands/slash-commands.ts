import { type Locale, locales } from '../src/i18n/locale.ts';
import type { Command } from './command.ts';
import { table } from './table.ts';

/** A slash command as it is registered with a platform. */
interface SlashCommand {
  /** Without the slash. */
  readonly name: string;
  readonly description: Readonly<Record<Locale, string>>;
  /** What may follow it. */
  readonly hint: string;
}

/** Commands that all types share are said after `/qm`. */
const ELSEWHERE = /^(?!qm\.)\w+\.(?:mine|approvals|overdue|help)$/;

/** Every slash command, `/qm` first, with its description and arguments: derived from the table. */
export const slashCommands: readonly SlashCommand[] = table.all
  .flatMap(({ slash: name, does }) => {
    if (name === undefined || !does) return [];
    const [zh, en] = locales.map((locale) => does(locale));
    return [{ name, description: { 'zh-CN': zh ?? '', en: en ?? '' }, hint: hintOf(name) }];
  })
  .sort((one, other) => Number(other.name === 'qm') - Number(one.name === 'qm'));

/** The slash commands other than `/qm`, without the slash. */
export const slashNouns: readonly string[] = slashCommands.map(({ name }) => name).filter((name) => name !== 'qm');

function hintOf(slash: string): string {
  const parts = table.all.flatMap((one) => {
    const part = one.say && one.does && !ELSEWHERE.test(one.id) ? partBehind(slash, one) : undefined;
    return part ? [[part, one.takes].filter(Boolean).join(' ').trim()] : [];
  });
  return [...new Set(parts)].filter((part) => part !== '').join(' | ');
}

/** The part of a command's words after the slash command: a space if the slash command is all of them. */
function partBehind(slash: string, { id, words, phrases }: Command): string | undefined {
  const spoken = words?.en[0] ?? phrases?.en[0] ?? '';
  if (slash === 'qm') return id.startsWith('qm.') ? spoken : undefined;
  if (spoken === slash) return ' ';
  return spoken.startsWith(`${slash} `) ? spoken.slice(slash.length + 1) : undefined;
}

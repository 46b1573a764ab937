import { type Locale, locales } from '../src/i18n/locale.ts';
import type { Command } from './command.ts';
import { table } from './table.ts';

/** A slash command as a platform is told of it. */
interface SlashCommand {
  /** Without the slash. */
  readonly name: string;
  readonly description: Readonly<Record<Locale, string>>;
  /** What may be said behind it. */
  readonly hint: string;
}

/** What every type is asked alike is said behind `/qm`. */
const ELSEWHERE = /^(?!qm\.)\w+\.(?:mine|approvals|overdue|help)$/;

/** Every slash command, `/qm` first, with what it does and takes: a fold over the table. */
export const slashCommands: readonly SlashCommand[] = table.all
  .flatMap(({ slash: name, does }) => {
    if (name === undefined || !does) return [];
    const [zh, en] = locales.map((locale) => does(locale));
    return [{ name, description: { 'zh-CN': zh ?? '', en: en ?? '' }, hint: hintOf(name) }];
  })
  .sort((one, other) => Number(other.name === 'qm') - Number(one.name === 'qm'));

/** The names of those beside `/qm`, without the slash. */
export const slashNouns: readonly string[] = slashCommands.map(({ name }) => name).filter((name) => name !== 'qm');

function hintOf(slash: string): string {
  const parts = table.all.flatMap((one) => {
    const part = one.say && one.does && !ELSEWHERE.test(one.id) ? partBehind(slash, one) : undefined;
    return part ? [[part, one.takes].filter(Boolean).join(' ').trim()] : [];
  });
  return [...new Set(parts)].filter((part) => part !== '').join(' | ');
}

/** What of a command's words comes behind a slash command: a space where the slash command is all of them. */
function partBehind(slash: string, { id, words, phrases }: Command): string | undefined {
  const spoken = words?.en[0] ?? phrases?.en[0] ?? '';
  if (slash === 'qm') return id.startsWith('qm.') ? spoken : undefined;
  if (spoken === slash) return ' ';
  return spoken.startsWith(`${slash} `) ? spoken.slice(slash.length + 1) : undefined;
}

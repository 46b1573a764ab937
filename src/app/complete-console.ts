import type { ConsoleCommand } from '../../adapters/console/people/directory.ts';
import { WORKSPACE } from '../../adapters/console/workspace.ts';
import { completeCommand } from '../../commands/complete/complete-command.ts';
import type { Tools } from '../../commands/context.ts';
import type { Clock } from '../clock.ts';
import type { Locale } from '../i18n/locale.ts';
import type { OrgStore } from '../org/org-store.ts';

/** Completions for text typed in the console, in the language of the page; none for an unknown user. */
export type CompleteConsole = (userId: string, typed: string, locale: Locale) => Promise<readonly ConsoleCommand[]>;

export function createCompleteConsole(
  tools: Pick<Tools, 'registry' | 'desk' | 'lists'>,
  organisation: Pick<OrgStore, 'load'>,
  clock: Clock,
): CompleteConsole {
  return async (userId, typed, locale) => {
    const org = await organisation.load();
    const person = org.personByIdentity('console', WORKSPACE, userId);
    if (!person) return [];
    const found = await completeCommand(typed, { ...tools, person, org, locale, now: clock.now() });
    return found.map(({ command, label, goesOn }) => ({
      command,
      label: { 'zh-CN': label, en: label },
      takesText: goesOn,
    }));
  };
}

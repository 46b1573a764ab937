import type {
  ConsoleChannel,
  ConsoleCommand,
  ConsolePerson,
  LocalName,
} from '../../adapters/console/people/directory.ts';
import { sayIn } from '../../commands/say-command.ts';
import { table } from '../../commands/table.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { type NamePair, nameOf, type Organisation, type Person } from '../org/organisation.ts';
import { label } from '../records/say.ts';

const inAll = (say: (locale: Locale) => string): LocalName => ({ 'zh-CN': say('zh-CN'), en: say('en') });
const named = (pair: NamePair) => inAll((locale) => nameOf(pair, locale));

/** Everyone with an identity in the console. */
export function consolePeople(org: Organisation): ConsolePerson[] {
  return org.people.flatMap((person) => {
    const identity = person.identities.find(({ platform }) => platform === 'console');
    return identity ? [personOf(person, identity.userId, org)] : [];
  });
}

function personOf(person: Person, userId: string, org: Organisation): ConsolePerson {
  const department = org.department(person.department);
  const isHead = org.headOf(person.department)?.id === person.id;
  const title = (locale: Locale) => {
    const roles = person.roles.map((role) => label(`role.${role}`, locale));
    const head = isHead ? [translate(locale, 'role.departmentHead')] : [];
    return [...roles, ...head].join(translate(locale, 'common.listSeparator'));
  };
  return {
    userId,
    name: named(person.name),
    title: inAll(title),
    department: department ? named(department.name) : inAll(() => ''),
    locale: person.language,
  };
}

/** The organization's channels in the console. */
export function consoleChannels({ data }: Organisation): ConsoleChannel[] {
  return data.channels
    .filter(({ platform }) => platform === 'console')
    .map(({ id, channel, name }) => ({ id: channel, name: name ? named(name) : inAll(() => id) }));
}

/** What the console's menu offers: every command that help lists, in full. */
export const consoleCommands = (): readonly ConsoleCommand[] =>
  table.all
    .filter(({ topic, say }) => topic !== undefined && say)
    .map((command) => ({
      command: sayIn(command, 'en', table.all),
      label: inAll((locale) => command.does?.(locale) ?? ''),
      ...(command.takes !== undefined && { takesText: true }),
    }));

import type { ConsoleChannel, ConsoleCommand, ConsolePerson, LocalName } from '../../adapters/console/people.ts';
import type { Locale } from '../i18n/locale.ts';
import { type MessageKey, translate } from '../i18n/translate.ts';
import { type NamePair, nameOf, type Organisation, type Person } from '../org/organisation.ts';
import { label } from '../records/say.ts';

const inAll = (say: (locale: Locale) => string): LocalName => ({ 'zh-CN': say('zh-CN'), en: say('en') });
const named = (pair: NamePair) => inAll((locale) => nameOf(pair, locale));

/** Everybody with an identity in the console. */
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

/** The channels that stand in the console. */
export function consoleChannels({ data }: Organisation): ConsoleChannel[] {
  return data.channels
    .filter(({ platform }) => platform === 'console')
    .map(({ id, channel, name }) => ({ id: channel, name: name ? named(name) : inAll(() => id) }));
}

const command = (text: string, key: MessageKey, takesText = false): ConsoleCommand => ({
  command: text,
  label: inAll((locale) => translate(locale, key)),
  ...(takesText && { takesText }),
});

/** What the console's menu offers. */
export const consoleCommands: readonly ConsoleCommand[] = [
  command('/finding new', 'help.new'),
  command('/qm mine', 'help.mine'),
  command('/qm approvals', 'help.approvals'),
  command('/qm overdue', 'help.overdue'),
  command('/finding list', 'help.list'),
  command('/finding list overdue', 'list.command.overdue'),
  command('/finding list mine', 'list.command.mine'),
  command('/finding list closed', 'list.command.closed'),
  command('/finding list department', 'list.command.department', true),
  command('/finding list kind', 'list.command.kind', true),
  command('/finding list since', 'list.command.since', true),
  command('/finding search', 'help.search', true),
  command('/finding stats', 'help.stats'),
  command('/finding show ', 'help.show', true),
  command('/incident new', 'help.incident'),
  command('/callback', 'help.callback'),
  command('/customer list', 'help.customers'),
  command('/project list', 'help.projects'),
  command('/qm help', 'help.help'),
];

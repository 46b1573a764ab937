import type { Block, Line } from '../../src/chat/card.ts';
import { bold, plain } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { RoleName } from '../../src/org/roles.ts';
import { type Command, topics } from '../command.ts';
import { isWhole, sayButton, sayIn } from '../say-command.ts';

/** Each role's most used commands, the most frequent first. */
const byRole: Readonly<Partial<Record<RoleName, readonly string[]>>> = {
  top: ['qm.approvals', 'qm.overdue', 'satisfaction.figures', 'service.figures', 'qm.monthly'],
  mr: ['qm.approvals', 'qm.overdue', 'finding.stats', 'qm.monthly'],
  qed: ['qm.approvals', 'qm.overdue', 'finding.list', 'satisfaction.figures', 'customer.list', 'complaint.new'],
  qedManager: ['qm.approvals', 'qm.overdue', 'satisfaction.figures', 'customer.list', 'finding.stats'],
  leadAuditor: ['finding.list', 'finding.stats'],
  auditor: ['finding.list'],
  omdManager: ['qm.approvals', 'qm.overdue', 'service.figures', 'visit.new', 'incident.list', 'complaint.list'],
  sd: ['incident.new', 'callback.next', 'incident.list', 'complaint.new', 'callback.share'],
  pl: ['serviceReport.new', 'survey.send', 'visit.new', 'incident.list', 'service.figures', 'project.list'],
  eng: ['serviceReport.new', 'incident.list'],
  admin: ['qm.admin'],
};
/** Commands for everyone, before and after those of their roles. */
const first = ['finding.new', 'qm.mine'];
const last = ['qm.overdue', 'finding.list', 'qm.away', 'complaint.new', 'incident.new'];
/** Nobody reads more. */
const MOST = 10;

/** The commands that a user with these roles uses most. */
export function usualOf(roles: readonly RoleName[], all: readonly Command[]): readonly Command[] {
  const own = roles.map((role) => byRole[role] ?? []);
  // One of each role in turn, so that no role is left out.
  const longest = Math.max(0, ...own.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_none, at) => own.flatMap((ids) => ids.slice(at, at + 1))).flat();
  const ids = [...new Set([...first, ...inTurn, ...last])];
  return ids.flatMap((id) => all.filter((command) => command.id === id)).slice(0, MOST);
}

/** A command in a line: what it does, how to say it, and a button that says it. */
export function usualLine(command: Command, locale: Locale, all: readonly Command[]): Line {
  const button = { ...sayButton(command, locale, all), label: translate(locale, 'help.run') };
  const does = command.does?.(locale) ?? '';
  return {
    text: [bold(does), plain(`\n${waysIn(command, locale, all)}`)],
    ...(isWhole(command) && { button }),
  };
}

/** Every command listed in help, by topic. */
export function allLines(locale: Locale, all: readonly Command[]): Block[] {
  return topics.flatMap((topic): Block[] => [
    { kind: 'heading', text: translate(locale, `help.topic.${topic}`) },
    {
      kind: 'lines',
      lines: [
        ...all
          .filter((command) => command.topic === topic)
          .map((command) => line(waysIn(command, locale, all), command.does?.(locale) ?? '')),
        ...otherEntries[topic].map((name) =>
          line(translate(locale, `help.${name}.say`), translate(locale, `help.${name}`)),
        ),
      ],
    },
  ]);
}

/** Help entries that are not commands: how messages become evidence, and what can follow a command. */
const otherEntries = {
  report: ['evidence'],
  act: ['move'],
  find: ['narrow', 'search', 'stats', 'export'],
  served: [],
  self: [],
} as const;

const line = (say: string, does: string): Line => ({ text: [bold(say), plain(`\n${does}`)] });

/** How to say a command, with an example of what may follow: in Chinese after its slash command, and in plain words. */
function waysIn(command: Command, locale: Locale, all: readonly Command[]): string {
  const ways = new Set(
    locale === 'en' ? [sayIn(command, 'en', all)] : [sayIn(command, 'en', all), sayIn(command, locale, all)],
  );
  const example = command.example?.[locale];
  return [...ways].map((way) => (example === undefined ? way : `${way} ${example}`)).join(translate(locale, 'help.or'));
}

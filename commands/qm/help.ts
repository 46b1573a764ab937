import type { Block, Button } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bold, plain } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { findingWords } from '../../src/quality/finding/words.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';

/** What can be said, by what somebody is about to do. */
const topics = {
  report: ['new', 'incident', 'complaint', 'visit', 'evidence'],
  act: ['mine', 'approvals', 'overdue', 'move', 'callback'],
  find: ['list', 'narrow', 'search', 'show', 'export', 'stats', 'service', 'satisfaction', 'feedback'],
  served: ['customers', 'projects'],
  self: ['away', 'help'],
} as const;
type Topic = keyof typeof topics;

/** `/qm help`: what can be said. `unknown` is what was not understood, if that is why help is shown; `more` buttons for it. */
export function showHelp({ locale }: Pick<Context, 'locale'>, unknown?: string, more: readonly Button[] = []): Reply {
  const title = translate(locale, 'help.title');
  const blocks = (Object.keys(topics) as Topic[]).flatMap((topic): Block[] => [
    { kind: 'heading', text: translate(locale, `help.topic.${topic}`) },
    {
      kind: 'lines',
      lines: topics[topic].map((name) => ({
        text: [bold(translate(locale, `help.${name}.say`)), plain(`\n${translate(locale, `help.${name}`)}`)],
      })),
    },
  ]);
  const notUnderstood = {
    kind: 'text',
    text: [plain(translate(locale, 'help.unknown', { said: shortened(unknown ?? '') }))],
  } as const;
  return plainCard(title, [
    ...(unknown === undefined ? [] : [notUnderstood]),
    ...blocks,
    {
      kind: 'buttons',
      buttons: [
        { action: 'finding.new', label: translate(locale, findingWords.new.title), value: {}, style: 'primary' },
        ...more,
      ],
    },
  ]);
}

const shortened = (said: string) => (said.length > 60 ? `${said.slice(0, 60)}…` : said);

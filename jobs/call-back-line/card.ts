import type { Card } from '../../src/chat/card.ts';
import { words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { CallBackLineContent } from './content.ts';

/** The morning message for the service desk, with a button for the queue. */
export function drawCallBackLine({ yesterday, ...counts }: CallBackLineContent, locale: Locale): Card {
  const names = ['overdue', 'today', 'later', 'sleeping'] as const;
  const said = names
    .filter((name) => counts[name] > 0)
    .map((name) => translate(locale, `calls.line.${name}`, { count: counts[name] }))
    .join(translate(locale, 'reminder.separator'));
  const owed = said === '' ? translate(locale, 'calls.line.none') : translate(locale, 'calls.line.owed', { said });
  const kept = yesterday.due === 0 ? [] : [translate(locale, 'calls.line.yesterday', yesterday)];
  return {
    title: translate(locale, 'calls.title'),
    tone: counts.overdue > 0 ? 'late' : 'neutral',
    summary: owed,
    blocks: [
      { kind: 'text', text: words([owed, ...kept].join('\n')) },
      ...(said === ''
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [{ action: 'callback.next', label: translate(locale, 'clock.queue.open'), value: {} }],
            },
          ]),
    ],
  };
}

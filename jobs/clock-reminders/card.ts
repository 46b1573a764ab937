import { formatInstant } from '../../src/calendar/format.ts';
import type { Card } from '../../src/chat/card.ts';
import { shortenLetters } from '../../src/chat/shorten-text.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import { label } from '../../src/records/say.ts';
import type { ClockReminderContent, QueueReminderContent } from './content.ts';

/** A reminder of one record's deadline, with a button to open it. */
export function drawClockReminder(content: ClockReminderContent, locale: Locale): Card {
  const { number, type, title, state, rung, left, dueAt, zone } = content;
  const at = formatInstant(new Date(dueAt), zone, locale);
  const said = translate(locale, `clock.${rung}`, { state: label(`${type}.state.${state}`, locale), left, at });
  return {
    title: translate(locale, 'clock.title'),
    tone: rung === 'missed' ? 'late' : 'warning',
    summary: `${number} ${said}`,
    blocks: [
      { kind: 'text', text: [bold(number), plain(` ${shortenLetters(title, 60)}\n${said}`)] },
      { kind: 'buttons', buttons: [openButton(number, translate(locale, 'record.open'))] },
    ],
  };
}

/** A reminder of a queue, with a button to open it. */
export function drawQueueReminder({ counts }: QueueReminderContent, locale: Locale): Card {
  const lines = counts.map(({ minutes, count }) =>
    minutes % 60 === 0
      ? translate(locale, 'clock.queue.hours', { count, hours: minutes / 60 })
      : translate(locale, 'clock.queue.minutes', { count, minutes }),
  );
  return {
    title: translate(locale, 'clock.queue.title'),
    tone: 'warning',
    summary: lines.join(' '),
    blocks: [
      { kind: 'text', text: words(lines.join('\n')) },
      {
        kind: 'buttons',
        buttons: [
          { action: 'callback.next', label: translate(locale, 'clock.queue.open'), value: {}, style: 'primary' },
        ],
      },
    ],
  };
}

import { z } from 'zod';
import { claimedNotice, drawClaimed } from '../../commands/people/claim.ts';
import { drawLinked, linkedNotice } from '../../commands/people/linked-notice.ts';
import { awayNotice, drawAway } from '../../commands/qm/away-notice.ts';
import { drawCallBackLine } from '../../jobs/call-back-line/card.ts';
import { callBackLineContent } from '../../jobs/call-back-line/content.ts';
import { drawClockReminder, drawQueueReminder } from '../../jobs/clock-reminders/card.ts';
import { clockReminderContent, queueReminderContent } from '../../jobs/clock-reminders/content.ts';
import { drawMonthlySummary } from '../../jobs/digest/monthly-card.ts';
import { monthlySummaryContent } from '../../jobs/digest/monthly-content.ts';
import { drawMonthlySatisfaction } from '../../jobs/digest/satisfaction-card.ts';
import { monthlySatisfactionContent } from '../../jobs/digest/satisfaction-content.ts';
import { drawWeeklyDigest } from '../../jobs/digest/weekly-card.ts';
import { weeklyDigestContent } from '../../jobs/digest/weekly-content.ts';
import { drawDueReminders } from '../../jobs/due-reminders/card.ts';
import { dueRemindersContent } from '../../jobs/due-reminders/content.ts';
import type { Card } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';

const noticeSchema = z.discriminatedUnion('notice', [
  dueRemindersContent,
  callBackLineContent,
  clockReminderContent,
  queueReminderContent,
  weeklyDigestContent,
  monthlySummaryContent,
  monthlySatisfactionContent,
  linkedNotice,
  awayNotice,
  claimedNotice,
]);

/** Draws a card from an effect's content alone. Fails with zod's error for content of an unknown kind. */
export function drawNotice(content: unknown, locale: Locale): Card {
  const notice = noticeSchema.parse(content);
  switch (notice.notice) {
    case 'due-reminders':
      return drawDueReminders(notice, locale);
    case 'call-back-line':
      return drawCallBackLine(notice, locale);
    case 'clock-reminder':
      return drawClockReminder(notice, locale);
    case 'queue-reminder':
      return drawQueueReminder(notice, locale);
    case 'weekly-digest':
      return drawWeeklyDigest(notice, locale);
    case 'monthly-summary':
      return drawMonthlySummary(notice, locale);
    case 'monthly-satisfaction':
      return drawMonthlySatisfaction(notice, locale);
    case 'linked':
      return drawLinked(notice, locale);
    case 'claimed':
      return drawClaimed(notice, locale);
    case 'away':
      return drawAway(notice, locale);
    default:
      return notice satisfies never;
  }
}

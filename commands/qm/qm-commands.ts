import { translate } from '../../src/i18n/translate.ts';
import { type Command, command } from '../command.ts';
import { deskPage } from '../desk/desk-page.ts';
import { verbs } from '../record/verbs.ts';
import { pageValue, settleTrouble, showAdmin, showUnlinked, troubleValue } from './admin.ts';
import { queueValue } from './approval-queue.ts';
import { showApprovals, skipApproval } from './approvals.ts';
import { answerAway, awayDays, awayValue, endAway, openAway, setAwayAs, submitAway } from './away.ts';
import { listAllOverdue, previewMonthly, previewWeekly } from './digest.ts';
import { pressMine, showMine } from './mine.ts';
import { pressOverdue, showOverdue } from './overdue.ts';

/** Commands about the user: their work, their absences. */
const desk: readonly Command[] = [
  command({
    id: 'qm.mine',
    does: (locale) => translate(locale, 'help.mine'),
    topic: 'act',
    phrases: verbs.mine,
    value: deskPage,
    say: (_rest, _said, context) => showMine(context),
    press: (page, _press, context) => pressMine(page, context),
  }),
  command({
    id: 'qm.approvals',
    does: (locale) => translate(locale, 'help.approvals'),
    topic: 'act',
    phrases: verbs.approvals,
    say: (_rest, _said, context) => showApprovals(context),
    press: (_value, _press, context) => showApprovals(context),
  }),
  command({ id: 'qm.later', value: queueValue, press: (queue, _press, context) => skipApproval(queue, context) }),
  command({
    id: 'qm.overdue',
    does: (locale) => translate(locale, 'help.overdue'),
    topic: 'act',
    phrases: verbs.overdue,
    value: deskPage,
    say: (_rest, _said, context) => showOverdue(context),
    press: (page, _press, context) => pressOverdue(page, context),
  }),
  command({
    id: 'qm.away',
    does: (locale) => translate(locale, 'help.away'),
    takes: '[FROM TO DEPUTY | off]',
    topic: 'self',
    example: { 'zh-CN': '12-01 12-05 姓名', en: '12-01 12-05 NAME' },
    words: { 'zh-CN': ['休假', '请假', '外出', '代理'], en: ['away', 'leave'] },
    value: awayDays,
    say: answerAway,
    press: (days, _press, context) => openAway(days, context),
    submit: (answers, _value, _submit, context) => submitAway(answers, context),
  }),
  command({ id: 'qm.awayAs', value: awayValue, press: (days, _press, context) => setAwayAs(days, context) }),
  command({ id: 'qm.awayEnd', value: awayValue, press: (days, _press, context) => endAway(days, context) }),
];

const digests: readonly Command[] = [
  command({
    id: 'qm.weekly',
    words: {
      'zh-CN': ['周报', '周报预览', '预览周报'],
      en: ['digest', 'digest preview', 'digest week', 'digest preview week'],
    },
    does: (locale) => translate(locale, 'command.weekly'),
    topic: 'self',
    say: (_rest, said, context) => previewWeekly(said, context),
  }),
  command({
    id: 'qm.monthly',
    words: {
      'zh-CN': ['月报', '月报预览', '预览月报'],
      en: ['digest month', 'digest preview month', 'monthly digest'],
    },
    does: (locale) => translate(locale, 'command.monthly'),
    topic: 'self',
    say: (_rest, said, context) => previewMonthly(said, context),
  }),
  command({ id: 'qm.allOverdue', press: (_value, _press, context) => listAllOverdue(context) }),
];

const admin: readonly Command[] = [
  command({
    id: 'qm.admin',
    does: (locale) => translate(locale, 'admin.title'),
    topic: 'self',
    words: { 'zh-CN': ['管理', '运行情况'], en: ['admin'] },
    value: pageValue,
    say: (_rest, _said, context) => showAdmin(context),
    press: ({ skip }, _press, context) => showAdmin(context, skip),
  }),
  command({ id: 'qm.unlinked', value: pageValue, press: ({ skip }, _press, context) => showUnlinked(context, skip) }),
  command({
    id: 'qm.retry',
    value: troubleValue,
    press: (ref, _press, context) => settleTrouble('retry', ref, context),
  }),
  command({ id: 'qm.drop', value: troubleValue, press: (ref, _press, context) => settleTrouble('drop', ref, context) }),
];

/** Commands not about a record: `/qm mine`, `/qm away`, `/qm digest`, `/qm admin`. */
export const qmCommands: readonly Command[] = [...desk, ...digests, ...admin];

import { translate } from '../../src/i18n/translate.ts';
import { projectSurvey } from '../../src/quality/project-survey/project-survey.ts';
import { type Command, command, spokenOf } from '../command.ts';
import { nounsOf } from '../record/nouns.ts';
import { sendAll } from './send-all.ts';
import { showToSend } from './to-send.ts';

const sending = spokenOf(nounsOf(projectSurvey), {
  'zh-CN': ['发出', '发送', '一次发出'],
  en: ['send'],
});

/** What is done with all surveys of a month at once. */
export const surveyCommands: readonly Command[] = [
  command({
    id: 'survey.send',
    does: (locale) => translate(locale, 'help.projectSurvey'),
    topic: 'act',
    phrases: {
      'zh-CN': ['发出调查', '发出满意度调查', ...sending['zh-CN']],
      en: sending.en,
    },
    say: (_rest, _said, context) => showToSend(context),
  }),
  command({ id: 'survey.sendAll', press: (_value, _press, context) => sendAll(context) }),
];

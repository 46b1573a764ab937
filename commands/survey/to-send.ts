import type { Card, Line } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { projectSurvey } from '../../src/quality/project-survey/project-survey.ts';
import { type ProjectSurveyData, projectSurveyData } from '../../src/quality/project-survey/project-survey-data.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import { mayMake } from '../../src/records/decide/perform.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';

/** A survey is planned for one month, and may be sent late. */
const SPAN_MS = 100 * 86_400_000;
const wanted = projectSurveyData.pick({ title: true });

/** The surveys that the user may send now and that have recipients, and those without contacts. */
export interface ToSend {
  readonly ready: readonly RecordOf<ProjectSurveyData>[];
  readonly lacking: readonly RecordOf<ProjectSurveyData>[];
}

/** Finds them among the planned ones; oldest first. */
export async function findToSend({ facts, records, org, now, actor }: Context): Promise<ToSend> {
  const span = { from: new Date(now.getTime() - SPAN_MS), to: new Date(now.getTime() + 1) };
  const rows = await facts.between('projectSurvey', span, wanted);
  const planned = rows.filter(({ state }) => state === 'planned').map(({ number }) => records.load({ number }));
  const mine = (await Promise.all(planned)).flatMap((record) => {
    if (record?.type !== 'projectSurvey') return [];
    const survey = { ...record, data: projectSurveyData.parse(record.data) };
    return mayMake(projectSurvey, survey, { move: 'send', actor, round: null }, { org, now }) === null ? [survey] : [];
  });
  const hasContacts = ({ data }: RecordOf<ProjectSurveyData>) => org.contactsOf(data.projectId).length > 0;
  return { ready: mine.filter(hasContacts), lacking: mine.filter((survey) => !hasContacts(survey)) };
}

/** `/survey send`: all of them on one card, with one button. */
export async function showToSend(context: Context): Promise<Reply> {
  return { kind: 'card', card: drawToSend(await findToSend(context), context) };
}

function drawToSend({ ready, lacking }: ToSend, { locale, org }: Context): Card {
  const title = translate(locale, 'survey.send.title');
  const line = ({ number, data }: RecordOf<ProjectSurveyData>): Line => ({
    text: words(
      `${number} · ${data.title} · ${translate(locale, 'survey.send.contacts', { count: org.contactsOf(data.projectId).length })}`,
    ),
    button: openButton(number, translate(locale, 'record.open')),
  });
  const contacts = new Set(ready.flatMap(({ data }) => org.contactsOf(data.projectId).map(({ id }) => id))).size;
  const summary =
    ready.length === 0
      ? translate(locale, 'survey.send.nothing')
      : translate(locale, 'survey.send.summary', { count: ready.length, contacts });
  return {
    title,
    tone: ready.length === 0 ? 'neutral' : 'action',
    summary,
    blocks: [
      { kind: 'text', text: words(summary) },
      ...(ready.length === 0 ? [] : [{ kind: 'lines' as const, lines: ready.map(line) }]),
      ...(lacking.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: translate(locale, 'survey.send.lacking') },
            { kind: 'lines' as const, lines: lacking.map(line) },
          ]),
      ...(ready.length === 0
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  action: 'survey.sendAll',
                  label: translate(locale, 'survey.send.all', { count: ready.length }),
                  value: {},
                  style: 'primary' as const,
                },
              ],
            },
          ]),
    ],
  };
}

import {
  type SurveyInvitationData,
  surveyInvitationData,
} from '../../src/quality/survey-invitation/survey-invitation-data.ts';
import type { ReportStage } from './service-report-stage.ts';

/** Line 3 is surveyed in a month, both specialties by their leads; gives the address of the one page that Qian Ming has with both. */
export async function inviteTo(stage: ReportStage, month: string): Promise<string> {
  const { app, clock } = stage.scene;
  clock.moveTo(`${month}-02T02:00:00Z`);
  for (const [specialty, lead] of [
    ['network', 'liu-yang'],
    ['signalling', 'wu-qiang'],
  ] as const) {
    const actor = { kind: 'person', id: lead, via: 'console' } as const;
    const answers = { project: 'metro-3', specialty };
    const origin = `planned ${month} ${specialty}`;
    const created = await app.records.create({ type: 'projectSurvey', answers, actor, origin });
    if (created.verdict !== 'created') throw new Error(JSON.stringify(created.errors));
    const request = { move: 'send', answers: {}, actor, interaction: `sent ${month} ${specialty}`, round: null };
    const { verdict } = await app.records.perform({ number: created.record.number }, request);
    if (verdict.verdict !== 'done') throw new Error(verdict.verdict);
  }
  await stage.scene.settle();
  return stage.link('survey', (await invitation(stage, month)).number);
}

/** What Qian Ming was asked in a month, and the moves that were made on it. */
export async function invitation(
  { scene }: ReportStage,
  month: string,
): Promise<{ number: string; data: SurveyInvitationData; moves: string[] }> {
  const record = await scene.app.records.load({ origin: `surveyInvitation:${month}:qian-ming` });
  if (!record) throw new Error('nobody was asked');
  return {
    number: record.number,
    data: surveyInvitationData.parse(record.data),
    moves: record.history.map(({ move }) => move),
  };
}

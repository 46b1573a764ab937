import { companySurvey } from '../../../src/quality/company-survey/company-survey.ts';
import type { CompanySurveyData } from '../../../src/quality/company-survey/company-survey-data.ts';
import { projectSurvey } from '../../../src/quality/project-survey/project-survey.ts';
import type { ProjectSurveyData } from '../../../src/quality/project-survey/project-survey-data.ts';
import { surveyInvitation } from '../../../src/quality/survey-invitation/survey-invitation.ts';
import type { SurveyInvitationData } from '../../../src/quality/survey-invitation/survey-invitation-data.ts';
import type { RecordType } from '../../../src/records/declaration/record-type.ts';
import type { EffectIntent } from '../../../src/records/shape/effect.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';

export type ProjectSurvey = RecordOf<ProjectSurveyData>;
export type CompanySurvey = RecordOf<CompanySurveyData>;
export type Invitation = RecordOf<SurveyInvitationData>;

const contact = (id: string, zh: string, more: Readonly<Record<string, string>> = {}) => ({
  id,
  name: { zh, en: id },
  ...more,
});

type Changes = Parameters<typeof testOrganisation>[0];

/** Two customers who must be asked yearly and one who need not; two projects with contacts, one without. Liu Yang leads. */
export const surveyed = (changes: Changes = {}) =>
  testOrganisation({
    customers: [
      {
        id: 'metro',
        name: { zh: '地铁集团', en: 'Metro' },
        level: 'key',
        contacts: [
          contact('qian-ming', '钱明', { email: 'qian.ming@metro.example', phone: '13800000011' }),
          contact('sun-li', '孙丽', { phone: '13800000012' }),
          contact('wu-xia', '吴霞'),
        ],
      },
      {
        id: 'office',
        name: { zh: '大数据中心', en: 'Data office' },
        level: 'major',
        contacts: [contact('gao-jun', '高军')],
      },
      {
        id: 'school',
        name: { zh: '实验学校', en: 'School' },
        level: 'ordinary',
        contacts: [contact('shi-yu', '石玉')],
      },
    ],
    projects: [
      {
        id: 'metro-3',
        name: { zh: '三号线', en: 'Line 3' },
        customer: 'metro',
        department: 'omd',
        lead: 'liu-yang',
        specialties: [{ id: 'network', name: { zh: '网络', en: 'Network' }, lead: 'liu-yang' }],
        contacts: ['qian-ming', 'sun-li'],
      },
      {
        id: 'cloud',
        name: { zh: '政务云', en: 'Cloud' },
        customer: 'office',
        department: 'omd',
        lead: 'liu-yang',
        contacts: ['gao-jun'],
      },
      { id: 'lab', name: { zh: '实验室', en: 'Lab' }, customer: 'school', department: 'omd', lead: 'liu-yang' },
    ],
    ...changes,
  });

export const openSurveyDesk = (changes?: Changes) => openPureEngine(surveyed(changes));

/** A record after a move that must be taken, seen by the records that name it; and what is to happen elsewhere. */
export function taken<Data>(
  desk: PureEngine,
  type: RecordType<Data>,
  record: RecordOf<Data>,
  by: string,
  move: string,
  said: unknown = {},
): { readonly record: RecordOf<Data>; readonly intents: readonly EffectIntent[] } {
  const verdict = desk.ask(type, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  const others = desk.setting().others as Map<string, RecordOf<unknown>>;
  others.set(record.number, verdict.record);
  return { record: verdict.record, intents: verdict.intents };
}

export const overall = (score: number) => ({
  overall: score,
  speed: score,
  skill: score,
  attitude: score,
  result: score,
});
export const answersOf = (survey: string, score: number, texts: Readonly<Record<string, string>> = {}) => ({
  answers: [{ survey, answers: { ratings: overall(score), choices: {}, texts } }],
});
/** What staff type for a contact: the five ratings. */
export const entered = { via: 'phone', q1: '5', q2: '5', q3: '4', q4: '5', q5: '4' };

const result = { contactId: 'qian-ming', number: 'SI-2026-0001', at: '2026-11-23T03:00:00.000Z', ratings: overall(5) };

export const projectAnswers = {
  send: {},
  addContact: { contact: 'wu-xia' },
  collect: {},
  submit: { comment: '无异常' },
  sendBack: { reason: '请再电话询问' },
  cancel: { reason: '项目已移交' },
  invited: { contactId: 'qian-ming', number: 'SI-2026-0001' },
  answered: result,
  runOut: {},
} as const;
export const projectStates = ['planned', 'collecting', 'collected', 'submitted', 'cancelled'] as const;

export const newSurvey = (desk: PureEngine, project = 'metro-3', number = 'SV-2026-0001') =>
  desk.create(projectSurvey, 'li-na', { project, ...(project === 'metro-3' && { specialty: 'network' }) }, number);

/** A survey of line 3's network, brought to a state. */
export function projectSurveyIn(desk: PureEngine, state: (typeof projectStates)[number]): ProjectSurvey {
  const make = (record: ProjectSurvey, by: string, move: keyof typeof projectAnswers) =>
    taken(desk, projectSurvey, record, by, move, projectAnswers[move]).record;
  switch (state) {
    case 'planned':
      return newSurvey(desk);
    case 'collecting':
      return make(projectSurveyIn(desk, 'planned'), 'liu-yang', 'send');
    case 'collected':
      return make(projectSurveyIn(desk, 'collecting'), 'liu-yang', 'collect');
    case 'submitted':
      return make(projectSurveyIn(desk, 'collected'), 'li-na', 'submit');
    case 'cancelled':
      return make(projectSurveyIn(desk, 'planned'), 'li-na', 'cancel');
    default:
      return state satisfies never;
  }
}

export const companyAnswers = {
  takeIn: { customers: ['school'] },
  leaveOut: { customers: ['office'] },
  submitPlan: { reason: '实验学校暂停服务' },
  approvePlan: {},
  returnPlan: { reason: '请补上' },
  send: {},
  close: { comment: '按期完成' },
  cancel: { reason: '改期' },
  answered: result,
} as const;
export const companyStates = ['planning', 'approval', 'ready', 'collecting', 'closed', 'cancelled'] as const;

export const newCompanySurvey = (desk: PureEngine) =>
  desk.create(companySurvey, 'li-na', { year: '2026' }, 'CS-2026-0001');

export function companySurveyIn(desk: PureEngine, state: (typeof companyStates)[number]): CompanySurvey {
  const make = (record: CompanySurvey, by: string, move: keyof typeof companyAnswers) =>
    taken(desk, companySurvey, record, by, move, companyAnswers[move]).record;
  switch (state) {
    case 'planning':
      return newCompanySurvey(desk);
    case 'approval':
      return make(companySurveyIn(desk, 'planning'), 'li-na', 'submitPlan');
    case 'ready':
      return make(companySurveyIn(desk, 'approval'), 'zhou-min', 'approvePlan');
    case 'collecting':
      return make(companySurveyIn(desk, 'ready'), 'li-na', 'send');
    case 'closed':
      return make(companySurveyIn(desk, 'collecting'), 'li-na', 'close');
    case 'cancelled':
      return make(companySurveyIn(desk, 'planning'), 'li-na', 'cancel');
    default:
      return state satisfies never;
  }
}

export const invitationAnswers = {
  enter: entered,
  share: {},
  decline: { reason: '近期较忙' },
  include: { survey: 'SV-2026-0001' },
  answer: answersOf('SV-2026-0001', 5),
  delivered: { letter: 'invitation', way: 'mail', outcome: 'sent' },
  remind: {},
  close: { survey: 'SV-2026-0001' },
} as const;
export const invitationStates = ['asked', 'answered', 'closed'] as const;

export const newInvitation = (desk: PureEngine, contactId = 'qian-ming', number = 'SI-2026-0001') =>
  desk.create(surveyInvitation, 'system', { month: '2026-11', contactId }, number);

/** Qian Ming's page of November, with the survey of line 3's network on it. */
export function invitationIn(desk: PureEngine, state: (typeof invitationStates)[number]): Invitation {
  const make = (record: Invitation, by: string, move: keyof typeof invitationAnswers) =>
    taken(desk, surveyInvitation, record, by, move, invitationAnswers[move]).record;
  switch (state) {
    case 'asked':
      projectSurveyIn(desk, 'collecting');
      return make(newInvitation(desk), 'system', 'include');
    case 'answered':
      return make(invitationIn(desk, 'asked'), 'customer', 'answer');
    case 'closed':
      return make(invitationIn(desk, 'asked'), 'system', 'close');
    default:
      return state satisfies never;
  }
}

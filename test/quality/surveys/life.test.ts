import { expect, test } from 'vitest';
import { companySurvey } from '../../../src/quality/company-survey/company-survey.ts';
import { gapsOf } from '../../../src/quality/company-survey/sample.ts';
import { projectSurvey } from '../../../src/quality/project-survey/project-survey.ts';
import { figuresOf } from '../../../src/quality/satisfaction/survey-results.ts';
import { surveyInvitation } from '../../../src/quality/survey-invitation/survey-invitation.ts';
import { testOrganisation } from '../../support/organisation.ts';
import {
  answersOf,
  companySurveyIn,
  entered,
  invitationIn,
  newCompanySurvey,
  newInvitation,
  newSurvey,
  openSurveyDesk,
  overall,
  projectSurveyIn,
  surveyed,
  taken,
} from './surveying.ts';

test('a survey asks every contact of its project once, by the questions of that day', () => {
  const desk = openSurveyDesk();
  const { record, intents } = taken(desk, projectSurvey, newSurvey(desk), 'liu-yang', 'send');
  expect(record.data.contactIds).toEqual(['qian-ming', 'sun-li']);
  expect(record.data.questionnaire).toMatchObject({ id: 'satisfaction', version: 1 });
  expect(record.due?.day).toBe('2026-11-30');
  const raised = intents.filter(({ kind }) => kind === 'raise');
  expect(raised.map((intent) => 'origin' in intent && intent.origin)).toEqual([
    'surveyInvitation:2026-11:qian-ming',
    'surveyInvitation:2026-11:sun-li',
  ]);
});

test('a project without contacts cannot be surveyed, and is told what is missing', () => {
  const desk = openSurveyDesk();
  const verdict = desk.ask(projectSurvey, newSurvey(desk, 'lab'), 'liu-yang', 'send');
  expect(verdict).toMatchObject({ verdict: 'refused', refusal: { key: 'projectSurvey.refusal.noContacts' } });
});

test('a second survey of the month comes onto the same page, and no second letter goes out', () => {
  const desk = openSurveyDesk();
  projectSurveyIn(desk, 'collecting');
  const second = taken(desk, projectSurvey, newSurvey(desk, 'cloud', 'SV-2026-0002'), 'liu-yang', 'send').record;
  const page = taken(desk, surveyInvitation, newInvitation(desk), 'system', 'include', { survey: 'SV-2026-0001' });
  expect(page.intents.filter(({ kind }) => kind === 'letter')).toMatchObject([{ letter: 'invitation' }]);
  const answered = taken(
    desk,
    surveyInvitation,
    page.record,
    'customer',
    'answer',
    answersOf('SV-2026-0001', 5),
  ).record;
  const both = taken(desk, surveyInvitation, answered, 'system', 'include', { survey: second.number });
  expect(both.intents.filter(({ kind }) => kind === 'letter')).toEqual([]);
  expect(both.record.data.parts.map(({ survey }) => survey)).toEqual(['SV-2026-0001', 'SV-2026-0002']);
  expect(both.record.data.forms).toHaveLength(1);
  expect(both.record.state).toBe('asked');
});

test('answers that are given again take the place of the first, in the invitation and in the survey', () => {
  const desk = openSurveyDesk();
  let survey = projectSurveyIn(desk, 'collecting');
  const first = taken(
    desk,
    surveyInvitation,
    invitationIn(desk, 'asked'),
    'system',
    'answer',
    answersOf('SV-2026-0001', 3),
  );
  const again = taken(desk, surveyInvitation, first.record, 'customer', 'answer', answersOf('SV-2026-0001', 5));
  for (const { intents } of [first, again]) {
    const heard = intents.find((intent) => intent.kind === 'signal' && intent.move === 'answered');
    survey = taken(
      desk,
      projectSurvey,
      survey,
      'system',
      'answered',
      heard && 'input' in heard ? heard.input : {},
    ).record;
  }
  expect(again.record.data.parts[0]?.answers?.ratings).toEqual(overall(5));
  expect(survey.data.results).toHaveLength(1);
  expect(survey.data.results[0]?.ratings).toEqual(overall(5));
});

test('an answer after the survey was submitted changes nothing of it', () => {
  const desk = openSurveyDesk();
  const survey = projectSurveyIn(desk, 'submitted');
  const result = { contactId: 'sun-li', number: 'SI-2026-0002', at: '2026-12-05T01:00:00.000Z', ratings: overall(1) };
  const after = taken(desk, projectSurvey, survey, 'system', 'answered', result).record;
  expect(after.data).toEqual(survey.data);
});

test('that nobody answered is an outcome, and QED may send it back for more without a second letter', () => {
  const desk = openSurveyDesk();
  const collected = projectSurveyIn(desk, 'collected');
  expect(collected.data.outcome).toBe('none');
  const back = taken(desk, projectSurvey, collected, 'li-na', 'sendBack', { reason: '请电话询问' });
  expect(back.record.state).toBe('collecting');
  expect(back.intents.filter(({ kind }) => kind === 'raise')).toEqual([]);
});

test('a low rating proposes a finding once, no matter what is answered afterwards', () => {
  const desk = openSurveyDesk();
  const said = answersOf('SV-2026-0001', 2, { comment: '响应太慢' });
  const low = taken(desk, surveyInvitation, invitationIn(desk, 'asked'), 'customer', 'answer', said);
  const proposed = low.intents.filter((intent) => intent.kind === 'raise');
  expect(proposed).toMatchObject([
    {
      type: 'proposal',
      number: 'SI-2026-0001-P1',
      input: {
        cause: 'lowScore',
        about: 'SI-2026-0001',
        projectId: 'metro-3',
        customerId: 'metro',
        departmentId: 'omd',
      },
    },
  ]);
  expect(JSON.stringify(proposed)).toContain('响应太慢');
  const worse = taken(desk, surveyInvitation, low.record, 'customer', 'answer', answersOf('SV-2026-0001', 1));
  expect(worse.intents.filter(({ kind }) => kind === 'raise')).toEqual([]);
  const better = taken(desk, surveyInvitation, worse.record, 'customer', 'answer', answersOf('SV-2026-0001', 4));
  expect(better.intents).toContainEqual(expect.objectContaining({ number: 'SI-2026-0001-P1', move: 'takeBack' }));
});

test('a rating above the limit of the settings proposes nothing', () => {
  const desk = openSurveyDesk({ settings: { lowScore: 1 } });
  const { intents } = taken(
    desk,
    surveyInvitation,
    invitationIn(desk, 'asked'),
    'system',
    'answer',
    answersOf('SV-2026-0001', 2),
  );
  expect(intents.filter(({ kind }) => kind === 'raise')).toEqual([]);
});

test('what staff enter says how it came and who wrote it down', () => {
  const desk = openSurveyDesk();
  const { record } = taken(desk, surveyInvitation, invitationIn(desk, 'asked'), 'xu-fang', 'enter', entered);
  expect(record.data.parts[0]).toMatchObject({
    via: 'phone',
    by: 'xu-fang',
    answers: { ratings: { overall: 5, result: 4 } },
  });
  expect(record.state).toBe('answered');
});

test('staff are told which question is missing', () => {
  const desk = openSurveyDesk();
  const verdict = desk.ask(surveyInvitation, invitationIn(desk, 'asked'), 'xu-fang', 'enter', {
    via: 'phone',
    q1: '5',
    q2: '5',
  });
  expect(verdict).toMatchObject({
    refusal: {
      key: 'surveyInvitation.refusal.answer',
      params: { at: 3, problem: { message: 'survey.form.required' } },
    },
  });
});

test('nobody is reminded more often than the settings say', () => {
  const desk = openSurveyDesk();
  let record = invitationIn(desk, 'asked');
  for (const letter of ['reminder1', 'reminder2']) {
    const reminded = taken(desk, surveyInvitation, record, 'system', 'remind');
    expect(reminded.intents).toMatchObject([{ kind: 'letter', contactId: 'qian-ming', letter }]);
    record = reminded.record;
  }
  const third = desk.ask(surveyInvitation, record, 'system', 'remind');
  expect(third).toMatchObject({ refusal: { key: 'surveyInvitation.refusal.reminded' } });
});

test('a letter that did not arrive is told to the lead', () => {
  const desk = openSurveyDesk();
  const { intents } = taken(desk, surveyInvitation, invitationIn(desk, 'asked'), 'system', 'delivered', {
    letter: 'invitation',
    way: 'mail',
    outcome: 'refused',
    reason: 'smtp envelope 550',
  });
  expect(intents).toMatchObject([
    { purpose: 'tell', personId: 'liu-yang', lead: { key: 'surveyInvitation.news.refused' } },
  ]);
});

test('the page is closed with the last of its surveys', () => {
  const desk = openSurveyDesk();
  taken(desk, projectSurvey, newSurvey(desk, 'cloud', 'SV-2026-0002'), 'liu-yang', 'send');
  const both = taken(desk, surveyInvitation, invitationIn(desk, 'answered'), 'system', 'include', {
    survey: 'SV-2026-0002',
  });
  const one = taken(desk, surveyInvitation, both.record, 'system', 'close', { survey: 'SV-2026-0002' }).record;
  expect(one.state).toBe('answered');
  expect(taken(desk, surveyInvitation, one, 'system', 'close', { survey: 'SV-2026-0001' }).record.state).toBe('closed');
});

test('a contact who declines is asked by no other survey of the month', () => {
  const desk = openSurveyDesk();
  const declined = taken(desk, surveyInvitation, invitationIn(desk, 'asked'), 'xu-fang', 'decline', {
    reason: '太忙',
  }).record;
  taken(desk, projectSurvey, newSurvey(desk, 'cloud', 'SV-2026-0002'), 'liu-yang', 'send');
  const { record } = taken(desk, surveyInvitation, declined, 'system', 'include', { survey: 'SV-2026-0002' });
  expect(record.state).toBe('closed');
  expect(record.data.parts.map(({ open }) => open)).toEqual([false, false]);
});

test('the yearly sample begins with every customer whose level wants it and every project', () => {
  const desk = openSurveyDesk();
  const { data } = newCompanySurvey(desk);
  expect(data.contactIds).toEqual(['qian-ming', 'sun-li', 'gao-jun', 'shi-yu']);
  const gaps = gapsOf(data.contactIds, desk.org);
  expect(gaps.customers.map(({ id }) => id)).toEqual([]);
  expect(gaps.projects.map(({ id }) => id)).toEqual(['lab']);
});

test('a plan that leaves a contact out needs a reason, and is approved by another person', () => {
  const desk = openSurveyDesk();
  const plan = taken(desk, companySurvey, newCompanySurvey(desk), 'li-na', 'leaveOut', {
    customers: ['office'],
  }).record;
  const gaps = gapsOf(plan.data.contactIds, desk.org);
  expect([gaps.customers, gaps.projects].map((list) => list.map(({ id }) => id))).toEqual([
    ['office'],
    ['cloud', 'lab'],
  ]);
  const bare = desk.ask(companySurvey, plan, 'li-na', 'submitPlan', {});
  expect(bare).toMatchObject({ verdict: 'refused', refusal: { key: 'companySurvey.refusal.gap' } });
  const { record } = taken(desk, companySurvey, plan, 'li-na', 'submitPlan', { reason: '客户要求今年不参加' });
  expect(record.state).toBe('approval');
  expect(record.ownerIds).toEqual(['zhou-min']);
});

test('a plan that leaves nobody out needs no approval', () => {
  const { projects } = surveyed().data;
  const desk = openSurveyDesk({ projects: projects.filter(({ id }) => id !== 'lab') as never });
  const { record } = taken(desk, companySurvey, newCompanySurvey(desk), 'li-na', 'submitPlan', {});
  expect(record.state).toBe('ready');
});

test('the yearly survey is closed with its figures', () => {
  const desk = openSurveyDesk();
  let survey = companySurveyIn(desk, 'collecting');
  for (const [contactId, score] of [
    ['qian-ming', 5],
    ['sun-li', 4],
    ['gao-jun', 2],
  ] as const) {
    const result = {
      contactId,
      number: 'SI-2026-0001',
      at: '2026-11-24T01:00:00.000Z',
      ratings: { ...overall(score), recommend: score * 2 },
    };
    survey = taken(desk, companySurvey, survey, 'system', 'answered', result).record;
  }
  const { data } = taken(desk, companySurvey, survey, 'li-na', 'close', {}).record;
  expect(data.figures).toEqual({ invited: 4, answered: 3, csat: 2 / 3, mean: 11 / 3, nps: 0 });
});

test('the card of the yearly survey names each contact who has not answered, with their customer', () => {
  const desk = openSurveyDesk();
  const survey = companySurveyIn(desk, 'collecting');
  const result = {
    contactId: 'qian-ming',
    number: 'SI-2026-0001',
    at: '2026-11-24T01:00:00.000Z',
    ratings: overall(5),
  };
  const { record } = taken(desk, companySurvey, survey, 'system', 'answered', result);
  const shown = (one: typeof record) => {
    const seen = { locale: 'zh-CN', viewer: 'li-na', platform: 'console', workspace: 'local' } as const;
    const view = { ...desk.setting(), ...seen };
    return JSON.stringify(companySurvey.body(one, view));
  };
  expect(shown(survey)).toContain('尚未答复（4）');
  expect(shown(record)).toContain('尚未答复（3）');
  expect(shown(record)).toContain('孙丽（地铁集团）、高军（大数据中心）、石玉（实验学校）');
  expect(shown(record)).not.toContain('钱明');
});

test('without answers there is nothing to compute', () => {
  const [questionnaire] = testOrganisation().settings.questionnaires;
  if (!questionnaire) throw new Error('no questionnaire');
  expect(figuresOf(questionnaire, 2, [])).toEqual({ invited: 2, answered: 0, csat: null, mean: null, nps: null });
});

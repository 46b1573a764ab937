import { expect, test } from 'vitest';
import { formatProblem, parseOrg } from '../../src/org/parse-org.ts';
import { sampleOrg, sampleText } from './sample.ts';

/** What is wrong with the sample after an edit, as `line:column where`, with the sentences. */
function problemsAfter(edit: (text: string) => string, locale: 'en' | 'zh-CN' = 'en') {
  const text = edit(sampleText);
  if (text === sampleText) throw new Error('the edit changed nothing');
  const parsed = parseOrg(text, locale);
  if (parsed.ok) return [];
  return parsed.problems.map(({ line, column, where, message }) => {
    const at = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
    return { at, where, message };
  });
}

const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

test('the sample is in order', () => {
  expect(parseOrg(sampleText, 'en')).toEqual({ ok: true, data: sampleOrg() });
});

test('the second site of the sample is in order, once its mark is taken away', () => {
  const text = sampleText.replaceAll('\n#|', '\n').replace('slack: []', 'slack: [T0123ABCD]');
  const parsed = parseOrg(text, 'en');
  expect(parsed.ok ? parsed.data.sites.map(({ id }) => id) : parsed.problems).toEqual(['head-office', 'boston']);
});

test.each([
  ['a role that does not exist', replace('roles: [mr]', 'roles: [boss]'), 'boss]', 'people[1].roles[0]'],
  ['a missing name', replace('    name: { zh: 周敏, en: Zhou Min }\n', ''), 'id: zhou-min', 'people[1].name'],
  [
    'a misspelt key',
    replace('    department: hr\n', '    department: hr\n    emial: a@b.cd\n'),
    'emial: a@b.cd',
    'people[10].emial',
  ],
  [
    'a zone that does not exist',
    replace('zone: Asia/Shanghai', 'zone: Asia/Shangai'),
    'zone: Asia/Shangai',
    'sites[0].zone',
  ],
  [
    'a day that does not exist',
    replace('workdays: []', 'workdays: [2026-02-30]'),
    '2026-02-30]',
    'sites[0].workdays[0]',
  ],
  ['a bad e-mail address', replace('li.na@example.com', 'li.na@'), 'email: li.na@', 'people[2].email'],
  [
    'a telephone number without digits',
    replace('phone: 13800000011', 'phone: call me'),
    'phone: call me',
    'customers[0].contacts[1].phone',
  ],
  [
    'a time that is none',
    replace('resolution: 2h', 'resolution: soon'),
    'resolution: soon',
    'projects[0].sla.targets.p1.resolution',
  ],
  [
    'a contract that ends before it begins',
    replace('to: 2028-03-31', 'to: 2024-03-31'),
    'to: 2024',
    'projects[0].contract.to',
  ],
  [
    'hours that end before they begin',
    replace('from: "09:00", to: "17:30"', 'from: "19:00", to: "17:30"'),
    'to: "17:30"',
    'customers[0].contacts[0].callingHours.to',
  ],
  ['a list that is a text', replace('deputies: []', 'deputies: none'), 'deputies: none', 'deputies'],
])('points at %s', (_what, edit, at, where) => {
  const [problem] = problemsAfter(edit);
  expect(problem?.where).toBe(where);
  expect(problem?.at.startsWith(at)).toBe(true);
});

test.each([
  ['head: wang-lei', 'head: wang-wei', 'There is no person with the id wang-wei.'],
  ['department: pur', 'department: purchase', 'There is no department with the id purchase.'],
  ['id: wu-qiang', 'id: liu-yang', 'The id liu-yang is used twice: change one of them.'],
  ['console: wu-qiang', 'console: liu-yang', 'The identity console local liu-yang belongs to two people'],
  ['wu.qiang@example.com', 'Liu.Yang@example.com', 'liu.yang@example.com belongs to two people'],
  ['roles: [mr]', 'roles: []', 'Nobody is management representative'],
  ['roles: [top]', 'roles: []', 'Nobody holds top, the end of the approval chain'],
  ['aliases: [PUR]', 'aliases: [研发部]', 'Two departments go by the name “研发部”'],
  ['departments: [omd]', 'departments: [ops]', 'There is no department with the id ops.'],
  ['    channel: operations\n    lead', '    channel: ops\n    lead', 'There is no channel with the id ops.'],
  ['lead: liu-yang', 'lead: nobody', 'There is no person with the id nobody.'],
  ['    department: omd\n    lead', '    department: moon\n    lead', 'There is no department with the id moon.'],
  ['customer: metro', 'customer: bus', 'There is no customer with the id bus.'],
  ['contacts: [qian-ming, sun-li]', 'contacts: [qian-ming, gao-jun]', 'has no contact with the id gao-jun.'],
  ['level: key', 'level: gold', 'The settings have no customer level with the id gold.'],
  ['p2: { response: 30m', 'p9: { response: 30m', 'The settings have no priority with the id p9.'],
  ['lead: wu-qiang }', 'lead: nobody }', 'There is no person with the id nobody.'],
  ['id: signalling', 'id: network', 'The id network is used twice: change one of them.'],
  ['id: anna-berg', 'id: sun-li', 'The id sun-li is used twice: change one of them.'],
  ['head: ma-li }', 'head: ma-li, site: moon }', 'There is no site with the id moon.'],
])('%s -> %s: %s', (from, to, message) => {
  const messages = problemsAfter(replace(from, to)).map((problem) => problem.message);
  expect(messages.join('\n')).toContain(message);
});

const withQuestions = (yaml: string) => (text: string) =>
  text.replace('settings:\n', `settings:\n  questionnaires: [{ id: satisfaction, name: 满意度, ${yaml} }]\n`);

test.each([
  [
    'two questions with one id',
    'questions: [{ id: a, kind: rating, text: A }, { id: a, kind: text, text: B }]',
    'The id a is used twice',
    'settings.questionnaires[0].questions[1].id',
  ],
  [
    'an overall rating that is a text',
    'overall: b, questions: [{ id: a, kind: rating, text: A }, { id: b, kind: text, text: B }]',
    'no rating question with the id b',
    'settings.questionnaires[0].overall',
  ],
  [
    'two options with one id',
    'questions: [{ id: a, kind: choice, text: A, options: [{ id: x, text: X }, { id: x, text: Y }] }]',
    'The id x is used twice',
    'settings.questionnaires[0].questions[0].options[1].id',
  ],
  [
    'a kind that there is not',
    'questions: [{ id: a, kind: stars, text: A }]',
    '',
    'settings.questionnaires[0].questions[0].kind',
  ],
])('a questionnaire with %s is told with its line', (_what, yaml, message, where) => {
  const [problem] = problemsAfter(withQuestions(yaml));
  expect(problem?.where).toBe(where);
  expect(problem?.message).toContain(message);
});

test('a survey by a questionnaire that there is not is told', () => {
  const [problem] = problemsAfter(
    replace('surveys: { monthly: true,', 'surveys: { monthlyQuestionnaire: none, monthly: true,'),
  );
  expect(problem).toMatchObject({
    where: 'settings.surveys.monthlyQuestionnaire',
    at: expect.stringMatching(/^monthlyQuestionnaire: none/),
  });
});

test('a person who heads nothing may have left', () => {
  expect(problemsAfter(replace('name: Emily Carter', 'name: Emily Carter\n    active: false'))).toEqual([]);
});

test('a head who has left is told', () => {
  const [problem] = problemsAfter(replace('name: { zh: 林峰, en: Lin Feng }', 'name: 林峰\n    active: false'));
  expect(problem).toMatchObject({
    where: 'departments[4].head',
    message: 'The head lin-feng has left: name someone who is active.',
  });
});

test('without a quality officer nobody would take a finding in', () => {
  const edit = (text: string) =>
    text.replace('[qedManager, qed]', '[qedManager]').replace('[qed, auditor]', '[auditor]');
  expect(problemsAfter(edit, 'zh-CN').map(({ message }) => message)).toEqual([
    '没有人负责质量受理：请给一人加上角色 qed。',
  ]);
});

test.each([
  ['two who stand in for each other', 'a b 12-01 12-10, b a 12-05 12-20', true],
  ['a circle of three', 'a b 12-01 12-31, b c 12-01 12-31, c a 12-24 12-26', true],
  ['the same two, one after the other', 'a b 12-01 12-10, b a 12-11 12-20', false],
  ['oneself', 'a a 12-01 12-10', true],
  ['a period that ends before it begins', 'a b 12-10 12-01', true],
])('deputies: %s', (_what, list, refused) => {
  const people: Record<string, string> = { a: 'wang-lei', b: 'liu-yang', c: 'wu-qiang' };
  const entries = list.split(', ').map((entry) => {
    const [person = '', deputy = '', from, to] = entry.split(' ');
    return `{ person: ${people[person]}, deputy: ${people[deputy]}, from: 2026-${from}, to: 2026-${to} }`;
  });
  const problems = problemsAfter(replace('deputies: []', `deputies: [${entries.join(', ')}]`));
  expect(problems.length > 0).toBe(refused);
});

test('a workspace may be left out only where one is listed', () => {
  const identity = replace('console: li-na', 'console: li-na, slack: U1');
  expect(problemsAfter(identity)).toMatchObject([
    { where: 'people[2].identities.slack[0]', at: expect.stringMatching(/^slack: U1/) },
  ]);
  const listed = (text: string) => identity(text).replace('workspaces: { slack: []', 'workspaces: { slack: [T1]');
  expect(problemsAfter(listed)).toEqual([]);
  const two = (text: string) => identity(text).replace('workspaces: { slack: []', 'workspaces: { slack: [T1, T2]');
  expect(problemsAfter(two)).toHaveLength(1);
  const named = (text: string) =>
    two(text).replace('slack: U1', 'slack: [{ workspace: T2, userId: U1 }, { workspace: T1, userId: U9 }]');
  expect(problemsAfter(named)).toEqual([]);
  const unlisted = (text: string) => listed(text).replace('slack: U1', 'slack: { workspace: T7, userId: U1 }');
  expect(problemsAfter(unlisted)).toHaveLength(1);
});

test('a file that is no YAML is refused with its line', () => {
  const parsed = parseOrg('company: a\nsites: [\n', 'en');
  expect(parsed).toMatchObject({ ok: false, problems: [{ line: 3 }] });
  expect(parseOrg('', 'en').ok).toBe(false);
  expect(parseOrg('- a\n- b\n', 'en').ok).toBe(false);
});

test('a file that unfolds without end is refused', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
  expect(parseOrg(`l0: &l0 [x]\n${levels.join('\n')}\n`, 'en').ok).toBe(false);
});

test('a problem is printed as compilers do', () => {
  const problem = { line: 12, column: 5, where: 'people[3].email', message: 'No.' };
  expect(formatProblem(problem, 'org.yaml')).toBe('org.yaml:12:5: people[3].email: No.');
  expect(formatProblem({ ...problem, where: '' }, 'org.yaml')).toBe('org.yaml:12:5: No.');
});

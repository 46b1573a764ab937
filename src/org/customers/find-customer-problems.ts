import type { OrgData } from '../org-schema.ts';
import type { OrgPath, Tell } from '../problem.ts';

/** Duplicate ids of questions and options, and references to questionnaires and ratings that do not exist. */
export function findQuestionnaireProblems({ settings }: OrgData, tell: Tell): void {
  const { questionnaires, surveys } = settings;
  questionnaires.forEach(({ questions, overall }, index) => {
    const at: OrgPath = ['settings', 'questionnaires', index];
    findDoubles(questions, [...at, 'questions'], tell);
    questions.forEach((question, position) => {
      if (question.kind !== 'choice') return;
      findDoubles(question.options, [...at, 'questions', position, 'options'], tell);
    });
    if (overall !== undefined && !questions.some(({ id, kind }) => id === overall && kind === 'rating')) {
      tell([...at, 'overall'], 'org.problem.noRating', { id: overall });
    }
  });
  for (const name of ['monthlyQuestionnaire', 'yearlyQuestionnaire'] as const) {
    if (!questionnaires.some(({ id }) => id === surveys[name])) {
      tell(['settings', 'surveys', name], 'org.problem.noQuestionnaire', { id: surveys[name] });
    }
  }
}

function findDoubles(list: readonly { readonly id: string }[], path: OrgPath, tell: Tell): void {
  list.forEach(({ id }, position) => {
    const first = list.findIndex((other) => other.id === id);
    if (first < position) tell([...path, position, 'id'], 'org.problem.doubleId', { id });
  });
}

/** References to customers and projects that do not exist, and contacts that belong to another customer. */
export function findCustomerProblems(data: OrgData, tell: Tell): void {
  findInCustomers(data, tell);
  data.projects.forEach((project, index) => {
    findInProject(project, index, data, tell);
  });
}

const isIn = (list: readonly { readonly id: string }[], id: string | undefined) =>
  id === undefined || list.some((item) => item.id === id);

function findInCustomers({ customers, settings }: OrgData, tell: Tell): void {
  const seen = new Set<string>();
  customers.forEach(({ level, contacts }, index) => {
    if (!isIn(settings.customerLevels, level)) {
      tell(['customers', index, 'level'], 'org.problem.noLevel', { id: level ?? '' });
    }
    contacts.forEach(({ id }, at) => {
      if (seen.has(id)) tell(['customers', index, 'contacts', at, 'id'], 'org.problem.doubleId', { id });
      seen.add(id);
    });
  });
}

function findInProject(project: OrgData['projects'][number], index: number, data: OrgData, tell: Tell): void {
  const { people, departments, channels, customers, settings } = data;
  const { lead, department, channel, customer, specialties, sla, contacts } = project;
  const at = ['projects', index] as const;
  if (!isIn(people, lead)) tell([...at, 'lead'], 'org.problem.noPerson', { id: lead });
  if (!isIn(departments, department)) {
    tell([...at, 'department'], 'org.problem.noDepartment', { id: department ?? '' });
  }
  if (!isIn(channels, channel)) tell([...at, 'channel'], 'org.problem.noChannel', { id: channel ?? '' });
  if (!isIn(customers, customer)) tell([...at, 'customer'], 'org.problem.noCustomer', { id: customer ?? '' });
  specialties.forEach((specialty, position) => {
    const path = [...at, 'specialties', position];
    if (!isIn(people, specialty.lead)) tell([...path, 'lead'], 'org.problem.noPerson', { id: specialty.lead });
    if (specialties.findIndex(({ id }) => id === specialty.id) < position) {
      tell([...path, 'id'], 'org.problem.doubleId', { id: specialty.id });
    }
  });
  for (const priority of Object.keys(sla.targets)) {
    if (!isIn(settings.priorities, priority)) {
      tell([...at, 'sla', 'targets', priority], 'org.problem.noPriority', { id: priority });
    }
  }
  const own = customers.find(({ id }) => id === customer)?.contacts ?? [];
  contacts.forEach((id, position) => {
    if (!isIn(own, id)) tell([...at, 'contacts', position], 'org.problem.noContact', { id });
  });
}

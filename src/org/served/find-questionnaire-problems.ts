import type { OrgData } from '../org-schema.ts';
import type { OrgPath, Tell } from '../problem.ts';

/** Questions and options with one id for two, and names of questionnaires and ratings that lead nowhere. */
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

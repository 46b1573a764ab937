import { describe, expect, test } from 'vitest';
import { companySurvey } from '../../../src/quality/company-survey/company-survey.ts';
import { projectSurvey } from '../../../src/quality/project-survey/project-survey.ts';
import { surveyInvitation } from '../../../src/quality/survey-invitation/survey-invitation.ts';
import type { RecordType } from '../../../src/records/declaration/record-type.ts';
import type { RecordOf } from '../../../src/records/record.ts';
import type { Desk } from '../../support/desk.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import {
  companyAnswers,
  companyStates,
  companySurveyIn,
  invitationAnswers,
  invitationIn,
  invitationStates,
  openSurveyDesk,
  projectAnswers,
  projectStates,
  projectSurveyIn,
} from './surveying.ts';

/** Who plays each part. */
const parts: Readonly<Record<string, string>> = {
  Led: 'liu-yang',
  Mgr: 'wang-lei',
  Mdp: 'huang-tao',
  Qmg: 'li-na',
  Qdp: 'du-juan',
  Qed: 'chen-jing',
  Sdk: 'xu-fang',
  MR: 'zhou-min',
  Str: 'zheng-kai',
  Sys: 'system',
};

interface Case {
  readonly type: RecordType<unknown>;
  readonly page: URL;
  readonly states: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly recordIn: (desk: Desk, state: string) => RecordOf<unknown>;
}

const caseOf = <Data, State extends string>(
  type: RecordType<Data>,
  page: string,
  states: readonly State[],
  answers: Readonly<Record<string, unknown>>,
  recordIn: (desk: Desk, state: State) => RecordOf<Data>,
): Case => ({
  type: type as RecordType<unknown>,
  page: new URL(page, import.meta.url),
  states,
  answers,
  recordIn: (desk, state) => recordIn(desk, state as State),
});

const cases = [
  caseOf(projectSurvey, './project-survey.txt', projectStates, projectAnswers, projectSurveyIn),
  caseOf(companySurvey, './company-survey.txt', companyStates, companyAnswers, companySurveyIn),
  caseOf(surveyInvitation, './survey-invitation.txt', invitationStates, invitationAnswers, invitationIn),
];

describe.each(cases)('the page of $type.type', ({ type, page, states, answers, recordIn }) => {
  const moves = Object.keys(type.moves);
  const when = readTable(page, '1. WHEN');
  const who = readTable(page, '2. WHO');
  const startsIn = (move: string, state: string) =>
    when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];

  /** What the page says of a cell. Where the move does not start from the state, that is said first, to everybody. */
  function written(state: string, move: string, part: string): string {
    const start = startsIn(move, state) ?? 'not on the page';
    if (start !== 'yes') return start;
    const row = who.rows.find(([from, name]) => from === state && name === move);
    return row?.[who.columns.indexOf(part) + 2] ?? 'not on the page';
  }

  test('names every move, every state and every part there is', () => {
    expect(when.rows.map(([move]) => move)).toEqual(moves);
    expect(when.columns).toEqual(Object.keys(type.states));
    expect(states).toEqual(Object.keys(type.states));
    expect(who.columns).toEqual(Object.keys(parts));
    const starting = states.flatMap((state) =>
      moves.flatMap((move) => (startsIn(move, state) === 'yes' ? [`${state} ${move}`] : [])),
    );
    expect(who.rows.map(([state, move]) => `${state} ${move}`).sort()).toEqual(starting.sort());
  });

  test.each(states)('says who may do what when it is %s', (state) => {
    const desk = openSurveyDesk();
    const record = recordIn(desk, state);
    const said = moves.flatMap((move) =>
      who.columns.map(
        (part) => `${move} ${part} ${markOf(desk.ask(type, record, parts[part] ?? '', move, answers[move]))}`,
      ),
    );
    expect(said).toEqual(
      moves.flatMap((move) => who.columns.map((part) => `${move} ${part} ${written(state, move, part)}`)),
    );
  });
});

import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { ExportRow } from '../../src/records/search/export-repository.ts';
import type { Clock } from '../../src/records/shape/clocks.ts';

/** The clock of one answer of a record; undefined where it was not owed. */
export type AnswerOf = (type: RecordType<unknown>, row: ExportRow) => Clock | undefined;

/** The runs of the deadline for the answer, a returned one's among them, in turn. */
export const answersOf = ({ answeredIn }: RecordType<unknown>, clocks: readonly Clock[]): Clock[] =>
  clocks.filter(({ step }) => answeredIn?.includes(step));

/** The first answer, whose lateness stays whatever follows; of a type without answers, the state's it stands in, else the last. */
export const firstAnswer: AnswerOf = (type, { clocks, state }) =>
  type.answeredIn ? answersOf(type, clocks)[0] : (clocks.find(({ step }) => step === state) ?? clocks.at(-1));

/** The last one, where the first was returned, or a measure that did not work called for another. */
export const lastAnswer: AnswerOf = (type, { clocks }) => answersOf(type, clocks).slice(1).at(-1);

import type { Facts } from '../../src/records/store/facts-repository.ts';
import { noFacts } from './no-reports.ts';

/** A record in the format of facts. */
export interface Row {
  readonly number: string;
  readonly type: string;
  readonly state: string;
  readonly data: object;
  readonly restricted?: boolean;
}

/** Facts of given records: all of a type, regardless of the span. */
export const factsOf = (rows: () => readonly Row[]): Facts => ({
  ...noFacts,
  between: async (type, _span, wanted) =>
    rows()
      .filter((row) => row.type === type)
      .map(({ number, state, data, restricted = false }) => ({
        number,
        state,
        open: true,
        departmentId: 'omd',
        restricted,
        clocks: [],
        data: wanted.parse(data),
      })),
});

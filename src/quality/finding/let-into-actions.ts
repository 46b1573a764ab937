import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { signal } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { FindingData } from './finding-data.ts';

/** Readers of a restricted finding may see the actions it raised, even if they were added later. */
export function letIntoActions({ data, restricted, readerIds }: RecordOf<FindingData>): FollowUp[] {
  if (!restricted) return [];
  return data.raised.map(({ number }) => signal(contracts.action.admitted, { number }, { people: [...readerIds] }));
}

import type { ActorContext } from '../../records/declaration/record-context.ts';
import type { Common } from '../../records/shape/common.ts';
import { nextId } from '../../records/shape/next-id.ts';
import type { RecordOf } from '../../records/shape/record.ts';

/** The maker of a signature's picture: see `RecordType.makes`. */
export const SIGNATURE_FILE = 'signature';

/** The common part with the signature's picture as evidence, still to be drawn and stored. */
export function withDrawing({ number, round, common }: RecordOf<unknown>, { now }: ActorContext): Common {
  const file = {
    kind: 'file',
    id: nextId('E', common.evidence),
    name: `${number}${round > 0 ? `-${round + 1}` : ''}-signature.png`,
    made: SIGNATURE_FILE,
    state: 'fetching',
    addedBy: '',
    addedAt: now.toISOString(),
  } as const;
  return { ...common, evidence: [...common.evidence, file] };
}

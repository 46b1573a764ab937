import type { Common, Evidence } from '../../records/shape/common.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';

/** The most pieces of evidence that one record holds. */
const MOST = 100;

/**
 * What a finding brings into another on a merge: its reporter's description as a quotation, and its evidence. Each piece carries the number it came
 * from, so that it can be removed again.
 */
export function evidenceOf({ data, common, number, createdAt, createdBy }: RecordOf<FindingData>): Evidence[] {
  const at = createdAt.toISOString();
  const by = createdBy ?? data.reporterId;
  const seen: Evidence = {
    kind: 'quote',
    id: number,
    text: data.what,
    authorId: data.reporterId,
    saidAt: at,
    addedBy: by ?? '',
    addedAt: at,
  };
  return [seen, ...common.evidence.map((piece) => ({ ...piece, id: `${number}/${piece.id}` }))];
}

/** The common part, with another finding's evidence added. */
export function withMerged(common: Common, number: string, evidence: readonly Evidence[]): Common {
  return {
    ...common,
    evidence: [...common.evidence, ...evidence].slice(0, MOST),
    links: [...common.links, { kind: 'duplicate', number }],
  };
}

/** The common part, without the evidence of a finding that turned out not to be the same matter. */
export function withoutMerged(common: Common, number: string): Common {
  return {
    ...common,
    evidence: common.evidence.filter(({ id }) => id !== number && !id.startsWith(`${number}/`)),
    links: common.links.filter((link) => link.number !== number),
  };
}

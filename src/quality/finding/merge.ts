import type { Common, Evidence } from '../../records/shape/common.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';

/** The most pieces of evidence that one record holds. */
const MOST = 100;

/**
 * What a finding brings with it into another: what its reporter saw, as a quotation, and its evidence. Each piece is known by
 * the number it came from, so that it can be taken out again.
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

/** The part that every record has, with what another finding brought. */
export function withMerged(common: Common, number: string, evidence: readonly Evidence[]): Common {
  return {
    ...common,
    evidence: [...common.evidence, ...evidence].slice(0, MOST),
    links: [...common.links, { kind: 'duplicate', number }],
  };
}

/** The part that every record has, without what a finding brought that was not the same matter after all. */
export function withoutMerged(common: Common, number: string): Common {
  return {
    ...common,
    evidence: common.evidence.filter(({ id }) => id !== number && !id.startsWith(`${number}/`)),
    links: common.links.filter((link) => link.number !== number),
  };
}

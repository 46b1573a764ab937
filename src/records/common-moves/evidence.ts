import { z } from 'zod';
import { addedEvidence, EVIDENCE_LIMIT, newEvidenceSchema, unknownTo } from '../decide/evidence.ts';
import { moveWith } from '../declaration/declare-move.ts';
import { reader } from './common-roles.ts';

const brought = z.object({ evidence: z.array(newEvidenceSchema).min(1).max(EVIDENCE_LIMIT) });

/**
 * Messages and files from a conversation, added by any reader of the record. Their content comes from the platform, not from a form: there is no
 * button, and nobody can attribute words to another person.
 */
export const addEvidence = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof brought>>({
    from,
    by: [reader],
    secondary: true,
    offered: () => false,
    input: brought,
    check({ number, common }, { evidence }) {
      const fresh = unknownTo(common.evidence, evidence);
      if (fresh.length === 0) return { key: 'evidence.known', params: { number } };
      const room = EVIDENCE_LIMIT - common.evidence.length;
      return fresh.length > room ? { key: 'evidence.full', params: { number, most: EVIDENCE_LIMIT } } : null;
    },
    applyCommon: ({ common }, { evidence }, { actorId, now }) => ({
      ...common,
      evidence: addedEvidence(unknownTo(common.evidence, evidence), common.evidence, actorId ?? '', now),
    }),
    news: ({ number, ownerIds, common }) => [
      {
        to: [...ownerIds, ...common.followerIds],
        key: 'record.news.evidence',
        params: { number, person: { person: common.evidence.at(-1)?.addedBy ?? '' } },
      },
    ],
  });

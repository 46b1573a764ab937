import { z } from 'zod';
import type { Common } from '../../../records/shape/common.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { newFindingForm, reportedFinding } from './new-finding-form.ts';

/** Extra data of a finding filed from a proposal: only the system may supply it. */
const proposed = z.object({
  title: freeText(200),
  /** The person who filed it. */
  reporterId: z.string().max(100).optional(),
  departmentId: z.string().max(100).optional(),
  /** The numbers of the records that serve as its evidence. */
  evidence: z.array(z.string().max(60)).max(10),
  accessIds: z.array(z.string().max(100)).max(100),
});
type Proposed = z.output<typeof proposed>;

/** The answers for a new finding, plus the proposal's extra data. */
export const creationAnswers = reportedFinding.extend({ proposal: proposed.optional() });

/** The form for a new finding; a proposal's extra data comes with the same answers. */
export const creationForm = {
  ...newFindingForm,
  schema: creationAnswers,
};

/** The data added by the proposal. */
export function proposedData({ title, reporterId, departmentId }: Proposed): Partial<FindingData> {
  return {
    title,
    ...(reporterId !== undefined && { reporterId }),
    ...(departmentId !== undefined && { departmentId }),
  };
}

/** The common part, with the proposal's evidence and readers. */
export const withProposed = (common: Common, { evidence, accessIds }: Proposed): Common => ({
  ...common,
  links: [...common.links, ...evidence.map((number) => ({ kind: 'evidence' as const, number }))],
  accessIds: common.restricted ? accessIds : common.accessIds,
});

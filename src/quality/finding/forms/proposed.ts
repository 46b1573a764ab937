import { z } from 'zod';
import type { Common } from '../../../records/shape/common.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { newFindingForm, reportedFinding } from './new-finding-form.ts';

/** What is known besides of a finding that a proposal becomes: only the system may say it. */
const proposed = z.object({
  title: freeText(200),
  /** Whoever filed it. */
  reporterId: z.string().max(100).optional(),
  departmentId: z.string().max(100).optional(),
  /** The numbers of the records that are its evidence. */
  evidence: z.array(z.string().max(60)).max(10),
  accessIds: z.array(z.string().max(100)).max(100),
});
type Proposed = z.output<typeof proposed>;

/** The answers of a new finding, and what a proposal that becomes one knows besides. */
export const creationAnswers = reportedFinding.extend({ proposal: proposed.optional() });

/** The form of a new finding; what a proposal knows comes with the same answers. */
export const creationForm = {
  ...newFindingForm,
  schema: creationAnswers,
};

/** The data that it adds. */
export function proposedData({ title, reporterId, departmentId }: Proposed): Partial<FindingData> {
  return {
    title,
    ...(reporterId !== undefined && { reporterId }),
    ...(departmentId !== undefined && { departmentId }),
  };
}

/** The part that every record has, with its evidence and whoever may see it. */
export const withProposed = (common: Common, { evidence, accessIds }: Proposed): Common => ({
  ...common,
  links: [...common.links, ...evidence.map((number) => ({ kind: 'evidence' as const, number }))],
  accessIds: common.restricted ? accessIds : common.accessIds,
});

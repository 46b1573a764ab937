import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { raise } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { ComplaintData } from './complaint-data.ts';
import { titleOf } from './complaint-title.ts';
import { complaintWords } from './words.ts';

type Complaint = RecordOf<ComplaintData>;

/** The complaint, with a note that the current decision proposes a finding; once until it is reopened. */
export function withProposal({ data, version }: Complaint): { readonly data: ComplaintData } {
  if (data.proposedIn !== undefined) return { data };
  return { data: { ...data, proposals: data.proposals + 1, proposedIn: version + 1 } };
}

/** The proposal that the decision just made calls for. Restricted complaints give restricted proposals. */
export function proposalOf({ number, data, version, common, readerIds }: Complaint, org: Organisation): FollowUp[] {
  if (data.proposedIn !== version) return [];
  const { language } = org.siteOfDepartment(data.departmentId ?? '');
  const answer = data.answers.at(-1);
  const said = data.assessment?.text ?? answer?.text;
  const facts = [
    translate(language, complaintWords.proposal.said, { text: data.what }),
    ...(said === undefined ? [] : [translate(language, complaintWords.proposal.found, { text: said })]),
  ];
  const { projectId, customerId, departmentId } = data;
  return [
    raise(
      contracts.proposal.raise,
      {
        cause: data.kind,
        about: number,
        title: titleOf(data),
        projectId,
        customerId,
        departmentId,
        facts: cut(facts.map((line) => cut(line, 490)).join('\n'), 1000),
        restricted: common.restricted,
        accessIds: common.restricted ? readerIds.filter((id) => id !== data.accusedId) : [],
      },
      { number: `${number}-P${data.proposals}` },
    ),
  ];
}

const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;

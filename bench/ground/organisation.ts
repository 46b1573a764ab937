import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { orgFor, type Seats } from '../../test/flows/org-for.ts';
import { feishuKeys, openId } from './feishu-requests.ts';
import { slackUser } from './slack-requests.ts';

/** Where the people of the bench's organization have their accounts. */
export type Seated = 'slack' | 'feishu';

const seats: Readonly<Record<Seated, Seats>> = {
  slack: { platform: 'slack', workspace: 'T0001', channel: 'C0QUALITY', userId: slackUser },
  feishu: { platform: 'feishu', workspace: feishuKeys.appId, channel: 'oc_quality', userId: openId },
};

/** Who answers for a finding. */
export interface Answering {
  readonly department: string;
  /** The department's head. */
  readonly head: string;
  /** Owner of an action. */
  readonly owner: string;
  /** The channel with the department's cards. */
  readonly channel: string;
}

/** A department of the sample. */
export const operations: Answering = {
  department: 'omd',
  head: 'wang-lei',
  owner: 'xu-fang',
  channel: seats.slack.channel,
};

/** Enough conversations that messages need not wait for each other: a platform accepts one a second in each. */
const TEAMS = 100;

/** Departments, each with a channel of its own. */
export const teams: readonly Answering[] = Array.from({ length: TEAMS }, (_none, at) => {
  const index = String(at + 1).padStart(3, '0');
  return { department: `team-${index}`, head: `head-${index}`, owner: `engineer-${index}`, channel: `C0TEAM${index}` };
});

/** The sample organisation on one platform, with one channel for all. */
export const sampleOrganisation = async (seated: Seated): Promise<string> =>
  stringify(await readSample(seated, ['findings', 'digest']));

const shape = z.looseObject({
  sites: z.array(z.looseObject({})),
  departments: z.array(z.unknown()),
  people: z.array(z.unknown()),
  channels: z.array(z.unknown()),
});

/** The sample organization without quiet hours: messages go out at once, at any time of day. */
async function readSample(seated: Seated, purposes: Parameters<typeof orgFor>[2]) {
  const sample = shape.parse(parse(await orgFor(() => seats[seated], [seats[seated]], purposes)));
  return { ...sample, sites: sample.sites.map((site) => ({ ...site, quietHours: { from: '00:00', to: '00:00' } })) };
}

/** The sample organization with the teams; findings are shown in their channels only. */
export async function teamOrganisation(seated: Seated): Promise<string> {
  const { platform, workspace, userId } = seats[seated];
  const sample = await readSample(seated, ['digest']);
  const person = (id: string, department: string) => ({
    id,
    name: id,
    department,
    roles: ['eng'],
    identities: { [platform]: { workspace, userId: userId(id) } },
  });
  return stringify({
    ...sample,
    departments: [
      ...sample.departments,
      ...teams.map(({ department: id, head }) => ({ id, kind: 'OMD', name: id, head })),
    ],
    people: [
      ...sample.people,
      ...teams.flatMap(({ department, head, owner }) => [person(head, department), person(owner, department)]),
    ],
    channels: [
      ...sample.channels,
      ...teams.map(({ department: id, channel }) => ({
        id,
        platform,
        workspace,
        channel,
        departments: [id],
        purposes: ['findings'],
        name: id,
      })),
    ],
  });
}

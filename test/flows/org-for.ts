import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const shape = z.looseObject({
  people: z.array(z.looseObject({ id: z.string() })),
  channels: z.array(z.looseObject({ id: z.string() })),
  projects: z.array(z.looseObject({ id: z.string(), channel: z.string().optional() })),
});

/** Where a person has an account, and where the quality channel is: the platform, its workspace, and the user ids there. */
export interface Seats {
  readonly platform: 'slack' | 'feishu' | 'console';
  readonly workspace: string;
  readonly channel: string;
  readonly userId: (person: string) => string;
}

/**
 * The sample organization with its people elsewhere: on one platform, or each where `seatOf` says. Its channels get
 * cards of findings, and digests if `purposes` says so.
 */
export async function orgFor(
  seatOf: (person: string) => Seats,
  channels: readonly Seats[],
  purposes: readonly ('findings' | 'digest' | 'service')[] = ['findings'],
): Promise<string> {
  const sample = shape.parse(parse(await readFile('org.sample.yaml', 'utf8')));
  const people = sample.people.map((person) => {
    const { platform, workspace, userId } = seatOf(person.id);
    return { ...person, identities: { [platform]: { workspace, userId: userId(person.id) } } };
  });
  const places = channels.map(({ platform, workspace, channel }) => ({
    id: `quality-${platform}`,
    platform,
    workspace,
    channel,
    departments: 'all',
    purposes,
    name: 'quality',
  }));
  // The channels of the sample's projects are in the console.
  const projects = sample.projects.map(({ channel: _inConsole, ...project }) => project);
  return stringify({ ...sample, projects, workspaces: workspacesOf(channels), people, channels: places });
}

function workspacesOf(channels: readonly Seats[]) {
  const of = (platform: string) =>
    channels.filter((seat) => seat.platform === platform).map(({ workspace }) => workspace);
  return { slack: of('slack'), feishu: of('feishu') };
}

import type { IdentityPlatform } from './identity.ts';
import type { OrgShape } from './org-shape.ts';

type Path = (string | number)[];

/** The part of zod's context that `completeOrg` needs: where to report what cannot be filled in. */
interface Issues {
  addIssue(issue: { code: 'custom'; path: Path; message: string }): void;
}

/** Fills in what short forms omit: a department's site, the workspace of an identity or a channel. */
export function completeOrg(org: OrgShape, issues: Issues) {
  const firstSite = org.sites[0]?.id ?? '';

  function workspace(platform: IdentityPlatform, given: string | undefined, path: Path): string {
    if (platform === 'console') return 'local';
    const listed = org.workspaces[platform];
    const [only] = listed;
    const chosen = given ?? (listed.length === 1 ? only : undefined);
    const message =
      chosen === undefined
        ? `Name the workspace: "workspaces" lists ${listed.length} for ${platform}, so it cannot be left out here.`
        : `"workspaces" does not list ${chosen} for ${platform}.`;
    if (chosen === undefined || !listed.includes(chosen)) issues.addIssue({ code: 'custom', path, message });
    return chosen ?? '';
  }

  const identitiesOn = (platform: IdentityPlatform, person: OrgShape['people'][number], index: number) =>
    person.identities[platform].map(({ userId, workspace: given }, at) => ({
      workspace: workspace(platform, given, ['people', index, 'identities', platform, at]),
      userId,
    }));

  return {
    ...org,
    departments: org.departments.map((department) => ({ ...department, site: department.site ?? firstSite })),
    people: org.people.map((person, index) => ({
      ...person,
      identities: {
        slack: identitiesOn('slack', person, index),
        feishu: identitiesOn('feishu', person, index),
        console: identitiesOn('console', person, index),
      },
    })),
    channels: org.channels.map((channel, index) => ({
      ...channel,
      workspace: workspace(channel.platform, channel.workspace, ['channels', index, 'workspace']),
    })),
  };
}

import type { Config } from '../config/config.ts';
import type { OrgData } from '../org/org-schema.ts';
import type { Routes } from '../records/shape/address.ts';

/** The workspaces the bot serves with these settings, as far as a command that starts no adapter can tell. */
export function configuredRoutes({ slack, feishu, console }: Config, { workspaces }: OrgData): Routes {
  return new Set([
    ...(slack ? workspaces.slack.map((team) => `slack:${team}`) : []),
    ...(feishu ? [`feishu:${feishu.appId}`] : []),
    ...(console ? ['console:local'] : []),
  ]);
}

import type { z } from 'zod';
import { completeOrg } from './complete-org.ts';
import { type channelPurposes, orgShape } from './org-shape.ts';

/**
 * The organization as plain data: parsed, with defaults, sites and workspaces filled in. Parsing is idempotent, so it also reads what the database
 * holds. It checks shapes; `findProblems` checks consistency.
 */
export const orgSchema = orgShape.transform(completeOrg);

export type OrgData = z.output<typeof orgSchema>;
export type Site = OrgData['sites'][number];
export type Department = OrgData['departments'][number];
export type PersonData = OrgData['people'][number];
export type Channel = OrgData['channels'][number];
export type Customer = OrgData['customers'][number];
export type Contact = Customer['contacts'][number];
export type Project = OrgData['projects'][number];
export type Deputy = OrgData['deputies'][number];
export type ChannelPurpose = (typeof channelPurposes)[number];

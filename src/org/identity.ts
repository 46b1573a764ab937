import { z } from 'zod';

/** Where a person can have an identity. `console` is the chat page on this machine; its workspace is `local`. */
export const identityPlatforms = ['slack', 'feishu', 'console'] as const;
export type IdentityPlatform = (typeof identityPlatforms)[number];

/** A person's account on a platform: unique, and belonging to one person. */
export interface Identity {
  readonly platform: IdentityPlatform;
  /** Slack team or Feishu tenant. */
  readonly workspace: string;
  readonly userId: string;
}

/** An identity and its owner. */
export interface IdentityLink extends Identity {
  readonly personId: string;
}

const id = z.string().trim().min(1).max(255);
const one = z.union([
  id.transform((userId): { workspace?: string; userId: string } => ({ userId })),
  z.strictObject({ workspace: id.optional(), userId: id }),
]);

/**
 * A person's identities on one platform: a user id, or `{ workspace, userId }`, or a list of these. The workspace may be omitted if the organization
 * names only one for the platform.
 */
export const identitiesSchema = z
  .union([one.transform((identity) => [identity]), z.array(one)], {
    error: 'Give a user id, or { workspace: ..., userId: ... }, or a list of these.',
  })
  .default([]);

/** The unique key of an identity. No id contains a line break, so two different identities never share a key. */
export function identityKey(platform: IdentityPlatform, workspace: string, userId: string): string {
  return [platform, workspace, userId].join('\n');
}

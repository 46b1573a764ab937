import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { PlatformUser } from '../../../src/chat/port.ts';
import { displayable } from '../render/render-text.ts';

/** A user as Slack returns it. https://docs.slack.dev/reference/objects/user-object (2026-11-23) */
export const userSchema = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_email_confirmed: z.boolean().optional(),
  enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
  profile: z.object({ email: z.string().optional(), display_name: z.string().optional() }).optional(),
});
type SlackUser = z.infer<typeof userSchema>;

/**
 * Slack's data on a user; null if there is none, for a deactivated account, and if Slack does not answer. A profile's
 * phone number is unverified user input and therefore not used; an e-mail address only if it is confirmed.
 */
export async function findUser(client: WebClient, workspace: string, userId: string): Promise<PlatformUser | null> {
  try {
    const user = userSchema.parse((await client.users.info({ user: userId })).user);
    if (user.deleted) return null;
    const name = user.profile?.display_name || user.real_name || user.name || user.id;
    const email = user.is_email_confirmed === false ? undefined : user.profile?.email;
    return { userId: user.id, name: displayable(name), kind: kindOf(user, workspace), ...(email && { email }) };
  } catch {
    return null;
  }
}

/** Whether the user is a full member of the workspace. */
export function kindOf(user: SlackUser, workspace: string): PlatformUser['kind'] {
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  if (user.is_stranger || !belongsTo(user, workspace)) return 'external';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}

/** In an Enterprise organization a member's home may be another workspace of it. */
function belongsTo(user: SlackUser, workspace: string): boolean {
  return (
    user.team_id === undefined ||
    user.team_id === workspace ||
    Boolean(user.enterprise_user?.teams?.includes(workspace))
  );
}

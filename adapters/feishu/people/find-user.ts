import type { PlatformUser } from '../../../src/chat/port.ts';
import type { ChatMemory } from '../chat-memory.ts';
import type { FeishuClient } from '../client.ts';
import { userSchema } from '../schema.ts';

/**
 * The directory entry of a person, by their open_id. E-mail and mobile require their own permissions. People of other
 * organizations are not in it; those seen in shared groups are flagged as such. A frozen or departed user is not a member either.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/get (2026-11-23)
 */
export async function findUser(client: FeishuClient, memory: ChatMemory, userId: string): Promise<PlatformUser | null> {
  if (memory.isExternal(userId)) return { userId, name: userId, kind: 'external' };
  const outcome = await client.call((sdk, options) =>
    sdk.contact.v3.user.get({ path: { user_id: userId }, params: { user_id_type: 'open_id' } }, options),
  );
  const parsed = outcome.ok ? userSchema.safeParse(outcome.value) : undefined;
  if (!parsed?.success) return null;
  const { name, email, enterprise_email: enterprise, mobile, status = {} } = parsed.data.data.user;
  const absent = status.is_frozen || status.is_resigned || status.is_exited || status.is_unjoin;
  const address = [email, enterprise].find((candidate) => candidate !== undefined && candidate !== '');
  return {
    userId,
    name: name || userId,
    kind: absent ? 'external' : 'member',
    ...(address !== undefined && { email: address }),
    ...(mobile && { mobile }),
  };
}

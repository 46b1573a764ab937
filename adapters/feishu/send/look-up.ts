import { fileMark } from '../../../src/chat/out-file.ts';
import type { LookUp, Target } from '../../../src/chat/port.ts';
import type { Clock } from '../../../src/clock.ts';
import type { ChatMemory } from '../chat-memory.ts';
import type { FeishuClient, Outcome } from '../client.ts';
import { describeFailure } from '../failure.ts';
import { limits } from '../limits.ts';
import { type HistoryItem, historySchema } from '../schema.ts';
import { bearsMark, markOf } from './message-mark.ts';

export interface LookUpOptions {
  readonly client: FeishuClient;
  readonly memory: ChatMemory;
  readonly clock: Clock;
  readonly appId: string;
}

const unclear = (reason: string): LookUp => ({ found: 'unclear', reason });

/** Our own card that could be the one: deleted, or redrawn after its mark was forgotten. */
function mayBeIt(item: HistoryItem, appId: string): boolean {
  if (item.sender?.id !== appId || item.msg_type !== 'interactive') return false;
  return item.deleted === true || (item.updated === true && !bearsMark(item.body?.content ?? ''));
}

/**
 * Whether a card with this key exists. Within 50 minutes of `since` the answer is "no" without asking Feishu: the
 * same key is then the same `uuid`, for which Feishu sends nothing twice and returns the existing message. Later
 * the chat's history is searched for the card's mark. Needs `im:message.group_msg` in groups; without it, and in a direct
 * conversation that has not been seen since the start, the answer is "unclear".
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list (2026-11-23)
 */
export async function lookUp(
  { client, memory, clock, appId }: LookUpOptions,
  target: Target,
  key: string,
  since: Date,
): Promise<LookUp> {
  if (clock.now().getTime() - since.getTime() < limits.uuidTrustedForMs) return { found: 'no' };
  const chat = target.kind === 'channel' ? target.channel : memory.directChatOf(target.userId);
  if (chat === undefined) return unclear('the direct conversation is not known');

  const page = (pageToken: string | undefined): Promise<Outcome> =>
    client.call((sdk, options) =>
      sdk.im.v1.message.list(
        {
          params: {
            container_id_type: 'chat',
            container_id: chat,
            start_time: String(Math.floor(since.getTime() / 1000) - 1),
            sort_type: 'ByCreateTimeAsc',
            page_size: limits.historyPage,
            card_msg_content_type: 'user_card_content',
            ...(pageToken !== undefined && { page_token: pageToken }),
          },
        },
        options,
      ),
    );

  const mark = markOf(key);
  let doubtful = false;
  let next: string | undefined;
  for (let pages = 0; pages < limits.historyPages; pages += 1) {
    const outcome = await page(next);
    if (!outcome.ok) return unclear(describeFailure(outcome.failure));
    const parsed = historySchema.safeParse(outcome.value);
    if (!parsed.success) return unclear('the history could not be read');
    const { items = [], has_more: more, page_token: token } = parsed.data.data;
    const found = items.find(
      (item) =>
        item.sender?.id === appId && (item.body?.content.includes(mark) || item.body?.content.includes(fileMark(key))),
    );
    if (found) {
      return {
        found: 'yes',
        place: { platform: 'feishu', workspace: appId, channel: chat, message: found.message_id },
      };
    }
    doubtful ||= items.some((item) => mayBeIt(item, appId));
    if (!more || token === undefined)
      return doubtful ? unclear('a card was deleted or redrawn meanwhile') : { found: 'no' };
    next = token;
  }
  return unclear('the history is too long');
}

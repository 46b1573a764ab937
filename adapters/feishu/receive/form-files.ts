import { FILES_LIMIT, type FileRef } from '../../../src/chat/file-ref.ts';
import type { FeishuClient } from '../client.ts';
import { limits } from '../limits.ts';
import { readCallback } from '../render/callback-value.ts';
import { historySchema, itemsSchema } from '../schema.ts';
import { readContent } from './read-content.ts';

/** Where a form stands. */
export interface FormMessage {
  readonly chat: string;
  readonly message: string;
}

/** Files of forms: Feishu's cards have no input for them, so they are sent as replies to the form's message. */
export interface FormFiles {
  /** What was sent as replies to a form, the oldest first; null when Feishu does not tell now. */
  collect(form: FormMessage): Promise<readonly FileRef[] | null>;
  /** Whether a message is a form that still waits for files. When Feishu does not tell, it is taken for none. */
  awaits(message: string): Promise<boolean>;
}

/** A form that is older than so many pages of its conversation has been forgotten. */
const PAGES = 4;

/**
 * Reads the conversation itself, so that nothing has to be remembered: whichever process a form or a reply comes to.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list and .../message/get (2026-11-24)
 */
export function createFormFiles(client: FeishuClient, workspace: string): FormFiles {
  async function page({ chat }: FormMessage, token: string | undefined) {
    const outcome = await client.call((sdk, options) =>
      sdk.im.v1.message.list(
        {
          params: {
            container_id_type: 'chat',
            container_id: chat,
            sort_type: 'ByCreateTimeDesc',
            page_size: limits.historyPage,
            ...(token !== undefined && { page_token: token }),
          },
        },
        options,
      ),
    );
    return outcome.ok ? (historySchema.safeParse(outcome.value).data?.data ?? null) : null;
  }

  return {
    async collect(form) {
      const replies: FileRef[][] = [];
      let next: string | undefined;
      for (let pages = 0; pages < PAGES; pages += 1) {
        const read = await page(form, next);
        if (read === null) return null;
        const { items = [], has_more: more, page_token: token } = read;
        for (const { message_id: id, parent_id: parent, msg_type: type, deleted, body } of items) {
          if (parent !== form.message || deleted) continue;
          replies.push([...readContent(id, type, body?.content ?? '', workspace).files]);
        }
        if (items.some(({ message_id: id }) => id === form.message) || !more || token === undefined) break;
        next = token;
      }
      return replies.reverse().flat().slice(0, FILES_LIMIT);
    },
    async awaits(message) {
      const outcome = await client.call((sdk, options) =>
        sdk.im.v1.message.get(
          { path: { message_id: message }, params: { card_msg_content_type: 'user_card_content' } },
          options,
        ),
      );
      const items = outcome.ok ? (itemsSchema.safeParse(outcome.value).data?.data.items ?? []) : [];
      const content = items[0]?.msg_type === 'interactive' ? items[0].body?.content : undefined;
      return content !== undefined && asksForFiles(readJson(content));
    },
  };
}

/** Whether a card, somewhere in it, holds the button that hands in a form with files. */
function asksForFiles(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const callback = readCallback(value);
  if (callback?.kind === 'submit') return callback.files !== undefined;
  return Object.values(value).some(asksForFiles);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { FILES_LIMIT, type FileRef } from '../../../src/chat/file-ref.ts';
import type { FeishuClient } from '../client.ts';
import { limits } from '../limits.ts';
import { readCallback } from '../render/callback-value.ts';
import { historySchema, itemsSchema } from '../schema.ts';
import { readContent } from './read-content.ts';

/** Where a form was posted. */
export interface FormMessage {
  readonly chat: string;
  readonly message: string;
}

/** Files of forms: Feishu's cards have no file input, so files are sent as replies to the form's message. */
export interface FormFiles {
  /** The replies to a form, oldest first; null if Feishu does not answer now. */
  collect(form: FormMessage): Promise<readonly FileRef[] | null>;
  /** Whether a message is a form still waiting for files. If Feishu does not answer, the result is false. */
  awaits(message: string): Promise<boolean>;
}

/** A form more than this many pages back in its conversation counts as abandoned. */
const PAGES = 4;

/**
 * Reads the conversation itself, so no state is needed: any process can handle a form or a reply.
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

/** Whether a card contains the button that submits a form with files. */
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

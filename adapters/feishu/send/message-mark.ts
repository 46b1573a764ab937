import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';

const hash = (words: string): string => createHash('sha256').update(words).digest('hex');

/** The `uuid` of a send: the same for the same key, so that within an hour Feishu sends no second message. */
export const uuidOf = (key: string): string => hash(`uuid ${key}`).slice(0, limits.uuidCharacters);

/**
 * The `element_id` that identifies a card with this key in its chat's history. History returns a card's JSON as it was
 * sent if `card_msg_content_type=user_card_content` is set.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list (2026-11-23)
 */
export const markOf = (key: string): string => `k${hash(`mark ${key}`).slice(0, limits.elementId - 1)}`;

/** Whether a card's JSON, escaped or not, contains any mark. */
export const bearsMark = (content: string): boolean => /\bk[0-9a-f]{19}\b/.test(content);

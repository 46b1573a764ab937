import type { HttpClient } from '../../../src/http-client/http-client.ts';
import type { SlackMessage } from '../render/render-card.ts';

/** `sent`, or certainly not sent this way; `unclear` ends the attempts, so that nothing is sent twice. */
export type ResponseResult = 'sent' | 'not sent' | 'unclear';

const RESPOND_WITHIN_MS = 5_000;

/**
 * Answers over an interaction's `response_url`, visible to one person only; or redraws the message it came from.
 * Five times in 30 minutes. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses (2026-11-23)
 */
export type Respond = (url: string, message: SlackMessage, replaceOriginal?: boolean) => Promise<ResponseResult>;

export function createRespond(httpClient: HttpClient): Respond {
  return async (url, message, replaceOriginal = false) => {
    try {
      const { status } = await httpClient.request({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: replaceOriginal }),
        withinMs: RESPOND_WITHIN_MS,
      });
      return status >= 200 && status < 300 ? 'sent' : 'not sent';
    } catch {
      return 'unclear';
    }
  };
}

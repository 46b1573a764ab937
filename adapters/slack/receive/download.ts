import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Download } from '../../../src/chat/port.ts';
import type { HttpClient, HttpStream } from '../../../src/http-client/http-client.ts';
import { outcomeBeforeSend } from '../send/send-outcome.ts';

/** https://docs.slack.dev/reference/objects/file-object (2026-11-24) */
const infoSchema = z.object({ file: z.object({ mode: z.string().optional(), url_private: z.url().optional() }) });

/** The host of Slack's files. */
const FILES_HOST = 'files.slack.com';
const RETRY_MS = 5_000;
/** Waiting time if a 429 does not give one. */
const LIMITED_MS = 30_000;
/** Slack redirects a caller without access to a file to its sign-in page; a new file may need a moment until the bot has access. */
const LOGIN_MS = 30_000;

/** What downloading files needs. */
export interface Downloading {
  readonly client: WebClient;
  readonly httpClient: HttpClient;
  readonly botToken: string;
  /** Another address of the Web API, for a stub; files may come from its host, too. */
  readonly apiUrl?: string | undefined;
}

/**
 * Asks Slack for a file's address, and downloads its content: https://docs.slack.dev/messaging/working-with-files#download (2026-11-24).
 * The token is sent to Slack's own host only, no matter what a response says.
 */
export async function downloadFile(
  downloading: Downloading,
  { ref, name }: FileRef,
  signal: AbortSignal,
): Promise<Download> {
  const url = await locate(downloading, ref);
  if (typeof url === 'object') return url;
  if (!isSlacks(url, downloading.apiUrl)) return { outcome: 'gone', reason: 'not kept by Slack' };
  let answer: HttpStream;
  try {
    answer = await downloading.httpClient.open({
      url,
      headers: { authorization: `Bearer ${downloading.botToken}` },
      signal,
    });
  } catch (error) {
    return later(RETRY_MS, error instanceof Error ? error.name : 'network');
  }
  const outcome = read(answer, name);
  if (outcome.outcome !== 'stream') answer.body.destroy();
  return outcome;
}

/** The address of a file's content, or why there is none. */
async function locate({ client }: Downloading, file: string): Promise<string | Download> {
  try {
    const info = infoSchema.safeParse(await client.files.info({ file }));
    if (!info.success) return later(RETRY_MS, 'unreadable answer');
    const { mode, url_private } = info.data.file;
    if (mode === 'external' || mode === 'tombstone' || url_private === undefined)
      return { outcome: 'gone', reason: mode ?? 'no content' };
    return url_private;
  } catch (error) {
    const outcome = outcomeBeforeSend(error);
    switch (outcome.outcome) {
      case 'later':
        return later(outcome.afterMs, outcome.reason);
      case 'refused':
        return { outcome: 'gone', reason: outcome.reason };
      default:
        return later(RETRY_MS, outcome.outcome);
    }
  }
}

function isSlacks(address: string, apiUrl: string | undefined): boolean {
  const { protocol, host } = new URL(address);
  if (protocol === 'https:' && host === FILES_HOST) return true;
  return apiUrl !== undefined && new URL(apiUrl).host === host && new URL(apiUrl).protocol === protocol;
}

function read({ status, headers, body }: HttpStream, name: string): Download {
  if (status === 429) return later(Number(headers['retry-after']) * 1000 || LIMITED_MS, 'ratelimited');
  if (status === 404 || status === 410) return { outcome: 'gone', reason: `http ${status}` };
  const isPage = /^text\/html\b/i.test(String(headers['content-type'])) && !/\.x?html?$/i.test(name);
  if (isPage || (status >= 300 && status < 400)) return later(LOGIN_MS, 'page to sign in');
  if (status !== 200) return later(RETRY_MS, `http ${status}`);
  return { outcome: 'stream', content: body };
}

const later = (afterMs: number, reason: string): Download => ({ outcome: 'later', afterMs, reason });

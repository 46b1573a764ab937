import { FILES_LIMIT } from '../../../src/chat/file-ref.ts';
import { MESSAGE_LIMIT, type Message } from '../../../src/chat/message.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { SlackAnyMessage } from '../schema.ts';
import { readMarkup } from './read-markup.ts';

/** The data about the bot and its workspace that reading a message needs. */
export interface Reader {
  readonly workspace: string;
  readonly botId: string;
  /** The workspace's address, `https://example.slack.com/`. */
  readonly url: string;
}

/** The place of a message by its timestamp, which is its id within the channel. */
export function slackPlace(workspace: string, channel: string, ts: string): Place {
  return { platform: 'slack', workspace, channel, message: ts };
}

/** A Slack message in the port's format. What an app shows instead of text counts as its text. */
export function readSlackMessage(message: SlackAnyMessage, channel: string, reader: Reader): Message {
  const { ts } = message;
  return {
    place: slackPlace(reader.workspace, channel, ts),
    author: authorOf(message, reader.botId),
    sentAt: new Date(Number(ts) * 1000).toISOString(),
    text: textOf(message).slice(0, MESSAGE_LIMIT),
    files: filesOf(message, reader.workspace),
    link: linkTo(message, channel, reader.url),
  };
}

function authorOf({ bot_id, user, username, bot_profile }: SlackAnyMessage, botId: string): Message['author'] {
  if (bot_id === botId) return { kind: 'self' };
  if (bot_id === undefined) return { kind: 'person', ...(user !== undefined && { userId: user }) };
  const name = (username ?? bot_profile?.name ?? '').slice(0, 200);
  return { kind: 'bot', ...(name !== '' && { name }) };
}

function textOf({ text = '', attachments }: SlackAnyMessage): string {
  if (text.trim() !== '') return readMarkup(text);
  const shown = (attachments ?? []).flatMap(({ pretext, title, text: body, fallback }) => {
    const parts = [pretext, title, body].filter((part) => part);
    return parts.length > 0 ? parts : [fallback];
  });
  return readMarkup(shown.filter((part) => part).join('\n'));
}

/** Files that are deleted, or hidden by the workspace's plan, cannot be downloaded. https://docs.slack.dev/reference/objects/file-object (2026-11-23) */
function filesOf({ files }: SlackAnyMessage, workspace: string): Message['files'] {
  return (files ?? [])
    .filter(({ mode }) => mode !== 'tombstone' && mode !== 'hidden_by_limit')
    .slice(0, FILES_LIMIT)
    .map(({ id: ref, name, title }) => ({
      platform: 'slack',
      workspace,
      ref,
      name: (name ?? title ?? '').slice(0, 255),
    }));
}

/** As `chat.getPermalink` returns it, without a call. https://docs.slack.dev/reference/methods/chat.getPermalink (2026-11-23) */
function linkTo({ ts, thread_ts: thread }: SlackAnyMessage, channel: string, url: string): string {
  const link = new URL(`archives/${channel}/p${ts.replace('.', '')}`, url);
  if (thread !== undefined && thread !== ts) {
    link.searchParams.set('thread_ts', thread);
    link.searchParams.set('cid', channel);
  }
  return link.href;
}

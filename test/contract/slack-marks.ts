import type { Content } from '../stand-ins/slack/check.ts';

/** Types of Slack's that mention, link or read markup. */
const marking = new Set(['mrkdwn', 'markdown', 'user', 'usergroup', 'broadcast', 'channel', 'link', 'emoji']);

/** Everything in a message that mentions, links or formats: in its blocks by type and style, in its text by sign. */
export function marksIn({ text, blocks }: Content): string[] {
  return [...(text.match(/<[^>]*>/g) ?? []), ...marksOfPart(blocks)];
}

function marksOfPart(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = [
    ...('type' in part && marking.has(String(part.type)) ? [String(part.type)] : []),
    ...('style' in part && typeof part.style === 'object' ? [JSON.stringify(part.style)] : []),
    ...('emoji' in part && part.emoji === true ? ['emoji'] : []),
  ];
  return [...own, ...Object.values(part).flatMap(marksOfPart)];
}

/** Ids of direct messages begin with D. https://docs.slack.dev/reference/objects/conversation-object (2026-11-23) */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

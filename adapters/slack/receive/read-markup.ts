/**
 * A message's text without Slack's markup: people and channels by name if the message has it, links by
 * address. https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages (2026-11-23)
 */
export function readMarkup(text: string): string {
  return text
    .replace(/<([@#!]?)([^|>]+)(?:\|([^>]*))?>/g, (_, mark: string, target: string, label: string | undefined) =>
      mark === '' ? target : `${mark === '#' ? '#' : '@'}${label || target}`,
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** The text addressed to the bot: without the mention of it. */
export function readCall(text: string): string {
  return readMarkup(text.replace(/^\s*<@[A-Z0-9]+(\|[^>]*)?>/, ''));
}

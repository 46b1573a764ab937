/**
 * The words of a message without Slack's markup: people and channels by their names where the message has them, links by
 * their address. https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages (2026-11-23)
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

/** What is said to the bot: without the mention that called it. */
export function readCall(text: string): string {
  return readMarkup(text.replace(/^\s*<@[A-Z0-9]+(\|[^>]*)?>/, ''));
}

import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../../src/chat/letter.ts';
import { html } from '../../src/html.ts';

/** The sender of mail. */
export interface Sender {
  readonly address: string;
  readonly name: string;
}

/** The message in MIME format: plain text, and the same as simple HTML without pictures, which a screen reader reads from top to bottom. */
export function composeMail(letter: Letter, { address, name }: Sender): Promise<Buffer> {
  const { to, subject, paragraphs, link, key, locale } = letter;
  const composer = new MailComposer({
    from: { address, name },
    to,
    subject,
    messageId: messageIdOf(key, address),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
    },
    text: [...paragraphs, `${link.label}\n${link.url}`].join('\n\n'),
    html: htmlOf(letter),
    // Handles Chinese in lines of any length, and no line begins with a dot.
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The same for the same message, and revealing nothing about it (RFC 5322, 3.6.4). */
export function messageIdOf(key: string, address: string): string {
  const mark = createHash('sha256').update(`letter ${key}`).digest('hex').slice(0, 32);
  return `<${mark}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}

function htmlOf({ locale, subject, paragraphs, link }: Letter): string {
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="font: 16px/1.6 sans-serif; color: #1a1a1a; max-width: 36em; margin: 1.5em auto; padding: 0 1em">
${paragraphs.map((text) => html`<p>${text}</p>\n`)}
<p><a href="${link.url}" style="display: inline-block; padding: 12px 20px; background: #0b57d0; color: #ffffff; border-radius: 6px; text-decoration: none">${link.label}</a></p>
<p style="color: #555555; word-break: break-all">${link.url}</p>
</body>
</html>
`.toString();
}

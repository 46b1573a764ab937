import type { Block } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { plain, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import type { CustomerPage } from '../../src/records/declaration/move.ts';
import { label } from '../../src/records/say.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';

/**
 * A page for the customer, shown to the presser only: as a QR code to scan, as a link to open here, and as a text
 * to paste into WeChat. If no customer could reach the server there is no link, and the card says what to do instead.
 */
export async function sendPageLink(record: RecordOf<unknown>, page: CustomerPage, context: Context): Promise<Reply> {
  const { locale, view, person, customerPages, org, origin, now } = context;
  const number = page.number ?? record.number;
  const title = translate(locale, 'givePage.title', { number });
  const request = { ...page, number, key: origin, madeBy: person.id };
  const url = await customerPages.linkTo(request, view.platform);
  if (url === null) return plainCard(title, [{ kind: 'text', text: words(translate(locale, 'givePage.noAddress')) }]);
  const contact = org.contact(page.contactId ?? '')?.contact;
  const theirs = contact?.language ?? 'zh-CN';
  const until = new Date(now.getTime() + org.settings.customerLinkDays * 86_400_000);
  const ready = translate(theirs, 'givePage.ready', {
    what: label(`givePage.what.${page.purpose}`, theirs),
    name: contact ? nameOf(contact.name, theirs) : '',
    url,
  });
  const blocks: Block[] = [
    {
      kind: 'text',
      text: [
        { kind: 'link', text: translate(locale, 'givePage.qr'), url: `${url}/qr` },
        plain('\n'),
        { kind: 'link', text: translate(locale, 'givePage.open'), url },
      ],
    },
    { kind: 'heading', text: translate(locale, 'givePage.paste') },
    { kind: 'quote', text: words(ready.trim()) },
    { kind: 'note', text: words(translate(locale, 'givePage.note', { day: until.toISOString().slice(0, 10) })) },
  ];
  return plainCard(title, blocks);
}

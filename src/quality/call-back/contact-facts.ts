import type { Fact } from '../../chat/card.ts';
import { type Text, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { type Contact, nameOf, type Organisation } from '../../org/organisation.ts';
import { factIn } from '../../records/card/blocks.ts';
import type { View } from '../../records/declaration/record-context.ts';
import type { CallBackData } from './call-back-data.ts';
import { callBackWords } from './words.ts';

type Whom = Pick<CallBackData, 'contactId' | 'contactName' | 'projectId'>;

/** Whom to call: the named contact, otherwise the project's current first contact. */
export function contactOf({ contactId, contactName, projectId }: Whom, org: Organisation): Contact | undefined {
  if (contactId !== null) return org.contact(contactId)?.contact;
  return contactName === undefined ? org.contactsOf(projectId)[0] : undefined;
}

/** Who may see a telephone number: the service desk, the engineers and the project's leads, and only in private. */
function mayCall({ projectId }: Whom, { org, viewer }: View): boolean {
  const asker = viewer === null ? undefined : org.person(viewer);
  return (
    asker?.roles.some((role) => role === 'sd' || role === 'omdManager') === true ||
    (viewer !== null && org.leadsOf(projectId).includes(viewer))
  );
}

/** Whom to call and how; the number is a tap-to-dial link if the viewer may call. */
export function contactFacts(data: CallBackData, view: View): Fact[] {
  const { org, locale } = view;
  const contact = contactOf(data, org);
  const customer = org.customer(data.customerId ?? '');
  const project = org.project(data.projectId);
  const fact = factIn(locale);
  const said = (text: string | undefined) => (text === undefined ? undefined : words(text));
  const name = contact ? nameOf(contact.name, locale) : data.contactName;
  const hours = contact && org.callingHoursOf(contact);
  return [
    ...fact('record.field.contact', said(name ?? translate(locale, callBackWords.contact.none))),
    ...fact(callBackWords.field.title, said(contact?.title)),
    ...(mayCall(data, view) ? fact(callBackWords.field.phone, dialled(contact?.phone, locale)) : []),
    ...fact('record.field.customer', said(customer && nameOf(customer.name, locale))),
    ...fact('record.field.project', said(project ? nameOf(project.name, locale) : data.projectId)),
    ...fact(callBackWords.field.preferred, said(contact?.preferred)),
    ...fact(callBackWords.field.hours, said(contact?.callingHours && hours ? `${hours.from}–${hours.to}` : undefined)),
    ...(contact && contact.language !== locale
      ? fact(callBackWords.field.language, words(translate(locale, callBackWords.language[contact.language])))
      : []),
  ];
}

function dialled(phone: string | undefined, locale: View['locale']): Text {
  return phone === undefined
    ? words(translate(locale, callBackWords.phone.none))
    : [{ kind: 'link', text: phone, url: `tel:${phone}` }];
}

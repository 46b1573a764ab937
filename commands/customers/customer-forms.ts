import { z } from 'zod';
import type { Form } from '../../src/chat/form.ts';
import type { MessageKey } from '../../src/i18n/translate.ts';
import { hoursCell, phoneCell } from '../../src/org/customer-import/cell-schemas.ts';
import type { Contact, Customer } from '../../src/org/organisation.ts';
import { emailSchema } from '../../src/org/shape-parts.ts';
import { choiceField, namedOptions, optionsFrom, textField } from '../../src/records/declaration/fields.ts';
import { blankable } from '../../src/records/shape/answers.ts';
import type { Asker } from './entitled.ts';
import { activeAnswer, activeField, idAnswer, nameAnswer, namedForm } from './form-parts.ts';

export const customerAnswers = z.object({
  zh: nameAnswer,
  en: blankable(120),
  level: idAnswer,
  active: activeAnswer,
});

/** The form of a customer; without one, for a new one. */
export function customerForm(context: Asker, customer?: Customer): Form {
  const { locale, org } = context;
  const { name } = customer ?? {};
  return namedForm(
    'customer.save',
    customer ? 'served.customer.edit' : 'served.customer.new',
    [
      textField(locale, { name: 'zh', label: 'served.field.customer', required: true, max: 120 }, name?.zh),
      textField(locale, { name: 'en', label: 'served.field.customerEn', max: 120 }, name?.en),
      choiceField(
        locale,
        { name: 'level', label: 'served.field.level' },
        namedOptions(org.settings.customerLevels, locale),
        customer?.level,
      ),
      ...(customer ? [activeField(context, customer.active)] : []),
    ],
    customer ? { id: customer.id } : {},
    context,
  );
}

/** An optional text, checked by a schema; `key` is the error message. */
const optionalText = <Value>(schema: z.ZodType<Value>, key: MessageKey) =>
  blankable(254).transform((said, issues) => {
    if (said === undefined) return undefined;
    const read = schema.safeParse(said);
    if (!read.success) issues.addIssue({ code: 'custom', message: key });
    return read.data;
  });

export const contactAnswers = z.object({
  zh: nameAnswer,
  en: blankable(120),
  title: blankable(120),
  phone: optionalText(phoneCell, 'served.form.badPhone'),
  email: optionalText(emailSchema, 'served.form.badEmail'),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  hours: optionalText(hoursCell, 'served.form.badHours'),
  preferred: blankable(120),
  active: activeAnswer,
});

/** The form of a customer's contact; without one, for a new one. */
export function contactForm(context: Asker, customer: Customer, contact?: Contact): Form {
  const { locale } = context;
  const { name, title, phone, email, language = 'zh-CN', callingHours, preferred } = contact ?? {};
  const hours = callingHours && `${callingHours.from}-${callingHours.to}`;
  return namedForm(
    'customer.saveContact',
    contact ? 'served.contact.edit' : 'served.addContact',
    [
      textField(locale, { name: 'zh', label: 'served.field.contact', required: true, max: 120 }, name?.zh),
      textField(locale, { name: 'en', label: 'served.field.contactEn', max: 120 }, name?.en),
      textField(locale, { name: 'title', label: 'served.field.title', max: 120 }, title),
      textField(locale, { name: 'phone', label: 'served.field.phone', hint: 'served.hint.phone', max: 40 }, phone),
      textField(locale, { name: 'email', label: 'served.field.email', max: 254 }, email),
      choiceField(
        locale,
        { name: 'language', label: 'served.field.language', required: true },
        optionsFrom(locale, ['zh-CN', 'en'], 'served.language'),
        language,
      ),
      textField(
        locale,
        { name: 'hours', label: 'served.field.callingHours', hint: 'served.hint.hours', max: 20 },
        hours,
      ),
      textField(locale, { name: 'preferred', label: 'served.field.preferred', max: 120 }, preferred),
      ...(contact ? [activeField(context, contact.active)] : []),
    ],
    { id: customer.id, ...(contact && { contact: contact.id }) },
    context,
  );
}

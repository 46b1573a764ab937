import { customerCard } from '../../commands/customers/customer-card.ts';
import { contactForm, customerForm } from '../../commands/customers/customer-forms.ts';
import { customerList } from '../../commands/customers/customer-list.ts';
import { summaryBlocks } from '../../commands/customers/draw-summary.ts';
import { projectCard } from '../../commands/customers/project-card.ts';
import { projectContactsForm, projectForm, slaForm, specialtyForm } from '../../commands/customers/project-forms.ts';
import type { CustomerSummary } from '../../commands/customers/read-summary.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { satisfactionFigures } from '../../src/figures/satisfaction/compute.ts';
import { locales } from '../../src/i18n/locale.ts';
import { createOrganisation } from '../../src/org/organisation.ts';
import { sampleOrg } from '../org/sample.ts';
import type { Sample } from './sample.ts';

const org = createOrganisation(sampleOrg());
const found = <Item>(item: Item | undefined): Item => {
  if (item === undefined) throw new Error('the sample organisation lacks it');
  return item;
};
const project = found(org.project('metro-3'));
const customer = found(org.customer('metro'));
const [contact] = customer.contacts;
const own = { complaints: 'customer=metro', commitments: 'customer=metro' };
/** A customer of whom much is known, and one who has just come. */
const standing: CustomerSummary = {
  lastVisit: { number: 'VS-2026-0001', day: '2026-09-14' },
  nextVisit: { number: 'VS-2026-0004', day: '2026-12-04', agreed: true, isFirst: false },
  complaints: { total: 2, first: 'CP-2026-0003' },
  commitments: { total: 1, first: 'VS-2026-0001-K1' },
  rated: { scores: [5, 2, 4], figures: satisfactionFigures([5, 2, 4]), latest: 'IN-2026-0009-C1' },
  survey: { number: 'SV-2026-0010', month: '2026-10', figures: satisfactionFigures([4, 5]) },
};
const quiet: CustomerSummary = {
  lastVisit: null,
  nextVisit: { day: '2026-12-14', agreed: false, isFirst: true },
  complaints: { total: 0, first: null },
  commitments: { total: 0, first: null },
  rated: null,
  survey: null,
};

/** Customers and projects as quality, who may change everything, and somebody of another department see them. */
export const customerSamples: readonly Sample[] = locales.flatMap((locale) => {
  const quality = { org, locale, person: found(org.person('li-na')) };
  const other = { org, locale, person: found(org.person('ma-li')) };
  const cards: readonly (readonly [string, string, Card])[] = [
    ['served.customer', 'quality', customerCard(customer, quality, summaryBlocks(standing, own, quality))],
    ['served.customer', 'other', customerCard(customer, other, summaryBlocks(quiet, own, other))],
    ['served.project', 'quality', projectCard(project, quality, summaryBlocks(standing, own, quality))],
    ['served.project', 'other', projectCard(project, other, summaryBlocks(quiet, own, other))],
    ['served.lists', 'customers', customerList('customer', '', 0, quality)],
    ['served.lists', 'projects', customerList('project', '', 0, other)],
    ['served.lists', 'nothing', customerList('project', '没有', 0, other)],
  ];
  const forms: readonly (readonly [string, Form])[] = [
    ['customer.new', customerForm(quality)],
    ['customer.edit', customerForm(quality, customer)],
    ['customer.contact', contactForm(quality, customer, contact)],
    ['project.edit', projectForm(quality, project)],
    ['project.sla', slaForm(quality, project)],
    ['project.specialty', specialtyForm(quality, project, 'network')],
    ['project.contacts', projectContactsForm(quality, project)],
  ];
  return [
    ...cards.map(
      ([name, as, card]): Sample => ({ name: `${name}.${locale}`, as, locale, on: () => ({ kind: 'card', card }) }),
    ),
    ...forms.map(
      ([name, form]): Sample => ({
        name: `form.${name}.${locale}`,
        as: 'form',
        locale,
        on: () => ({ kind: 'form', form }),
      }),
    ),
  ];
});

import { expect, test } from 'vitest';
import { createOrganisation } from '../../../src/org/organisation.ts';
import { sampleOrg } from '../sample.ts';

const org = createOrganisation(sampleOrg());

test('a project promises its own target, and the settings’ where it has none', () => {
  expect(org.slaOf('metro-3', 'p1')).toEqual({ response: 10, resolution: 120, calendar: '7x24' });
  expect(org.slaOf('metro-3', 'p4')).toEqual({ response: 240, resolution: 4320, calendar: '7x24' });
  expect(org.slaOf('city-cloud', 'p1')).toEqual({ response: 15, resolution: 240, calendar: 'working' });
  expect(org.slaOf('metro-3', 'p9')).toBeUndefined();
  expect(org.slaOf('metro-9', 'p1')).toBeUndefined();
});

test('a project’s contacts come in its order, without those who have left; one who has left is still found by id', () => {
  const data = sampleOrg();
  const [metro] = data.customers;
  const customers = data.customers.map((customer) =>
    customer === metro
      ? { ...metro, contacts: metro.contacts.map((one) => ({ ...one, active: one.id !== 'qian-ming' })) }
      : customer,
  );
  const later = createOrganisation({ ...data, customers });
  expect(org.contactsOf('metro-3').map(({ id }) => id)).toEqual(['qian-ming', 'sun-li']);
  expect(later.contactsOf('metro-3').map(({ id }) => id)).toEqual(['sun-li']);
  expect(later.contact('qian-ming')).toMatchObject({
    contact: { name: { en: 'Qian Ming' } },
    customer: { id: 'metro' },
  });
});

test('a contact is called in their own hours, otherwise in the settings’', () => {
  const [first, second] = org.contactsOf('metro-3');
  expect(first && org.callingHoursOf(first)).toEqual({ from: '09:00', to: '17:30' });
  expect(second && org.callingHoursOf(second)).toEqual({ from: '09:00', to: '20:00' });
});

test('those who lead a project are its lead and those of its specialties, each once', () => {
  expect(org.leadsOf('metro-3')).toEqual(['liu-yang', 'wu-qiang']);
  expect(org.leadsOf('nowhere')).toEqual([]);
});

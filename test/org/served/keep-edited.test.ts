import { expect, test } from 'vitest';
import { keepEdited } from '../../../src/org/customers/keep-edited.ts';
import { orgSchema } from '../../../src/org/org-schema.ts';
import { sampleOrg } from '../sample.ts';

const edited = { by: 'li-na', at: '2026-11-20T02:00:00.000Z' };

function editedInChat() {
  const data = sampleOrg();
  return {
    ...data,
    customers: data.customers.map((each) => (each.id === 'metro' ? { ...each, level: 'major', edited } : each)),
  };
}

const levelIn = (data: ReturnType<typeof sampleOrg>) => data.customers.find(({ id }) => id === 'metro')?.level;

test('a file that does not know what was edited in chat does not undo it', () => {
  expect(levelIn(keepEdited(sampleOrg(), editedInChat()))).toBe('major');
});

test('a file made from that edition wins over it', () => {
  const file = editedInChat();
  const changed = file.customers.map((each) => (each.id === 'metro' ? { ...each, level: 'ordinary' } : each));
  expect(levelIn(keepEdited({ ...file, customers: changed }, editedInChat()))).toBe('ordinary');
});

test('a customer made in chat stays when a file does not have it; one that only a file had goes', () => {
  const stored = editedInChat();
  const next = { ...sampleOrg(), customers: [] };
  expect(keepEdited(next, stored).customers.map(({ id }) => id)).toEqual(['metro']);
});

test('an organisation stored before there were customers is read without loss, and gains what was not asked then', () => {
  const { customers: _none, ...data } = sampleOrg();
  const projects = [{ id: 'metro-3', name: { zh: '地铁', en: 'Metro' }, department: 'omd', lead: 'liu-yang' }];
  const { customerLevels: _levels, priorities: _priorities, callingHours: _hours, ...settings } = data.settings;
  const read = orgSchema.parse({ ...data, projects, settings });
  expect(read.projects).toEqual([
    { ...projects[0], specialties: [], sla: { calendar: '7x24', targets: {}, goal: 95 }, contacts: [], active: true },
  ]);
  expect(read.customers).toEqual([]);
  expect(read.settings.priorities.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4']);
});

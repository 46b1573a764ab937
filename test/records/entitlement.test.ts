import { describe, expect, test } from 'vitest';
import {
  capaApprover,
  capaAuthor,
  managementRepresentative,
  qualityOfficer,
} from '../../src/quality/finding/finding-roles.ts';
import { capacityOf, entitledTo } from '../../src/records/decide/entitlement.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { MONDAY, testOrganisation } from '../support/organisation.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';

const november = { org: testOrganisation(), now: MONDAY };
const december = { ...november, now: new Date('2026-12-01T02:00:00Z') };
const submitted = findingIn(openPureEngine(), 'submitted');

describe('a deputy', () => {
  test('may what the absent person may, from the first day to the last, and no longer', () => {
    const standing = (at: string) =>
      capacityOf('du-juan', submitted, [capaApprover], [capaAuthor], { ...november, now: new Date(at) });
    expect(standing('2026-11-23T02:00:00Z')).toEqual({ may: 'deputy', of: 'li-na' });
    expect(standing('2026-10-31T16:00:00Z')).toEqual({ may: 'deputy', of: 'li-na' });
    expect(standing('2026-10-31T15:59:00Z')).toEqual({ may: 'no', because: 'otherRole' });
    expect(standing('2026-11-30T15:59:00Z')).toEqual({ may: 'deputy', of: 'li-na' });
    expect(standing('2026-11-30T16:00:00Z')).toEqual({ may: 'no', because: 'otherRole' });
  });

  test('may nothing that they are excluded from themselves', () => {
    const deputies = [{ person: 'li-na', deputy: 'liu-yang', from: '2026-11-01', to: '2026-11-30' }];
    const circumstances = { ...november, org: testOrganisation({ deputies }) };
    expect(capacityOf('liu-yang', submitted, [capaApprover], [capaAuthor], circumstances)).toEqual({
      may: 'no',
      because: 'excluded',
    });
  });

  test('of an excluded person gains nothing from it', () => {
    const deputies = [{ person: 'sun-yue', deputy: 'qian-li', from: '2026-11-01', to: '2026-11-30' }];
    const circumstances = { ...november, org: testOrganisation({ deputies }) };
    expect(capacityOf('qian-li', submitted, [capaApprover], [capaAuthor], circumstances)).toEqual({
      may: 'no',
      because: 'otherRole',
    });
  });

  test('is written into the history with whom they stood in for', () => {
    const desk = openPureEngine();
    const approved = desk.make(findingIn(desk, 'submitted'), 'du-juan', 'approveCapa');
    expect(approved.history.at(-1)?.actor).toEqual({
      kind: 'person',
      id: 'du-juan',
      via: 'console',
      standingInFor: 'li-na',
    });
  });
});

describe('the chain', () => {
  const authors = (...ids: string[]) => ({ id: 'authors', label: capaAuthor.label, holders: () => ids });
  const quality = ['li-na', 'chen-jing', 'sun-yue', 'he-min'];

  test('is not asked while anybody is left', () => {
    expect(entitledTo(submitted, [qualityOfficer], [authors('li-na')], november)).toEqual({
      persons: ['chen-jing', 'sun-yue', 'he-min'],
      chain: null,
    });
  });

  test.each([
    { excluded: quality, persons: ['zhou-min'], chain: 'mr' },
    { excluded: [...quality, 'zhou-min'], persons: ['zhao-guohua'], chain: 'top' },
    { excluded: [...quality, 'zhou-min', 'zhao-guohua'], persons: [], chain: null },
  ])('steps in, role by role, up to top management: without $excluded it is $chain', ({ excluded, persons, chain }) => {
    expect(entitledTo(submitted, [qualityOfficer], [authors(...excluded)], november)).toEqual({ persons, chain });
  });

  test('gives its deputy the right too, while in force', () => {
    const not = [authors(...quality)];
    expect(capacityOf('ma-li', submitted, [qualityOfficer], not, december)).toEqual({ may: 'deputy', of: 'zhou-min' });
    expect(capacityOf('ma-li', submitted, [qualityOfficer], not, november)).toMatchObject({ may: 'no' });
  });
});

describe('a person who has left', () => {
  const without = (...ids: string[]) => {
    const { data } = testOrganisation();
    return testOrganisation({ people: data.people.map((person) => ({ ...person, active: !ids.includes(person.id) })) });
  };

  test('holds no right, and the chain steps in where nobody else does', () => {
    const circumstances = { ...november, org: without('zhou-min') };
    expect(capacityOf('zhou-min', submitted, [managementRepresentative], [], circumstances)).toMatchObject({
      may: 'no',
    });
    expect(entitledTo(submitted, [managementRepresentative], [], circumstances)).toEqual({
      persons: ['li-na'],
      chain: 'qedManager',
    });
  });

  test('leaves a report to the head of the department', () => {
    const issued = findingIn(openPureEngine(), 'issued');
    const desk = openPureEngine(without('liu-yang'));
    expect(desk.make(issued, 'wang-lei', 'submitCapa').state).toBe('submitted');
  });
});

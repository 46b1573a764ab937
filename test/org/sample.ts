import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type OrgData, orgSchema } from '../../src/org/org-schema.ts';

/** The text of the sample organisation. */
export const sampleText = readFileSync(new URL('../../org.sample.yaml', import.meta.url), 'utf8');

/** The sample organisation, read again: a snapshot freezes what it is made of. */
export function sampleOrg(): OrgData {
  return orgSchema.parse(parse(sampleText));
}

/** A person of the sample with other facts. */
export function withPerson(data: OrgData, id: string, facts: Partial<OrgData['people'][number]>): OrgData {
  return { ...data, people: data.people.map((person) => (person.id === id ? { ...person, ...facts } : person)) };
}

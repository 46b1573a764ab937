import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { orgSchema } from '../../src/org/org-schema.ts';
import { createOrganisation } from '../../src/org/organisation.ts';

const sample: unknown = parse(readFileSync(new URL('../../org.sample.yaml', import.meta.url), 'utf8'));
const org = createOrganisation(orgSchema.parse(sample));

test('finds a person by their identity on a platform', () => {
  expect(org.personByIdentity('console', 'local', 'li-na')?.name.en).toBe('Li Na');
  expect(org.personByIdentity('slack', 'local', 'li-na')).toBeUndefined();
});

test('reading what was read before gives the same again, so that the database holds what the file meant', () => {
  const once = orgSchema.parse(sample);
  expect(orgSchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
});

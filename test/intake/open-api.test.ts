import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { describeIntake } from '../../src/intake/open-api.ts';
import { incidentItem } from '../../src/quality/incident/incident-item.ts';

const described = describeIntake({ version: '1.0.0', item: incidentItem, path: '/api/v1/incidents' });
/** What is served: whatever JSON leaves out is left out. */
const served = () => JSON.parse(JSON.stringify(described)) as Record<string, object>;

test('the intake’s description keeps to the schema that the OpenAPI Initiative publishes', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(served());
  expect({ valid, errors, version: validator.version }).toEqual({ valid: true, errors: undefined, version: '3.1' });
  // Every reference leads somewhere.
  expect(() => validator.resolveRefs()).not.toThrow();
});

test('a description with a mistake would be found', async () => {
  const { info: _left, ...rest } = served();
  expect((await new Validator().validate(rest)).valid).toBe(false);
});

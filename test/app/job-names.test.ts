import { expect, test } from 'vitest';
import { periodicJobs } from '../../jobs/index.ts';
import { isMessageKey } from '../../src/i18n/translate.ts';

test('every periodic job has a name for administrators', () => {
  expect(periodicJobs.map(({ name }) => `admin.job.${name}`).filter((key) => !isMessageKey(key))).toEqual([]);
});

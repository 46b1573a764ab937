import { expect, test } from 'vitest';
import { AppError, failureFacts } from '../src/errors.ts';

test('of an error of ours a log tells the code and the facts', () => {
  expect(failureFacts(new AppError('file.gone', { id: 'F-1' }))).toMatchObject({
    code: 'file.gone',
    params: { id: 'F-1' },
  });
});

test('of any other error, logs where it happened, and not its message, which may quote a user', () => {
  const facts = failureFacts(Object.assign(new RangeError('张伟 wrote: broken'), { code: 'ERR_OUT' }));
  expect(facts).toMatchObject({ name: 'RangeError', code: 'ERR_OUT', stack: expect.stringContaining('errors.test') });
  expect(JSON.stringify(facts)).not.toContain('张伟');
});

test('of what caused it the log tells the same', () => {
  const cause = new TypeError('张伟 wrote: broken');
  const facts = failureFacts(new AppError('file.gone', {}, new AppError('store.away', { tries: 3 }, cause)));
  expect(facts).toMatchObject({ cause: { code: 'store.away', params: { tries: 3 }, cause: { name: 'TypeError' } } });
  expect(JSON.stringify(facts)).not.toContain('张伟');
});

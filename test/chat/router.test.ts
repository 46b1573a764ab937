import { expect, test } from 'vitest';
import { interactionSchema } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createRouter, type Handlers } from '../../src/chat/router.ts';

const nothing: Reply = { kind: 'nothing' };
const common = { id: '1', platform: 'console', workspace: 'local', userId: 'li-na', direct: true } as const;
const command = interactionSchema.parse({ ...common, kind: 'command', noun: null, text: '  mine\u200b ' });
const submit = (answers: unknown) =>
  interactionSchema.parse({ ...common, kind: 'submit', form: 'x.y', context: {}, answers });

function routerWith(changes: Partial<Handlers<string>>) {
  return createRouter<string>({
    contextOf: async () => ({ context: 'Li Na' }),
    localeOf: () => 'zh-CN',
    command: async () => nothing,
    press: async () => nothing,
    submit: async () => nothing,
    shortcut: async () => nothing,
    message: async () => nothing,
    opened: async () => nothing,
    failed: () => nothing,
    ...changes,
  });
}

test('hands over text that is clean and trimmed', async () => {
  const seen: unknown[] = [];
  const handle = routerWith({
    command: async ({ text }, context) => {
      seen.push([text, context]);
      return nothing;
    },
  });
  await handle(command);
  expect(seen).toEqual([['mine', 'Li Na']]);
});

test('counts what was left blank as not answered, and keeps what is false, nought or empty in another way', async () => {
  const seen: unknown[] = [];
  const handle = routerWith({
    submit: async ({ answers }) => {
      seen.push(answers);
      return nothing;
    },
  });
  await handle(submit({ a: ' \n', b: '\u200b', c: '\u200d', d: 0, e: false, f: [], g: 'x\u0000' }));
  expect(seen).toEqual([{ d: 0, e: false, f: [], g: 'x' }]);
});

test('answers a user who may not ask, without calling a handler', async () => {
  const toast: Reply = { kind: 'toast', tone: 'warning', text: [] };
  const handle = routerWith({
    contextOf: async () => ({ reply: toast }),
    command: () => Promise.reject(new Error('asked')),
  });
  expect(await handle(command)).toBe(toast);
});

test('turns an error into an answer, whether it is known who asks or not', async () => {
  const failures: unknown[] = [];
  const failed: Handlers<string>['failed'] = (error, _interaction, context) => {
    failures.push([error instanceof Error ? error.message : error, context]);
    return nothing;
  };
  await routerWith({ failed, command: () => Promise.reject(new Error('late')) })(command);
  await routerWith({ failed, contextOf: () => Promise.reject(new Error('early')) })(command);
  let deep: unknown = 'x';
  for (let depth = 0; depth < 50_000; depth++) deep = [deep];
  await routerWith({ failed })({ ...common, kind: 'submit', form: 'x.y', context: {}, answers: { deep } });
  expect(failures).toEqual([
    ['late', 'Li Na'],
    ['early', undefined],
    [expect.stringContaining('call stack'), 'Li Na'],
  ]);
});

import { expect, test } from 'vitest';
import { slashCommands, slashNouns } from '../../commands/slash-commands.ts';

const hintOf = (slash: string) => slashCommands.find(({ name }) => name === slash)?.hint;

test('each slash command has a description of its own and says what it takes', () => {
  expect(slashCommands.map(({ name }) => name)).toEqual(['qm', ...slashNouns]);
  expect([...slashNouns].sort()).toEqual([
    'callback',
    'complaint',
    'customer',
    'finding',
    'incident',
    'project',
    'report',
    'satisfaction',
    'service',
    'survey',
    'visit',
  ]);
  for (const { name, description, hint } of slashCommands) {
    expect(hint, name).not.toBe('');
    expect(description['zh-CN'], name).toMatch(/\p{Script=Han}/u);
    expect(description.en, name).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
  }
  expect(new Set(slashCommands.map(({ description }) => description.en)).size).toBe(slashCommands.length);
});

test.each([
  ['qm', 'mine | approvals | overdue | away [FROM TO DEPUTY | off] | digest | digest month | admin | help'],
  [
    'finding',
    'new | list [overdue | mine | closed | since DAY | "WORDS"] | search WORDS | stats [since DAY] | show NUMBER',
  ],
  ['service', '[last month | 2026 Q3] [PROJECT | CUSTOMER]'],
  ['customer', 'feedback [last month | 2026 Q3] [PROJECT | CUSTOMER] | list [WORDS] | NAME | new | edit NAME'],
])('/%s takes %s', (slash, hint) => {
  expect(hintOf(slash)).toBe(hint);
});

test('call-backs are raised by their incident, so that no new one is offered; what else is done with them is', () => {
  expect(hintOf('callback')).not.toContain('new');
  expect(hintOf('callback')).toMatch(/share \| coverage \[since DAY\] \| coverage export/);
  expect(hintOf('survey')).toMatch(/^new .* \| send$/);
});

import { describe } from 'vitest';
import { createMemoryMessages } from './create-memory-messages.ts';
import { testMessages } from './test-messages.ts';

describe('console messages in memory, as the other tests use them', () => {
  testMessages(async () => createMemoryMessages());
});

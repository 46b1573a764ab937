import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';

// Record types are registered before anything is said, as at the start of the bot.
createRegistry(recordTypes);

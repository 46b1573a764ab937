import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';

// Record types must be registered before any message is translated, as at the start of the bot.
createRegistry(recordTypes);

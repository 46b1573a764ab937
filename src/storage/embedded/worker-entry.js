// A worker thread does not inherit the loader of its parent: tsx is registered here as in bin/qmbot.js.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');

// Where the sources run as they are, in tests and in `npm run dev`: a worker thread does not inherit the loader of its parent.
// In the build worker.ts itself stands under this name.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');

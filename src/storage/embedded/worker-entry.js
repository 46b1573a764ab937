// For tests and `npm run dev`, which run the sources: a worker thread does not inherit its parent's loader. In the build, worker.ts
// itself has this name.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');

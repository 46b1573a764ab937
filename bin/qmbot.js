#!/usr/bin/env node
// The product is TypeScript that runs as it is: tsx strips the types on load, in this process and in its workers.
import { register } from 'tsx/esm/api';

register();
await import('../src/main.ts');

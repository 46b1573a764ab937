/** What the worker tells the thread that started it. */
export type FromWorker =
  | { kind: 'ready'; port: number }
  | { kind: 'folderInUse' }
  | { kind: 'failed'; error: Error }
  | { kind: 'stopped' };

/** The one thing that the worker is told. */
export const STOP = 'stop';

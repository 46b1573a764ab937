import type { storage as source } from '../zh-cn/storage.ts';

/** What the database says to whoever starts the bot. */
export const storage: Record<keyof typeof source, string> = {
  'storage.folderInUse':
    'Another qmbot process is using the data folder {dir}. Stop it first; to run several processes, start the database alone with npm run db and set MONGODB_URI.',
};

/** What the database says to whoever starts the bot. */
export const storage = {
  'storage.folderInUse':
    '数据目录 {dir} 正被另一个 qmbot 进程使用。请先停掉那个进程；要同时运行多个进程，请用 npm run db 单独启动数据库并设置 MONGODB_URI。',
} as const;

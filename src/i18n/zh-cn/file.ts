/** Files as evidence. */
export const file = {
  'file.unnamed': '未命名文件',
} as const;

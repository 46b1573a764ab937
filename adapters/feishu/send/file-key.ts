/** What names a resource of a message: the message, the key of the resource in it, and which of two sorts it is. */
export interface FileKey {
  readonly message: string;
  readonly key: string;
  /** Pictures are one sort, everything else the other. https://open.feishu.cn/document/server-docs/im-v1/message/get-2 (2026-11-24) */
  readonly type: 'image' | 'file';
}

/** Reads the `ref` of a file as `resourceRef` writes it; null for what is none of ours. */
export function readFileKey(ref: string): FileKey | null {
  const [, message, type, key] = /^([\w-]{1,200})\/(image|file)\/([\w.-]{1,200})$/.exec(ref) ?? [];
  if ((type !== 'image' && type !== 'file') || message === undefined || key === undefined) return null;
  return { message, key, type };
}

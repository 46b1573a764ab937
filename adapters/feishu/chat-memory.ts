/** How many chats, people and messages are remembered, of each. */
const most = 5_000;

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

/** Learned in passing; no call of ours returns it. Lost at a restart, so callers must manage without it. */
export interface ChatMemory {
  /** The direct conversation with a person, learned from their messages and from what was sent to them. */
  directChatOf(userId: string): string | undefined;
  noteDirectChat(userId: string, chat: string): void;
  isDirect(chat: string): boolean;
  /** The mark a message was sent with, kept when it is redrawn. */
  markOf(message: string): string | undefined;
  noteMark(message: string, mark: string): void;
  /** People of other organizations, seen in shared groups. */
  isExternal(userId: string): boolean;
  noteExternal(userId: string): void;
}

export function createChatMemory(): ChatMemory {
  const chats = new Map<string, string>();
  const direct = new Map<string, true>();
  const marks = new Map<string, string>();
  const external = new Map<string, true>();
  return {
    directChatOf: (userId) => chats.get(userId),
    noteDirectChat(userId, chat) {
      remember(chats, userId, chat);
      remember(direct, chat, true);
    },
    isDirect: (chat) => direct.has(chat),
    markOf: (message) => marks.get(message),
    noteMark: (message, mark) => remember(marks, message, mark),
    isExternal: (userId) => external.has(userId),
    noteExternal: (userId) => remember(external, userId, true),
  };
}

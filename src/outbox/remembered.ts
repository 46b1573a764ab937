import type { Saved } from './work-document.ts';

/** The most just-saved documents kept until they are processed; others are read again. */
const MOST = 256;

/** Documents as this process left them, which saves reading them when they become due. */
export interface Remembered {
  /** Keeps a document saved with a decision, replacing what is known of it. */
  keep(id: string, saved: Saved): void;
  /** Keeps a document as work left it, unless a decision has saved a newer one in the meantime. */
  keepLeft(id: string, document: Saved['document']): void;
  /** Returns a document and forgets it; undefined if it is not due yet, since then another process has changed it. */
  recall(id: string, now: Date): Saved | undefined;
}

/** Starts empty. */
export function createRemembered(): Remembered {
  const known = new Map<string, Saved>();

  function keep(id: string, saved: Saved): void {
    known.delete(id);
    known.set(id, saved);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  }

  return {
    keep,
    keepLeft(id, document) {
      if (!known.has(id)) keep(id, { document, done: [] });
    },
    recall(id, now) {
      const saved = known.get(id);
      known.delete(id);
      return saved && (saved.done.length > 0 || saved.document.nextAt <= now) ? saved : undefined;
    },
  };
}

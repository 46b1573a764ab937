import type { Saved } from './work-document.ts';

/** Documents just saved that are kept until they are worked on: the rest is read again. */
const MOST = 256;

/** Documents as this process left them, which spares reading them when their time comes. */
export interface Remembered {
  /** Takes what was saved with a decision, in place of what is known of the document. */
  keep(id: string, saved: Saved): void;
  /** Takes a document as it was left after work on it; what was decided meanwhile is newer. */
  keepLeft(id: string, document: Saved['document']): void;
  /** Gives a document and forgets it; none when its time has not come, since then somebody else changed it. */
  recall(id: string, now: Date): Saved | undefined;
}

/** Starts with nothing. */
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

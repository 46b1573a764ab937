/** How many answers are kept. */
const most = 2_000;

/** Does each thing once: whoever comes with the same id waits for the first and gets its answer. */
export interface Once<T> {
  do(id: string, work: () => Promise<T>): Promise<T>;
}

/** Remembers answers by id; what failed is forgotten, so that it may be tried again. */
export function createOnce<T>(): Once<T> {
  const answers = new Map<string, Promise<T>>();
  return {
    do(id, work) {
      const known = answers.get(id);
      if (known) return known;
      const answer = work();
      answers.set(id, answer);
      answer.catch(() => answers.delete(id));
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}

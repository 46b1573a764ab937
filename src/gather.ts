/**
 * Batches requests into one command: while one is running, new requests are collected for the next. A request is never served by a command that
 * started before it, so that its answer is never older than itself; a lone request does not wait.
 * @param work returns the answers in the order of the requests; if it fails, all of them fail the same way
 */
export function gathered<Request, Answer>(
  work: (requests: readonly Request[]) => Promise<readonly Answer[]>,
): (request: Request) => Promise<Answer> {
  interface Waiting {
    readonly request: Request;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isUnderWay = false;

  async function run(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const answers = await work(batch.map(({ request }) => request));
        if (answers.length !== batch.length) throw new Error('each request must have an answer');
        for (const [index, answer] of answers.entries()) batch[index]?.resolve(answer);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isUnderWay = false;
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      if (!isUnderWay) void run();
    });
}

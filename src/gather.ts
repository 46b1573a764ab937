/**
 * Makes one command serve several requests: while one is on its way, those that come gather for the next. A request is never served by
 * a command that began before it, so that what it learns is not older than itself; where there is one at a time nothing waits.
 * @param work gives the answers in the order of the requests; when it fails, all of them fail as it does
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

import { z } from 'zod';

const workSchema = z.object({ piece: z.string(), args: z.record(z.string(), z.unknown()) });

/** Does pieces of work for the bench, one after another, until it disconnects; then `stop` closes what was opened. */
export function servePieces(
  pieces: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => Promise<unknown>>>,
  stop: () => Promise<unknown>,
): void {
  const answer = (message: unknown) => process.send?.(message);
  process.on('message', (message) => {
    const { piece, args } = workSchema.parse(message);
    const work = pieces[piece];
    if (!work) return void answer({ failed: `there is no piece ${piece}` });
    work(args).then(
      (told) => answer({ told }),
      (error: unknown) => answer({ failed: error instanceof Error ? String(error.stack) : String(error) }),
    );
  });
  process.once('disconnect', () => void stop().finally(() => process.exit(0)));
  answer({ told: null });
}

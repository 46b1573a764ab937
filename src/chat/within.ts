/** A promise's value if it settled in time. */
export type Timely<T> = { readonly inTime: true; readonly value: T } | { readonly inTime: false };

/** Waits for `work`, but no longer than `ms` milliseconds; the work continues. Rejects as the work does. */
export async function within<T>(work: Promise<T>, ms: number): Promise<Timely<T>> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<Timely<T>>((resolve) => {
    timer = setTimeout(resolve, ms, { inTime: false });
  });
  try {
    return await Promise.race([work.then((value): Timely<T> => ({ inTime: true, value })), end]);
  } finally {
    clearTimeout(timer);
  }
}

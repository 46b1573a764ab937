/**
 * A signal that is aborted when this process is told to end, by SIGTERM or Ctrl-C. Asked for before anything that takes long,
 * so that neither is lost: the first process of a container gets neither while nobody listens for it. The second one of
 * either kills.
 */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
}

/** Settles when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

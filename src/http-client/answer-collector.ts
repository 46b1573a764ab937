import { type Dispatcher, errors } from 'undici';
import type { HttpHeaders } from './http-headers.ts';

/** A response as received. */
interface Collected {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Buffer;
}

/** Collects one response, within a deadline for all of it: connecting, sending, waiting and reading. */
export class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly answer: Promise<Collected>;
  #resolve: (answer: Collected) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  readonly #timer: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #late: Error | undefined;
  #status = 0;
  #headers: HttpHeaders = {};
  readonly #chunks: Buffer[] = [];

  constructor(withinMs: number) {
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#giveUp(), withinMs);
  }

  #giveUp(): void {
    if (this.#controller) {
      this.#controller.abort(outOfTime());
      return;
    }
    // Nothing was sent, and nothing will be: undici may still hand the request to a connection that opens later.
    this.#late = new errors.ConnectTimeoutError('no connection in time');
    this.#reject(this.#late);
  }

  /** There is a connection, and nothing has been written to it yet. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#late) controller.abort(this.#late);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: HttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    const [first] = this.#chunks;
    const body = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }
}

/** The same reason that `AbortSignal.timeout` uses. */
const outOfTime = () => new DOMException('not answered in time', 'TimeoutError');

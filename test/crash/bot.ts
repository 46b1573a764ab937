import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Answer, answerSchema, type Calls, type KillPoint } from './orders.ts';

/** Says that the process is no more. */
export class BotDied extends Error {}

/** What was ordered failed, for instance because the database is away; the process lives. */
export class OrderFailed extends Error {}

/** A process of the bot. Each order but `arm` is waited for, and fails with `BotDied` if the process dies before it is done. */
export interface Bot {
  readonly pid: number;
  readonly dead: boolean;
  /** Resolves with the signal or code that ended it. */
  readonly ended: Promise<string>;
  /** Lines of its log, newest last. */
  readonly logged: readonly string[];
  /** Starts the bot at an hour; gives the address of its HTTP front. */
  start(settings: Readonly<Record<string, string>>, now: Date): Promise<string>;
  /** Has a process killed at a point from now on: this one, unless another is named. */
  arm(point: KillPoint, victim?: number): void;
  disarm(): void;
  /** The calls it made since it was armed or disarmed. */
  calls(): Promise<Calls>;
  clock(now: Date): Promise<void>;
  /** Lets it carry out everything that is due. */
  drain(): Promise<void>;
  /** Lets it do the periodic work that is due. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
  /** Ends the process, if it has not ended. */
  end(): Promise<void>;
}

/** Loads a bot process. */
export function loadBot(program: string): Bot {
  const child = spawn(process.execPath, ['--import', './test/crash/kill-points.mjs', program], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {},
  });
  const logged: string[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => logged.push(String(chunk)));
  let dead = false;
  const ended = once(child, 'exit').then(([code, signal]: unknown[]) => {
    dead = true;
    return String(code ?? signal);
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the bot process did not start');

  const ready = Promise.race([once(child, 'message'), ended]);

  async function tell(order: object): Promise<Answer> {
    await ready;
    if (dead) throw new BotDied('the bot is dead');
    const answered = new Promise((resolve) => child.once('message', resolve));
    child.send(order, () => undefined);
    const answer = await Promise.race([answered, ended.then((how) => ({ died: how }))]);
    if (typeof answer === 'object' && answer !== null && 'died' in answer) throw new BotDied(String(answer.died));
    const parsed = answerSchema.parse(answer);
    if (parsed.answer === 'failed') throw new OrderFailed(`${parsed.reason}\n${logged.slice(-20).join('')}`);
    return parsed;
  }

  return {
    pid,
    get dead() {
      return dead;
    },
    ended,
    logged,
    async start(settings, now) {
      const answer = await tell({ order: 'start', settings, now: now.toISOString() });
      if (answer.answer !== 'done') throw new Error(`a start was answered with ${answer.answer}`);
      return answer.url;
    },
    arm: (point, victim = pid) => void child.send({ order: 'arm', point: { ...point, victim } }),
    disarm: () => void child.send({ order: 'arm', point: null }),
    async calls() {
      const answer = await tell({ order: 'count' });
      if (answer.answer !== 'counted') throw new Error(`a count was answered with ${answer.answer}`);
      return answer;
    },
    clock: async (now) => void (await tell({ order: 'clock', now: now.toISOString() })),
    drain: async () => void (await tell({ order: 'drain' })),
    sweep: async () => void (await tell({ order: 'sweep' })),
    stop: async () => void (await tell({ order: 'stop' })),
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

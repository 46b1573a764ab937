import { type Engine, openEngine } from '../../worlds/engine.ts';
import { actorOf } from '../../worlds/pure-engine.ts';
import { slip } from './slip-type.ts';

/** An engine with slips in it, by the names that a test gives them. */
export interface Slips {
  readonly engine: Engine;
  /** Writes one and answers its number. `at` moves the clock. */
  write(name: string, answers: object, at?: string): Promise<string>;
  act(name: string, move: string, answers?: object, at?: string): Promise<void>;
  numberOf(name: string): string;
  nameOf(number: string): string;
}

/** Opens an engine for slips. */
export async function openSlips(): Promise<Slips> {
  const engine = await openEngine([slip]);
  const numbers = new Map<string, string>();
  const numberOf = (name: string) => numbers.get(name) ?? '';
  return {
    engine,
    numberOf,
    nameOf: (number) => [...numbers].find(([, each]) => each === number)?.[0] ?? number,
    async write(name, answers, at) {
      if (at) engine.at(at);
      const wish = { type: 'slip', answers: { title: name, ...answers }, actor: actorOf('emily'), origin: name };
      const created = await engine.records.create(wish);
      if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
      numbers.set(name, created.record.number);
      return created.record.number;
    },
    async act(name, move, answers = {}, at) {
      if (at) engine.at(at);
      const request = { move, answers, actor: actorOf('li-na'), interaction: `${name}-${move}`, round: null };
      const { verdict } = await engine.records.perform({ number: numberOf(name) }, request);
      if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
    },
  };
}

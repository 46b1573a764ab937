import type { Clock } from '../../clock.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Dispatch } from '../decide/dispatch.ts';
import type { Registry } from '../registry.ts';
import type { Routes } from '../shape/address.ts';
import type { Counters } from './counter-repository.ts';
import type { RecordRepository } from './record-repository.ts';

/** The engine's dependencies. */
export interface RecordsParts {
  readonly repository: RecordRepository;
  readonly registry: Registry;
  readonly counters: Counters;
  readonly clock: Clock;
  readonly organisation: () => Promise<Organisation>;
  readonly routes: () => Routes;
  readonly dispatch: Dispatch;
}

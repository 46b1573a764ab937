import type { Desk, Finding } from '../../support/desk.ts';
import { answers } from './answers.ts';

/** What kind of a finding, and where from. */
export interface Kind {
  readonly kind?: 'minor' | 'major';
  readonly source?: string;
}

/** The states of a finding, each after those that lead to it. */
export const states = [
  'reported',
  'rejected',
  'issued',
  'submitted',
  'returned',
  'mrReview',
  'acting',
  'verifying',
  'verified',
  'closed',
] as const;
export type StateName = (typeof states)[number];

/**
 * A finding against the operations department, brought to a state by its moves: Emily reports, Liu Yang handles it and writes with
 * Sun Yue; Xu Fang and He Min own the actions.
 */
export function findingIn(desk: Desk, state: StateName, { kind = 'minor', source = 'spotCheck' }: Kind = {}): Finding {
  const approver = source === 'internalAudit' ? 'he-wei' : 'chen-jing';
  const verifier = source === 'internalAudit' ? 'tang-wei' : 'chen-jing';
  const before = (earlier: StateName, severity = kind) => findingIn(desk, earlier, { kind: severity, source });
  switch (state) {
    case 'reported':
      return desk.report();
    case 'rejected':
      return desk.make(before('reported'), 'chen-jing', 'reject', answers.reject);
    case 'issued': {
      const issued = desk.make(before('reported'), 'chen-jing', 'issue', { ...answers.issue, kind, source });
      return write(desk, desk.make(issued, 'wang-lei', 'assign', answers.assign));
    }
    case 'submitted':
      return desk.make(before('issued'), 'liu-yang', 'submitCapa');
    case 'returned':
      return desk.make(before('submitted'), approver, 'returnCapa', answers.returnCapa);
    case 'mrReview':
      return desk.make(before('submitted', 'major'), approver, 'approveCapa');
    case 'acting':
      return kind === 'major'
        ? desk.make(before('mrReview'), 'zhou-min', 'approveMajor')
        : desk.make(before('submitted'), approver, 'approveCapa');
    case 'verifying': {
      const acting = before('acting');
      return acting.data.raised.reduce(
        (record, { number }) => desk.make(record, 'system', 'actionDone', { number }),
        acting,
      );
    }
    case 'verified':
      return desk.make(before('verifying'), verifier, 'verify', answers.verify);
    case 'closed':
      return desk.make(before('verified'), verifier, 'confirmEffect', answers.confirmEffect);
    default:
      return state satisfies never;
  }
}

/** The four steps of the report, by two writers. */
export function write(desk: Desk, record: Finding): Finding {
  const corrected = desk.make(record, 'sun-yue', 'saveCorrection', answers.saveCorrection);
  const explained = desk.make(corrected, 'liu-yang', 'saveCause', answers.saveCause);
  const first = desk.make(explained, 'liu-yang', 'addAction', answers.addAction);
  const second = desk.make(first, 'liu-yang', 'addAction', {
    ...answers.addAction,
    kind: 'preventive',
    owner: 'he-min',
  });
  return desk.make(second, 'liu-yang', 'saveEffect', answers.saveEffect);
}

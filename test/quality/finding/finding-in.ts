import type { Finding, PureEngine } from '../../worlds/pure-engine.ts';
import { answers } from './answers.ts';

/** What kind of a finding, and where from. */
export interface Kind {
  readonly kind?: 'minor' | 'major' | 'observation' | 'ofi';
  readonly source?: string;
}

/** The states of a finding, each after those that lead to it; and `contested`: issued, with a contest that is not decided. */
export const states = [
  'reported',
  'askedBack',
  'rejected',
  'merged',
  'issued',
  'contested',
  'submitted',
  'returned',
  'mrReview',
  'acting',
  'verifying',
  'verified',
  'toAnswer',
  'answered',
  'answerReturned',
  'agreed',
  'closed',
  'withdrawn',
] as const;
export type StateName = (typeof states)[number];

/**
 * A finding against the operations department, brought to a state by its moves: Emily reports, Liu Yang handles it and writes with
 * Sun Yue; Xu Fang and He Min own the actions.
 */
export function findingIn(
  desk: PureEngine,
  state: StateName,
  { kind = 'minor', source = 'spotCheck' }: Kind = {},
): Finding {
  const approver = source === 'internalAudit' ? 'he-wei' : 'chen-jing';
  const verifier = source === 'internalAudit' ? 'tang-wei' : 'chen-jing';
  const before = (earlier: StateName, other = kind) => findingIn(desk, earlier, { kind: other, source });
  const severity = kind === 'major' ? 'major' : 'minor';
  switch (state) {
    case 'reported':
      return desk.report();
    case 'askedBack':
      return desk.make(before('reported'), 'chen-jing', 'askBack', answers.askBack);
    case 'rejected':
      return desk.make(before('reported'), 'chen-jing', 'reject', answers.reject);
    case 'merged': {
      const reported = before('reported');
      desk.report('ma-li', {}, answers.merge.into);
      return desk.make(reported, 'chen-jing', 'merge', answers.merge);
    }
    case 'issued': {
      const issued = desk.make(before('reported'), 'chen-jing', 'issue', { ...answers.issue, kind: severity, source });
      return write(desk, desk.make(issued, 'wang-lei', 'assign', answers.assign));
    }
    case 'contested':
      return desk.make(before('issued'), 'liu-yang', 'contest', answers.contest);
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
    case 'toAnswer': {
      const said = { ...answers.issue, kind: kind === 'ofi' ? 'ofi' : 'observation', source };
      const issued = desk.make(before('reported'), 'chen-jing', 'issue', said);
      return desk.make(issued, 'wang-lei', 'assign', answers.assign);
    }
    case 'answered':
      return desk.make(before('toAnswer'), 'sun-yue', 'answer', answers.answer);
    case 'answerReturned':
      return desk.make(before('answered'), approver, 'returnAnswer', answers.returnAnswer);
    case 'agreed':
      return desk.make(before('answered'), approver, 'acceptAnswer');
    case 'closed':
      return desk.make(before('verified'), verifier, 'confirmEffect', answers.confirmEffect);
    case 'withdrawn':
      return desk.make(before('acting'), 'chen-jing', 'withdraw', answers.withdraw);
    default:
      return state satisfies never;
  }
}

/** The four steps of the report, by two writers. */
export function write(desk: PureEngine, record: Finding): Finding {
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

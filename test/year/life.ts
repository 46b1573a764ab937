import { type Chronicle, enter, owe } from './chronicle.ts';
import type { Random } from './random.ts';
import { dayAt, workingDaysOn } from './working-days.ts';

/** Something that one person does, so many working days after the step before. */
export interface Step {
  readonly afterDays: number;
  readonly person: string;
  /** `noun.move`, or `finding.new`. */
  readonly act: string;
  /** The record's number; empty for a new one. */
  readonly number: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What a step came to: when it was done, and the number of the record. */
export interface Done {
  readonly at: Date;
  readonly number: string;
}

/** Working days of each step, as the sample organisation's settings have them. */
const DAYS = {
  triage: 1,
  capa: 5,
  answer: 5,
  resubmit: 2,
  approve: 2,
  mrReview: 2,
  verify: 5,
  effectiveness: 5,
  confirm: 1,
  opinion: 2,
  extension: 1,
};

const heads: Readonly<Record<string, string>> = { omd: 'wang-lei', hr: 'ma-li', pur: 'lin-feng', rd: 'zheng-kai' };
const reporters = ['huang-tao', 'xu-fang', 'liu-yang', 'emily-carter'] as const;
const causes = ['people', 'procedure', 'execution', 'tool', 'resource', 'communication'] as const;
/** Quality officers: who triages and approves, and who verifies. */
const APPROVER = 'li-na';
const VERIFIER = 'chen-jing';

const within = (at: Date, days: number) => workingDaysOn(dayAt(at), days);

/** One finding from its report on, as a talk with whoever carries its steps out. Everything is written into the chronicles. */
export function* life(random: Random, begun: (chronicle: Chronicle) => void): Generator<Step, void, Done> {
  const department = random.oneOf(['omd', 'omd', 'omd', 'rd', 'pur', 'hr']);
  const head = heads[department] ?? '';
  const kind = random.oneOf(['minor', 'minor', 'minor', 'minor', 'minor', 'minor', 'major', 'observation', 'ofi']);
  const reported = yield {
    afterDays: 0,
    person: random.oneOf(reporters),
    act: 'finding.new',
    number: '',
    answers: { what: `第 ${random.between(1, 99_999)} 号机柜的巡检记录与日志不一致`, where: '机房 B' },
  };
  const { number } = reported;
  const finding: Chronicle = {
    type: 'finding',
    number,
    createdAt: reported.at,
    departmentId: null,
    cause: null,
    closedAt: null,
    stays: [],
    duties: [],
  };
  enter(finding, 'reported', reported.at, within(reported.at, DAYS.triage));
  begun(finding);
  const act = (afterDays: number, person: string, move: string, answers: Step['answers'] = {}): Step => ({
    afterDays,
    person,
    act: move.includes('.') ? move : `finding.${move}`,
    number,
    answers,
  });

  if (random.chance(0.06)) {
    const { at } = yield act(random.between(0, 2), VERIFIER, 'reject', { reason: '不属于体系要求' });
    enter(finding, 'rejected', at, null);
    finding.closedAt = at;
    return;
  }
  let lapsed: (at: Date) => void = () => undefined;
  const issued = yield act(random.between(0, 2), VERIFIER, 'issue', {
    title: `巡检记录不一致 ${number}`,
    kind,
    department,
    criterion: '运维作业指导书 4.2',
    source: 'spotCheck',
  });
  finding.departmentId = department;
  if (kind === 'observation' || kind === 'ofi') yield* answered(issued.at);
  else yield* corrected(issued.at);

  /** The short life: an answer, accepted, and done by its day. */
  function* answered(from: Date): Generator<Step, void, Done> {
    enter(finding, 'toAnswer', from, within(from, DAYS.answer));
    const confirmed = yield* takenOn(from);
    const will = random.chance(0.7);
    const wait = random.between(1, 7);
    const by = workingDaysOn(dayAt(from), wait + random.between(5, 15));
    const said = { intent: will ? 'will' : 'wont', answer: '把巡检项写进交接单', ...(will && { byDay: by }) };
    const { at } = yield act(wait, head, 'answer', said);
    confirmed(at);
    enter(finding, 'answered', at, within(at, DAYS.approve));
    const accepted = (yield act(random.between(0, 3), APPROVER, 'acceptAnswer')).at;
    if (!will) return close(accepted);
    enter(finding, 'agreed', accepted, by);
    close((yield act(random.between(0, 22), head, 'finishAnswer', { carriedOut: '交接单 V2.1 已发布' })).at);
  }

  /** The report: written, handed in, perhaps returned, approved; its actions; verification; for a major one, its effect. */
  function* corrected(from: Date): Generator<Step, void, Done> {
    enter(finding, 'issued', from, within(from, DAYS.capa));
    const confirmed = yield* takenOn(from);
    const [wait, extend] = [random.between(1, 7), random.chance(0.15)];
    if (!extend && random.chance(0.15)) yield* advised();
    if (extend) yield* extended(from);
    finding.cause = random.oneOf(causes);
    let last = dayAt((yield act(extend ? 1 : wait, head, 'saveCorrection', { correction: '已补录两天的记录' })).at);
    yield act(0, head, 'saveCause', {
      why1: '交接班时没有核对日志',
      why2: '交接单里没有这一项',
      why3: '作业指导书改版时漏了模板',
      causeCategory: finding.cause,
      rootCause: '改版没有同步更新模板的步骤',
    });
    const owners = ['xu-fang', 'huang-tao', 'wu-qiang'] as const;
    const plans = Array.from({ length: random.between(1, 2) }, (_none, index) => ({
      number: `${number}-A${index + 1}`,
      owner: random.oneOf(owners),
      due: workingDaysOn(last, random.between(5, 15)),
    }));
    for (const { owner, due } of plans) {
      const planned = { kind: 'corrective', action: '更新交接单模板', owner, dueDay: due, more: 'done' };
      yield act(0, head, 'addAction', planned);
      last = due > last ? due : last;
    }
    const review = kind === 'major' ? workingDaysOn(last, 20) : null;
    yield act(0, head, 'saveEffect', {
      criterion: '连续四周抽查无缺失',
      ...(review !== null && { reviewDay: review }),
    });
    let at = (yield act(0, head, 'submitCapa')).at;
    confirmed(at);
    lapsed(at);
    enter(finding, 'submitted', at, within(at, DAYS.approve));
    if (random.chance(0.2)) {
      const back = (yield act(random.between(0, 3), APPROVER, 'returnCapa', { reason: '根本原因没有说清' })).at;
      enter(finding, 'returned', back, within(back, DAYS.resubmit));
      at = (yield act(random.between(1, 3), head, 'submitCapa')).at;
      enter(finding, 'submitted', at, within(at, DAYS.approve));
    }
    let approved = (yield act(random.between(0, 3), APPROVER, 'approveCapa')).at;
    if (kind === 'major') {
      enter(finding, 'mrReview', approved, within(approved, DAYS.mrReview));
      approved = (yield act(random.between(0, 3), 'zhou-min', 'approveMajor')).at;
    }
    enter(finding, 'acting', approved, last);
    const actions = plans.map((plan) => raised(plan, approved));
    let done = approved;
    for (const [index, plan] of plans.entries()) {
      const days = random.between(index === 0 ? 3 : 0, index === 0 ? 18 : 4);
      done = (yield { ...act(days, plan.owner, 'action.complete', { evidence: 'OM-114 已发布' }), number: plan.number })
        .at;
      const action = actions[index];
      if (action) {
        enter(action, 'done', done, null);
        action.closedAt = done;
      }
    }
    enter(finding, 'verifying', done, within(done, DAYS.verify));
    const verified = (yield act(random.between(0, 7), VERIFIER, 'verify', { verification: '查看了新模板' })).at;
    if (review === null) return close(verified);
    const soonest = within(verified, DAYS.effectiveness);
    enter(finding, 'verified', verified, soonest > review ? soonest : review);
    close((yield act(random.between(3, 20), VERIFIER, 'confirmEffect', { effect: '四周抽查均无缺失' })).at);
  }

  /** The department says that it takes the finding on, soon or late; or with its answer, of which what is given is told. */
  function* takenOn(from: Date): Generator<Step, (at: Date) => void, Done> {
    const confirmed = owe(finding, 'confirm', from, within(from, DAYS.confirm));
    if (random.chance(0.4)) return confirmed;
    confirmed((yield act(random.between(0, 3), head, 'confirm')).at);
    return () => undefined;
  }

  /** A colleague is asked for an opinion, and gives it. */
  function* advised(): Generator<Step, void, Done> {
    const { at } = yield act(0, head, 'askOpinion', { of: 'wu-qiang', question: '模板改成必填可行吗？' });
    const given = owe(finding, 'opinion', at, within(at, DAYS.opinion));
    given((yield act(random.between(1, 5), 'wu-qiang', 'giveOpinion', { opinion: '可行，下周就能改' })).at);
  }

  /** A later deadline, asked for and, mostly, granted. */
  function* extended(from: Date): Generator<Step, void, Done> {
    const until = workingDaysOn(dayAt(from), DAYS.capa + random.between(3, 7));
    const asked = (yield act(random.between(1, 4), head, 'askExtension', { day: until, reason: '等供方的检测报告' }))
      .at;
    const answered = owe(finding, 'extension', asked, within(asked, DAYS.extension));
    // Nobody answers, and the request lapses when the report is handed in.
    if (random.chance(0.2)) {
      lapsed = answered;
      return;
    }
    const { at } = yield act(random.between(1, 4), APPROVER, 'grantExtension');
    answered(at);
    finding.stays.at(-1)?.extended.push({ at, day: until });
    const still = random.between(0, 6);
    if (still > 0) yield act(still, head, 'comment', { comment: '检测报告还没有到' });
  }

  function raised(plan: { readonly number: string; readonly due: string }, at: Date): Chronicle {
    const action: Chronicle = {
      type: 'action',
      number: plan.number,
      createdAt: at,
      departmentId: department,
      cause: null,
      closedAt: null,
      stays: [],
      duties: [],
    };
    enter(action, 'open', at, plan.due);
    begun(action);
    return action;
  }

  function close(at: Date): void {
    enter(finding, 'closed', at, null);
    finding.closedAt = at;
  }
}

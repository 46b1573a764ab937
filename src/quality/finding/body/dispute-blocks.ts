import { dayOf } from '../../../calendar/day.ts';
import type { Block } from '../../../chat/card.ts';
import { bold, words } from '../../../chat/text.ts';
import { translate } from '../../../i18n/translate.ts';
import { nameOf } from '../../../org/organisation.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { type LocalizedMessage, type Speech, say } from '../../../records/say.ts';
import { runningClock } from '../../../records/shape/clocks.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import { isUnconfirmed } from '../contest.ts';
import type { Contest } from '../dispute-data.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { amendmentBlocks } from './amendment-blocks.ts';
import { speechOf } from './remark.ts';

/** The most transfers and objections a card shows (the latest). */
const SHOWN = 2;

/** Transfers of the finding, in small print. */
function transferBlocks(record: RecordOf<FindingData>, view: View): Block[] {
  const shown = record.data.transfers.slice(-SHOWN);
  if (shown.length === 0) return [];
  const speech = speechOf(record, view);
  const departmentName = (id: string) => {
    const department = view.org.department(id);
    return department ? nameOf(department.name, view.locale) : id;
  };
  const lines = shown.map(({ kind, at, from = '', to, reason }) => {
    const parties =
      kind === 'department'
        ? { from: departmentName(from), to: departmentName(to) }
        : { from: { person: from }, to: { person: to } };
    return say({ key: findingWords.transfer[kind], params: { at: { instant: at }, ...parties, reason } }, speech);
  });
  return [{ kind: 'note', text: words(lines.join('\n')) }];
}

/** Whether the department has confirmed, both sides of any objection, and later amendments and transfers. */
export function disputeBlocks(record: RecordOf<FindingData>, view: View): Block[] {
  const speech = speechOf(record, view);
  return [
    ...confirmationBlocks(record, view, speech),
    ...record.data.contests.slice(-SHOWN).flatMap((contest) => contestBlocks(contest, record, speech)),
    ...amendmentBlocks(record, view),
    ...transferBlocks(record, view),
  ];
}

function confirmationBlocks(record: RecordOf<FindingData>, { now }: View, speech: Speech): Block[] {
  const until = runningClock(record.clocks, 'confirm')?.until;
  if (!record.open || !isUnconfirmed(record.data) || !until) return [];
  const key = now > until ? findingWords.confirm.late : findingWords.confirm.awaited;
  return [{ kind: 'text', text: [bold(say({ key, params: { day: { day: dayOf(until, speech.zone) } } }, speech))] }];
}

function contestBlocks(contest: Contest, { open }: RecordOf<FindingData>, speech: Speech): Block[] {
  const about = { messages: contest.about.map((what) => findingWords.contest[`about.${what}`]) };
  const raised: LocalizedMessage = {
    key: findingWords.contest.line,
    params: { person: { person: contest.by }, at: { instant: contest.at }, about, reason: contest.reason },
  };
  const lines = [say(raised, speech), ...decisionLines(contest, open, speech)];
  return [{ kind: 'text', text: words(lines.join('\n')) }];
}

function decisionLines(contest: Contest, isOpen: boolean, speech: Speech): string[] {
  const { outcome, decidedBy, decidedAt, remark = '', newDay } = contest;
  if (outcome === undefined) return isOpen ? [translate(speech.locale, findingWords.contest.open)] : [];
  if (decidedBy === undefined || decidedAt === undefined) {
    return [translate(speech.locale, findingWords.contest[`outcome.${outcome}`])];
  }
  const params = {
    person: { person: decidedBy },
    at: { instant: decidedAt },
    outcome: { message: findingWords.contest[`outcome.${outcome}`] },
    remark,
  };
  return [
    say({ key: findingWords.contest.decided, params }, speech),
    ...(newDay === undefined
      ? []
      : [say({ key: findingWords.contest.newDay, params: { day: { day: newDay } } }, speech)]),
  ];
}

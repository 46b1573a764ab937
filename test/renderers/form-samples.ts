import { locales } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { action } from '../../src/quality/action/action.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { moveForm, newForm, withAnswers } from '../../src/records/card/draw-form.ts';
import type { View } from '../../src/records/declaration/record-context.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn, type StateName } from '../quality/finding/finding-in.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';
import type { Sample, Shown } from './sample.ts';
import { seated, viewOn } from './seats.ts';

const org = seated();

/** A desk of its own for every record, so that each is the first of its year. */
const desk = () => openPureEngine(org);

/** Every move of a finding that asks something, in a state in which it is made, and by whom. */
const asked: readonly (readonly [move: string, state: StateName, by: string])[] = [
  ['issue', 'reported', 'chen-jing'],
  ['reject', 'reported', 'chen-jing'],
  ['askBack', 'reported', 'chen-jing'],
  ['replyBack', 'askedBack', 'emily'],
  ['merge', 'reported', 'chen-jing'],
  ['contest', 'issued', 'liu-yang'],
  ['decideContest', 'contested', 'chen-jing'],
  ['amend', 'issued', 'chen-jing'],
  ['assign', 'issued', 'wang-lei'],
  ['transfer', 'issued', 'liu-yang'],
  ['saveCorrection', 'issued', 'liu-yang'],
  ['saveCause', 'issued', 'liu-yang'],
  ['addAction', 'issued', 'liu-yang'],
  ['removeAction', 'issued', 'liu-yang'],
  ['saveEffect', 'issued', 'liu-yang'],
  ['setReviewDay', 'submitted', 'chen-jing'],
  ['returnCapa', 'submitted', 'chen-jing'],
  ['returnMajor', 'mrReview', 'zhou-min'],
  ['verify', 'verifying', 'chen-jing'],
  ['sendBack', 'verifying', 'chen-jing'],
  ['confirmEffect', 'verified', 'chen-jing'],
  ['denyEffect', 'verified', 'chen-jing'],
  ['answer', 'toAnswer', 'liu-yang'],
  ['returnAnswer', 'answered', 'chen-jing'],
  ['finishAnswer', 'agreed', 'liu-yang'],
  ['withdraw', 'issued', 'chen-jing'],
  ['admit', 'issued', 'chen-jing'],
];

const planned = {
  finding: 'FD-2026-0001',
  departmentId: 'omd',
  kind: 'corrective',
  what: '更新交接单模板，并评审作业指导书',
  ownerId: 'liu-yang',
  dueDay: '2026-12-04',
};

/** A form in both languages; `shownIn` is the organisation. */
export function samplesOf(
  name: string,
  by: string,
  shown: (view: View) => Shown,
  shownIn: Organisation = org,
): Sample[] {
  return locales.map((locale) => ({
    name: `form.${name}.${locale}`,
    as: 'form',
    locale,
    on: (platform) => shown(viewOn(platform, { org: shownIn, locale, viewer: by })),
  }));
}

/** The form of a move. */
export function moveSamples<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  move: string,
  by: string,
  shownIn: Organisation = org,
): Sample[] {
  const shown = (view: View): Shown => {
    const form = moveForm(type, record, move, view);
    if (!form) throw new Error(`${move} asks nothing`);
    return { kind: 'form', form };
  };
  return samplesOf(`${type.type}.${move}`, by, shown, shownIn);
}

/** Every form there is, and one with errors. */
export const formSamples: readonly Sample[] = [
  ...samplesOf('finding.new', 'emily', (view) => ({ kind: 'form', form: newForm(finding, view) })),
  ...asked.flatMap(([move, state, by]) => moveSamples(finding, findingIn(desk(), state), move, by)),
  ...['complete', 'noteProgress', 'transfer'].flatMap((move) =>
    moveSamples(action, desk().create(action, 'system', planned, 'FD-2026-0001-A1'), move, 'liu-yang'),
  ),
  ...samplesOf('errors', 'liu-yang', (view) => {
    const form = moveForm(finding, findingIn(desk(), 'issued'), 'addAction', view);
    if (!form) throw new Error('addAction asks nothing');
    const typed = { ...answers.addAction, dueDay: '2026-11-02' };
    const errors = {
      dueDay: translate(view.locale, 'form.pastDay'),
      owner: translate(view.locale, 'form.chooseOne'),
    };
    return { kind: 'form', form: withAnswers(form, typed), errors };
  }),
];

import { z } from 'zod';
import type { Ask } from '../../records/declaration/ask.ts';
import {
  choiceField,
  longTextField,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../records/declaration/fields.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { orNothing, writtenTime } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreAnswer, scores } from '../satisfaction/score.ts';
import type { CallBackData } from './call-back-data.ts';
import { callBackWords } from './words.ts';

type Form<Input> = Ask<CallBackData, Input>;

const answered = z.object({
  score: scoreAnswer,
  speed: orNothing(scoreAnswer),
  attitude: orNothing(scoreAnswer),
  result: orNothing(scoreAnswer),
  comment: orNothing(freeText(2000)),
  complaint: z.enum(['yes', 'no']).default('no'),
});
export type Answered = z.output<typeof answered>;

/** The customer's answer. A satisfied customer needs only the score, which has a button. */
export const answerForm: Form<Answered> = {
  schema: answered,
  fields: (record, { locale }) => {
    const options = optionsFrom(locale, scores.map(String), 'satisfaction.score');
    const known = record?.data.answer;
    const scored = (name: 'score' | 'speed' | 'attitude' | 'result', required = false) =>
      choiceField(locale, { name, label: callBackWords.field[name], required }, options, known?.[name]?.toString());
    return [
      scored('score', true),
      scored('speed'),
      scored('attitude'),
      scored('result'),
      longTextField(
        locale,
        { name: 'comment', label: callBackWords.field.comment, hint: callBackWords.field['comment.hint'], max: 2000 },
        known?.comment,
      ),
      // Not offered again once a complaint is open.
      ...(record?.data.complaint
        ? []
        : [
            choiceField(
              locale,
              { name: 'complaint', label: callBackWords.field.complaint, required: true },
              optionsFrom(locale, ['no', 'yes'], 'callBack.complaint'),
              'no',
            ),
          ]),
    ];
  },
};

/** When the customer wants to be called again: in this many minutes, or at a given time. */
export const laterChoices = ['30', '60', '120', 'time'] as const;
const later = z
  .object({
    when: z.enum(laterChoices).default('time'),
    time: orNothing(writtenTime),
  })
  .refine(({ when, time }) => when !== 'time' || time !== undefined, {
    path: ['time'],
    error: callBackWords.form.sayWhen,
  });
export type Later = z.output<typeof later>;

export const laterForm: Form<Later> = {
  schema: later,
  fields: (_record, { locale }) => [
    choiceField(
      locale,
      { name: 'when', label: callBackWords.field.when, required: true },
      optionsFrom(locale, laterChoices, 'callBack.later'),
      '60',
    ),
    textField(locale, {
      name: 'time',
      label: callBackWords.field.time,
      hint: callBackWords.field['time.hint'],
      max: 40,
    }),
  ],
};

const passed = z.object({ to: z.string().min(1).max(60) });
export const passForm: Form<z.output<typeof passed>> = {
  schema: passed,
  fields: (_record, view) => [colleagueField(view)],
};

/** Which service desk colleague. */
export const colleagueField = ({ locale, org, viewer }: View, required = true) =>
  personField(
    locale,
    { name: 'to', label: callBackWords.field.to, required },
    peopleOptions(
      org.peopleWith('sd').filter(({ id }) => id !== viewer),
      org,
      locale,
    ),
  );

export const exemptForm = reasonForm(callBackWords.field.reason);

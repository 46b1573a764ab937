import { fileRefSchema } from '../../chat/file-ref.ts';
import type { Answers, Field, Form } from '../../chat/form.ts';
import { type Text, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { moveKey, moveOf } from '../declaration/all-moves.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { label } from '../say.ts';
import type { RecordOf } from '../shape/record.ts';
import { cardTitle } from './draw-card.ts';

/** The form of a move; null if the move has no questions. Above the questions: the record's heading, then `lead`. */
export function moveForm<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  move: string,
  view: View,
  lead?: string,
): Form | null {
  const ask = moveOf(type, move)?.ask;
  if (!ask) return null;
  const { locale } = view;
  const action = label(moveKey(type.type, 'move', move), locale);
  return {
    id: `${type.type}.${move}`,
    title: action,
    submit: translate(locale, 'common.submit'),
    cancel: translate(locale, 'common.cancel'),
    ...introOf(cardTitle(type, record), lead, ask.intro?.(record, view)),
    fields: ask.fields(record, view),
    context: { number: record.number, round: record.round },
  };
}

/** The form for a new record. */
export function newForm<Data>(type: RecordType<Data>, view: View): Form {
  const { locale } = view;
  const { ask } = type.creation;
  return {
    id: `${type.type}.new`,
    title: label(`${type.type}.new.title`, locale),
    submit: translate(locale, 'common.submit'),
    cancel: translate(locale, 'common.cancel'),
    ...introOf(ask.intro?.(null, view)),
    fields: ask.fields(null, view),
    context: {},
  };
}

/** The form with given answers in place of its initial ones. */
export function withAnswers(form: Form, answers: Answers): Form {
  return { ...form, fields: form.fields.map((field) => withAnswer(field, answers[field.name])) };
}

function withAnswer(field: Field, answer: unknown): Field {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'date': {
      const { initial: _before, ...rest } = field;
      return typeof answer === 'string' ? { ...rest, initial: answer } : rest;
    }
    case 'number': {
      const { initial: _before, ...rest } = field;
      return typeof answer === 'number' ? { ...rest, initial: answer } : rest;
    }
    case 'choice':
    case 'person': {
      const { initial: _before, ...rest } = field;
      const chosen = (Array.isArray(answer) ? answer : [answer]).filter((value) => typeof value === 'string');
      return chosen.length > 0 ? { ...rest, initial: chosen } : rest;
    }
    case 'file': {
      const { initial: _before, ...rest } = field;
      const given = (Array.isArray(answer) ? answer : []).flatMap((one) => fileRefSchema.safeParse(one).data ?? []);
      return given.length > 0 ? { ...rest, initial: given } : rest;
    }
    default:
      return field satisfies never;
  }
}

function introOf(...lines: readonly (string | undefined)[]): { intro?: Text } {
  const said = lines.filter((line) => line !== undefined).join('\n');
  return said === '' ? {} : { intro: words(said) };
}

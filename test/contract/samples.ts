import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { bold, plain, words } from '../../src/chat/text.ts';

/** The label of the sample card's button. */
export const APPROVE = '审批通过';

/** A card with some of everything; `said` stands wherever people's words may. */
export const cardSaying = (said: string, title = 'FD-2026-0001'): Card => ({
  title,
  tone: 'action',
  summary: `${title} ${said}`,
  blocks: [
    { kind: 'text', text: [bold('请审批 '), plain(said)] },
    { kind: 'facts', facts: [{ label: '处理人', value: words(said) }] },
    { kind: 'quote', text: words(said) },
    { kind: 'lines', lines: [{ text: words(said) }] },
    { kind: 'note', text: words(said) },
    {
      kind: 'buttons',
      buttons: [
        { action: 'finding.approveCapa', label: APPROVE, value: { number: title, round: 1 }, style: 'primary' },
      ],
    },
  ],
});

export const card = cardSaying('三件备件没有登记');

const options = [
  { value: 'first', label: '第一' },
  { value: 'second', label: '第二' },
];

/** A form with every kind of field; only the first must be filled in. */
export const form: Form = {
  id: 'finding.new',
  title: '报告发现项',
  submit: '提交',
  cancel: '取消',
  context: { number: 'FD-2026-0001', round: 1 },
  fields: [
    { kind: 'text', name: 'where', label: '在哪里', required: true },
    { kind: 'longText', name: 'what', label: '看到了什么', required: false },
    { kind: 'choice', name: 'kind', label: '定性', required: false, options },
    { kind: 'choice', name: 'sources', label: '来源', required: false, many: true, options },
    { kind: 'person', name: 'handler', label: '承办人', required: false, options },
    { kind: 'person', name: 'coWriters', label: '协办人', required: false, many: true, options },
    { kind: 'date', name: 'dueDay', label: '完成日期', required: false },
    { kind: 'number', name: 'cost', label: '费用', required: false },
  ],
};

/** The form that follows it. */
export const nextForm: Form = { ...form, id: 'finding.saveCause', title: '原因分析' };

/** The form as a handler gives it back: with what was answered, and errors at two fields. */
export const errorsOf = (answers: { readonly where: string; readonly what: string }) =>
  ({
    kind: 'errors',
    form: {
      ...form,
      fields: form.fields.map((field) => {
        if (field.kind === 'text') return { ...field, initial: answers.where };
        return field.kind === 'longText' ? { ...field, initial: answers.what } : field;
      }),
    },
    errors: { where: '这一项要写到房间。', dueDay: '日期不能早于今天。' },
  }) as const;

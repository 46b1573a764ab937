import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { bold, plain, words } from '../../../src/chat/text.ts';

export const card: Card = {
  title: 'FD-2026-0001 备件未登记',
  tone: 'action',
  summary: 'FD-2026-0001 待处理',
  blocks: [
    { kind: 'facts', facts: [{ label: '负责人', value: [{ kind: 'person', name: '李娜', userId: 'U0LI' }] }] },
    { kind: 'quote', text: words('现场发现三件备件没有登记。') },
    { kind: 'text', text: [plain('截止 '), bold('2026-11-30')] },
    {
      kind: 'buttons',
      buttons: [
        { action: 'finding.approve', label: '批准', style: 'primary', value: { number: 'FD-2026-0001', round: 1 } },
      ],
    },
  ],
};

export const form: Form = {
  id: 'finding.report',
  title: '报告不符合',
  submit: '提交',
  cancel: '取消',
  context: { draft: 'D1' },
  fields: [
    { kind: 'longText', name: 'seen', label: '发现了什么', required: true },
    { kind: 'date', name: 'day', label: '日期', required: false },
    {
      kind: 'choice',
      name: 'kind',
      label: '类型',
      required: true,
      options: [
        { value: 'major', label: '严重不符合' },
        { value: 'minor', label: '一般不符合' },
      ],
    },
    {
      kind: 'person',
      name: 'owners',
      label: '责任人',
      required: false,
      many: true,
      options: [
        { value: 'p1', label: '李娜' },
        { value: 'p2', label: '王伟' },
      ],
    },
    { kind: 'number', name: 'cost', label: '费用', required: false, min: 0 },
    { kind: 'text', name: 'where', label: '地点', required: false },
  ],
};

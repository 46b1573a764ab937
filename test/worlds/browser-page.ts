import type { Card, Tone } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type OpenConsoleAdapter, openConsoleAdapter } from './console.ts';

/** The other side of the port, small enough to read: one form, one card, an approval that only one person may give. */
export interface BrowserPage extends OpenConsoleAdapter {
  readonly url: string;
  /** Everything the page sent, in order. */
  readonly received: readonly Interaction[];
}

/** Opens a console that listens, with a handler that tells a short story. */
export async function openBrowserPage(): Promise<BrowserPage> {
  const received: Interaction[] = [];
  const approved = { by: '' };
  const opened = await openConsoleAdapter(async (interaction) => {
    received.push(interaction);
    if (interaction.kind === 'command') return answerCommand(interaction.text);
    if (interaction.kind === 'submit') return answerForm(interaction.answers, interaction.id);
    return interaction.kind === 'press' ? answerPress(interaction) : { kind: 'nothing' };
  });
  const { adapter } = opened;

  function answerCommand(text: string): Reply {
    if (text === 'new') return { kind: 'form', form: reportForm('zh-CN') };
    if (text === 'list') return { kind: 'card', card: listCard };
    return { kind: 'toast', tone: 'warning', text: words('没有这个命令。输入 /qm help 查看可用的命令。') };
  }

  async function answerForm(answers: Readonly<Record<string, unknown>>, id: string): Promise<Reply> {
    const errors: Record<string, string> = {};
    if (answers.seen === undefined) errors.seen = '请写明看到了什么。';
    if (answers.hours !== undefined && typeof answers.hours !== 'number') errors.hours = '请填写数字，例如 1.5。';
    if (Object.keys(errors).length > 0) {
      return { kind: 'errors', form: reportForm('zh-CN', answers), errors, general: '还有内容需要补充。' };
    }
    await adapter.post({ kind: 'channel', channel: 'quality' }, approvalCard(String(answers.seen), ''), id, 'zh-CN');
    return {
      kind: 'toast',
      tone: 'good',
      text: [plain('已登记 '), bold('FD-2026-0042'), plain('，质量效能部会尽快分诊。')],
    };
  }

  async function answerPress(press: Interaction & { kind: 'press' }): Promise<Reply> {
    if (press.userId !== 'li-na')
      return { kind: 'toast', tone: 'error', text: words('只有质量效能部经理可以审批这份报告。') };
    approved.by ||= '李娜';
    const card = approvalCard(String(press.value.seen), approved.by);
    if (press.place !== undefined) await adapter.refresh(press.place, card, 'zh-CN');
    return { kind: 'toast', tone: 'good', text: words('已批准。'), refresh: card };
  }

  const url = await opened.http.listen({ host: '127.0.0.1', port: 0 });
  return { ...opened, url, received };
}

/** A card that waits for approval or, with a name, has it. */
export function approvalCard(seen: string, by: string): Card {
  return {
    title: 'FD-2026-0042 备件出库未登记',
    tone: by === '' ? 'action' : 'good',
    summary: by === '' ? 'FD-2026-0042 待审批' : `FD-2026-0042 已由${by}批准`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: '状态', value: words(by === '' ? '待审批' : `已由${by}批准`) },
          { label: '责任部门', value: words('运维管理部') },
          { label: '类型', value: words('一般不符合') },
          { label: '整改期限', value: [plain('2026-11-30 '), bold('还有 5 个工作日')] },
        ],
      },
      { kind: 'quote', text: words(seen) },
      { kind: 'note', text: words('自 11 月 23 日起 5 个工作日：24、25、26、27、30 日') },
      ...(by === ''
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                { action: 'finding.approve', label: '批准', value: { seen }, style: 'primary' as const },
                {
                  action: 'finding.return',
                  label: '退回',
                  value: { seen },
                  style: 'danger' as const,
                  confirm: { title: '退回这份报告？', text: '责任部门需要修改后重新提交。', yes: '退回', no: '取消' },
                },
                { action: 'finding.open', label: '打开', value: { seen } },
              ],
            },
          ]
        : []),
    ],
  };
}

const listCard: Card = {
  title: '发现项列表',
  tone: 'neutral',
  summary: '3 项',
  blocks: [
    {
      kind: 'lines',
      lines: ['FD-2026-0042 备件出库未登记 · 待审批', 'FD-2026-0039 回访记录缺失 · 整改中'].map((line) => ({
        text: words(line),
        button: { action: 'finding.open', label: '打开', value: { record: line.slice(0, 12) } },
      })),
    },
    { kind: 'note', text: words('共 2 项，按期限排列') },
  ],
};

/** A form with every kind of field; `answers` are kept. */
export function reportForm(locale: Locale, answers: Readonly<Record<string, unknown>> = {}): Form {
  const zh = locale === 'zh-CN';
  const kept = (name: string) => (typeof answers[name] === 'string' ? { initial: answers[name] } : {});
  const ticked = (name: string) => (Array.isArray(answers[name]) ? { initial: answers[name].map(String) } : {});
  const fields: Field[] = [
    {
      kind: 'longText',
      name: 'seen',
      label: zh ? '看到了什么' : 'What was seen',
      required: true,
      hint: zh ? '时间、地点、事实；不写推测。' : 'When, where and what; no guesses.',
      ...kept('seen'),
    },
    { kind: 'text', name: 'where', label: zh ? '地点' : 'Where', required: false, ...kept('where') },
    {
      kind: 'choice',
      name: 'nature',
      label: zh ? '建议类型' : 'Suggested kind',
      required: true,
      initial: ['minor'],
      options: [
        { value: 'major', label: zh ? '严重不符合' : 'Major nonconformity' },
        { value: 'minor', label: zh ? '一般不符合' : 'Minor nonconformity' },
        { value: 'ofi', label: zh ? '改进机会' : 'Opportunity for improvement' },
      ],
    },
    {
      kind: 'choice',
      name: 'elements',
      label: zh ? '能力要素' : 'Capability elements',
      required: false,
      many: true,
      ...ticked('elements'),
      options: [
        { value: 'people', label: zh ? '人员' : 'People', group: zh ? '能力' : 'Capability' },
        { value: 'resources', label: zh ? '资源' : 'Resources', group: zh ? '能力' : 'Capability' },
        { value: 'delivery', label: zh ? '交付' : 'Delivery', group: zh ? '过程' : 'Process' },
      ],
    },
    {
      kind: 'person',
      name: 'handler',
      label: zh ? '处理人' : 'Handler',
      required: false,
      options: [
        { value: 'zhang-wei', label: zh ? '张伟（运维管理部）' : 'Zhang Wei (Operations)' },
        { value: 'tom', label: zh ? '汤姆（检修员）' : 'Tom Becker (field engineer)' },
      ],
    },
    { kind: 'date', name: 'day', label: zh ? '发现日期' : 'Day', required: false, ...kept('day') },
    {
      kind: 'number',
      name: 'hours',
      label: zh ? '影响时长（小时）' : 'Hours affected',
      required: false,
      ...(typeof answers.hours === 'number' ? { initial: answers.hours } : {}),
    },
  ];
  return {
    id: 'finding.new',
    title: zh ? '报告不符合' : 'Report a finding',
    submit: zh ? '提交' : 'Submit',
    cancel: zh ? '取消' : 'Cancel',
    intro: words(zh ? '先写事实，其余内容可在分诊时补充。' : 'State the facts first; the rest can be added at triage.'),
    fields,
    context: { source: 'console' },
  };
}

/** A card of each tone with every kind of block. */
export function toneCard(tone: Tone): Card {
  const base = approvalCard('11 月 20 日 14:10，三号机房。抽查 5 件出库备件，其中 2 件没有出库登记。', '');
  return {
    ...base,
    tone,
    blocks: [
      {
        kind: 'text',
        text: [
          plain('请 '),
          { kind: 'person', name: '张伟', userId: 'zhang-wei' },
          plain(' 在期限前提交纠正与预防措施报告，依据见'),
          { kind: 'link', text: '备件管理程序', url: 'http://127.0.0.1/doc' },
          plain('。'),
        ],
      },
      ...base.blocks.slice(0, 3),
      { kind: 'divider' },
      { kind: 'heading', text: '措施' },
      {
        kind: 'lines',
        lines: [
          {
            text: words('补录 11 月全部出库记录 · 汤姆 · 11 月 27 日'),
            button: { action: 'action.done', label: '完成', value: { record: 'A' } },
          },
          { text: words('出库单增加必填的登记编号 · 张伟 · 12 月 4 日') },
        ],
      },
      ...base.blocks.slice(3),
    ],
  };
}

/** What findings say while they are reported, asked about and sorted. */
export const findingTriage = {
  'finding.field.element': '能力要素',
  'finding.field.project': '项目',
  'finding.field.visibility': '谁可以看',
  'finding.visibility.open': '按常规公开',
  'finding.visibility.restricted': '仅限相关人员（涉及个人或信息安全）',
  'finding.field.admitted': '还让谁看',
  'finding.move.admit': '添加可见人员',
  'finding.done.admit': '添加了可见人员',
  'finding.news.admitted': '您已可以查看受限的发现项 {number}，内容请勿外传。',
  'finding.refusal.notRestricted': '这条发现项是公开的，大家都可以看。',
  'finding.field.question': '想请报告人说明什么',
  'finding.field.question.hint': '一次问清楚，报告人会在消息里直接答复',
  'finding.field.reply': '您的说明',
  'finding.question.intro': '质量效能部想请您说明：{question}',
  'finding.question': '询问',
  'finding.reply': '答复',
  'finding.note.asked': '已询问报告人，分派期限照常计算。',
  'finding.field.mergedInto': '已合并到',
  'finding.field.mergedFrom': '合并进来的发现项',
  'finding.field.mergeInto': '合并到',
  'finding.field.mergeInto.hint': '填写另一发现项的编号，例如 FD-2026-0001',

  'finding.kind.observation': '观察项',
  'finding.kind.ofi': '改进机会',

  'finding.role.reporter': '报告人',

  'finding.state.askedBack': '待报告人说明',
  'finding.state.merged': '已合并',

  'finding.move.askBack': '询问报告人',
  'finding.move.replyBack': '说明',
  'finding.move.merge': '合并',
  'finding.move.takeIn': '并入',
  'finding.move.letGo': '移出',
  'finding.done.askBack': '向报告人询问',
  'finding.done.replyBack': '作了说明',
  'finding.done.merge': '合并到另一发现项',
  'finding.done.takeIn': '并入了另一发现项',
  'finding.done.letGo': '移出了并入的发现项',

  'finding.lead.askedBack': '您报告的发现项有一处想请您说明，请尽快答复。',

  'finding.news.replied': '报告人已就 {number} 作了说明，请继续分派。',
  'finding.news.merged': '您报告的 {number} 与 {into} 是同一件事，已合并，后续请看 {into}。',

  'finding.news.tookIn': '{other} 与 {number} 是同一件事，已并入，证据和报告人一并转来。',

  'finding.refusal.mergeRestricted': '受限的发现项不能并入公开的 {number}，否则内容会被其他人看到。',
  'finding.refusal.nobodyToAsk': '这条发现项没有可以询问的报告人，请直接判断。',
  'finding.refusal.tooManyQuestions': '已经问过很多次了，请直接联系报告人后判断。',
  'finding.refusal.mergeTarget': '不能合并到 {number}：请填写另一条尚未结束的发现项的编号。',
} as const;

/** 客户打开的网页，不论是哪一种。 */
export const pages = {
  'customer.name': '客户',
  'page.sender': '服务质量',
  'page.unknown.title': '没有找到这个页面',
  'page.unknown.text': '链接可能没有复制完整。请重新打开收到的链接，或联系为您服务的工程师。',
  'page.expired.title': '链接已过期',
  'page.expired.text':
    '为保护您的信息，链接只在一段时间内有效。如仍需填写，请联系为您服务的工程师或服务台，索取新的链接。',
  'page.withdrawn.title': '链接已停用',
  'page.withdrawn.text': '这个链接已由我们停用，无需再填写。如有疑问，请联系为您服务的工程师或服务台。',
  'page.busy.title': '请稍候',
  'page.busy.text': '短时间内打开的次数太多。请一分钟后再试，已填写的内容会保留。',
  'page.tooLarge.title': '内容太大',
  'page.tooLarge.text': '提交的内容超出了限制，没有保存。请返回，清除签名后重新签写，再提交一次。',
  'page.notTaken.title': '没有收到',
  'page.notTaken.text': '提交的内容无法识别，没有保存。请重新打开链接再试。',
  'page.broken.title': '暂时无法打开',
  'page.broken.text': '问题在我们这边。请过几分钟再试；已填写的内容会保留在这部手机上。',
  'page.kept': '当前没有网络。填写的内容已保存在这部手机上，联网后会自动提交，请不要关闭此页。',
  'page.sending': '正在提交…',
  'page.failed': '没有提交成功，请稍后再试。填写的内容还在。',
  'page.restored': '已恢复上次填写的内容。',
} as const;

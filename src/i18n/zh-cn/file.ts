/** Files as evidence. */
export const file = {
  'file.unnamed': '未命名文件',
  'record.move.addFiles': '添加文件',
  'record.move.fileStored': '保存文件',
  'record.move.fileRefused': '不收文件',
  'record.done.addFiles': '添加了文件',
  'record.done.fileStored': '保存了文件',
  'record.done.fileRefused': '没有收下文件',
  'file.field.files': '照片或文件',
  'file.fetching': '正在取回文件，稍后可以打开',
  'file.because.empty': '没有保存：文件是空的',
  'file.because.tooLarge': '没有保存：超过 {megabytes} MB',
  'file.because.type': '没有保存：这种文件不能作为证据',
  'file.because.gone': '没有保存：文件已被删除，或机器人无权读取',
  'file.because.undelivered': '没有保存：平台一直没有给出文件',
  'file.refused.empty': '{number}：文件“{name}”是空的，没有保存。请检查后重新上传。',
  'file.refused.tooLarge':
    '{number}：文件“{name}”超过 {megabytes} MB，没有保存。请压缩或拆成几个文件，再用“添加文件”上传。',
  'file.refused.type':
    '{number}：文件“{name}”不是可以保存的类型。请换成照片、PDF、办公文档、文本、压缩包或邮件，再用“添加文件”上传。',
  'file.refused.gone': '{number}：文件“{name}”取不到，可能已被删除。请用“添加文件”重新上传。',
  'file.refused.undelivered': '{number}：文件“{name}”一直没能从聊天平台取回。请用“添加文件”重新上传。',
  'file.refusal.settled': '这个文件已经处理过了。',
  'file.refusal.notThere': '这个文件还没有保存好，请稍后再试。',
  'file.refusal.noAddress': '系统没有配置对外地址，暂时不能打开文件。请联系管理员设置 PUBLIC_URL。',
  'file.link.title': '{number} 的文件',
  'file.link.note': '链接只供您本人使用，10 分钟内有效。SHA-256：{hash}',
} as const;

/** The keys with which other tools sign what they deliver. */
export const intake = {
  'intake.badSource': '来源名只能用小写字母、数字和连字符，最多 40 个字符，如 itsm。',
  'intake.keyAdded': '来源 {source} 的新密钥 {id}。密钥只显示这一次，请现在填入对方系统：',
  'intake.keyEnded': '来源 {source} 的密钥 {id} 将于 {at} 停用。',
  'intake.keyNotFound': '来源 {source} 没有在用的密钥 {id}。用 qmbot intake keys {source} 查看。',
  'intake.noKeys': '来源 {source} 还没有密钥。用 qmbot intake add-key {source} 新建。',
  'intake.key': '{id}  {created} 起在用',
  'intake.keyUntil': '{id}  {created} 起，{until} 止',
  'intake.badHours': '--after 是小时数，0 到 720。',
};

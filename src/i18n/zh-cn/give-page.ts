/** 交给客户的链接。 */
export const givePage = {
  'givePage.title': '{number} · 交给客户',
  'givePage.qr': '显示二维码，请客户扫一扫',
  'givePage.open': '在这部设备上打开',
  'givePage.paste': '或复制下面的文字，发到微信',
  'givePage.ready': '{name} 您好，{what}：{url}',
  'givePage.what.serviceReport': '请核对本次现场服务报告并签字',
  'givePage.what.serviceReportHere': '请核对本次现场服务报告并签字',
  'givePage.what.rating': '请为本次服务评价，只需一分钟',
  'givePage.what.survey': '请填写客户满意度调查表',
  'givePage.note': '链接 {day} 前有效，只能看到这一份内容；可随时撤回。',
  'givePage.noAddress':
    '服务器没有对外地址（PUBLIC_URL），客户打不开链接。请改用纸质：请客户签字或盖章后拍照，由服务台录入；或电话询问后由服务台登记。',
} as const;

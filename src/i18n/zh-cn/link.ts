/** 在聊天平台上找到名单里的人。 */
export const link = {
  'link.noPlatform': '还没有配置 Slack 或飞书，没有地方可找。',
  'link.workspace': '{platform} {workspace}：已接入 {linked} 人，找到 {found} 人，未找到 {none} 人',
  'link.found': '  + {id} {name} → {user}（按{by}）',
  'link.none': '  - {id} {name}：{why}',
  'link.by.email': '邮箱',
  'link.by.mobile': '手机号',
  'link.because.notFound':
    '平台上没有这个邮箱或手机号；飞书的企业邮箱有时查不到，可补上手机号，或在 org.yaml 里直接填账号',
  'link.because.deactivated': '账号已停用',
  'link.because.guest': '是访客账号，不接入',
  'link.because.external': '是外部账号，不接入',
  'link.because.ambiguous': '对应到不止一个账号或不止一个人，请在 org.yaml 里直接填账号',
  'link.because.noContact': '名单里没有邮箱（Slack 不认手机号）',
  'link.because.otherDomain': '邮箱不在允许的域名内（settings.allowedEmailDomains）',
  'link.because.taken': '这个账号已是别人的',
} as const;

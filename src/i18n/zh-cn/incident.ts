/** 事件与服务请求。 */
export const incident = {
  'help.incident.say': '/incident new　或　登记事件',
  'help.incident': '登记事件或服务请求',
} as const;

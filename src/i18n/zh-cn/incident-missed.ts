/** SLA 未达成的服务单，提议立为发现项时的说明。 */
export const incidentMissed = {
  'incident.missed.title': 'SLA 未达成：{title}',
  'incident.missed.what': '{title}（{priority}）',
  'incident.missed.response': '响应：承诺 {promised}，实际 {took}',
  'incident.missed.resolution': '解决：承诺 {promised}，实际 {took}（不含等待客户）',
  'incident.missed.minutes': '{minutes} 分钟',
  'incident.missed.hours': '{hours} 小时',
  'incident.missed.hoursAndMinutes': '{hours} 小时 {minutes} 分钟',
} as const;

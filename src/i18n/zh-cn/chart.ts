/** What charts say besides their own names and numbers. */
export const chart = {
  'chart.title': '{title}（{unit}）',
  'chart.moreSeries': '（另有 {count} 组未画出）{title}',
  'chart.others': '其余 {count} 项',
  'chart.value': '{name} {value}',
  'chart.separator': '，',
  'chart.line': '{category}：{values}',
  'chart.category': '项目',
} as const;

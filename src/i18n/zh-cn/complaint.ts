/** 投诉与建议（GB/T 19012：告知、调查、答复、终止）。 */
export const complaint = {
  'help.complaint.say': '/complaint new　或　登记投诉',
  'help.complaint': '登记客户的投诉或建议',
} as const;

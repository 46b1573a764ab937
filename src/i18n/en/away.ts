import type { away as source } from '../zh-cn/away.ts';

/** Being away, and who stands in. */
export const away: Record<keyof typeof source, string> = {
  'help.away.say': '/qm away 12-01 12-05 NAME',
  'help.away': 'Say when you are away, and who stands in',
  'away.title': 'When I am away',
  'away.none': 'Nothing is set down at the moment.',
  'away.new': 'Record an absence',
  'away.end': 'End',
  'away.days': '{from} to {to}',
  'away.oneDay': '{from}',
  'away.deputy': '{deputy} stands in',
  'away.done': 'Set down: {deputy} stands in for you from {from} to {to}, and has been told.',
  'away.done.oneDay': 'Set down: {deputy} stands in for you on {from}, and has been told.',
  'away.ended': 'Ended: {count}. The deputies have been told.',
  'away.nothingToEnd': 'There is no absence of yours to end.',
  'away.form.submit': 'Set down',
  'away.form.intro': 'While you are away, your deputy may act on whatever waits for you.',
  'away.field.from': 'First day',
  'away.field.to': 'Last day',
  'away.field.to.hint': 'Included',
  'away.field.deputy': 'Deputy',
  'away.field.deputy.hint': 'Not in the list? Type: /qm away FROM TO NAME',
  'away.unread': 'Which day is “{said}”? Please choose it here.',
  'away.nobody': 'Nobody was found for “{said}”. Please choose a deputy here.',
  'away.which.title': 'Who stands in?',
  'away.which': 'Who is meant by “{said}”? ({from} to {to})',
  'away.which.choose': 'This one',
  'away.which.other': 'Someone else',
  'away.caution.overlap':
    'Note: from {from} to {to} {deputy} stands in already; on the days that overlap both of them do.',
  'away.caution.deputyAway': 'Note: {deputy} is away, too, from {from} to {to}; on those days {next} stands in.',
  'away.refusal.ownDeputy': 'You cannot stand in for yourself. Please choose a colleague.',
  'away.refusal.wrongOrder': 'The last day comes before the first. Please check the dates.',
  'away.refusal.past': 'Those days are over. Please check the dates.',
  'away.refusal.tooLong': 'A year at most can be set down. Please check the dates.',
  'away.refusal.circle':
    '{deputy} is away on some of those days, and you stand in for them, perhaps by way of others. Please choose someone else.',
  'away.refusal.noDeputy': 'Nobody of that name is with the company. Please choose someone else.',
  'away.told.set.title': 'You stand in for {person}',
  'away.told.set':
    '{person} is away from {from} to {to}, and you stand in: whatever waits for {person} comes to you as well, and you may act on it.',
  'away.told.set.oneDay':
    '{person} is away on {from}, and you stand in: whatever waits for {person} comes to you as well, and you may act on it.',
  'away.told.ended.title': 'You no longer stand in for {person}',
  'away.told.ended': '{person} has ended the absence from {from} to {to}; you no longer stand in.',
  'away.told.ended.oneDay': '{person} has cancelled the absence on {from}; you no longer stand in.',
};

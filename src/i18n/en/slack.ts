import type { slack as source } from '../zh-cn/slack.ts';

/** What the Slack adapter says of itself. */
export const slack: Record<keyof typeof source, string> = {
  'slack.app': 'Service quality: findings, corrective action, approvals and reminders',
  'slack.shortcut.newFinding': 'New finding',
  'slack.shortcut.newFinding.hint': 'Opens the form for a finding',
  'slack.shortcut.recordFinding': 'Record finding',
  'slack.shortcut.recordFinding.hint': 'Reports a finding with this message as evidence',
  'slack.shortcut.addToRecord': 'Add to record',
  'slack.shortcut.addToRecord.hint': 'Adds this message and its files to a record, as evidence',
  'slack.moreCharacters': '… (+{count} more characters)',
  'slack.moreLines': '… and {count} more',
  'slack.tone.action': 'To do',
  'slack.tone.warning': 'Please note',
  'slack.tone.late': 'Overdue',
  'slack.tone.good': 'Done',
  'slack.tone.muted': 'For reference',
  'slack.noOptions': '{label}: there is nothing to choose from.',
  'slack.filesGiven': 'Already given: {names}',
  'slack.filesLimit': 'At most {most}, {megabytes} MB each.',
  'slack.optionRange': 'No. {from}–{to}',
  'slack.close': 'Close',
  'slack.done': 'Done.',
  'slack.slow':
    'This takes longer than usual and is not confirmed yet. The result will appear here; if it does not, please try again: nothing is done twice.',
  'slack.slowForm':
    'This takes longer than usual and is not confirmed yet. Please submit again in a moment: your answers are kept and nothing is done twice.',
  'slack.formTooLate': 'This took so long that Slack no longer lets the form be opened. Please try again.',
  'slack.formRefused': 'Slack cannot show this form. Please give your administrator this number: {reference}.',
  'slack.cardRefused': 'Slack cannot show the result. Please give your administrator this number: {reference}.',
  'slack.oldButton': 'This button is from an older version and no longer works. Please open the record again.',
  'slack.oldForm':
    'This form is from an older version and can no longer be submitted. Please close it and open it again.',
  'slack.openForm': 'Press the button to fill in “{title}”.',
  'slack.commandTooLong':
    'This text is too long to go on from here. Please open the form with the slash command and put the text into it.',
};

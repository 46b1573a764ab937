import type { feishu as source } from '../zh-cn/feishu.ts';

/** What the Feishu adapter itself says. */
export const feishu: Record<keyof typeof source, string> = {
  'feishu.card.moreText': '({count} more characters are not shown)',
  'feishu.card.moreLines': '{count} more are not shown',
  'feishu.card.unknown': 'This card is no longer valid. Send the command again, or open the latest card.',
  'feishu.form.choose': 'Please choose',
  'feishu.form.enter': 'Please enter',
  'feishu.form.continued': 'Continues the field above, when it is full',
  'feishu.form.moreOptions': '{count} more options are not listed',
  'feishu.form.files':
    'Send photos or files as replies to this card, then submit. At most {most}, {megabytes} MB each.',
  'feishu.form.filesGiven': 'Received: {names}',
  'feishu.form.filesNoted': 'Received; it goes with the form. Please return to the form and submit it.',
  'feishu.form.filesUnclear':
    'Feishu does not give the files you sent right now, so the form is not submitted yet. Please submit again in a few seconds.',
  'feishu.form.fix': 'Please correct what is marked in red and submit again.',
  'feishu.form.sent': 'The form is in your direct message with the bot. Please fill it in there.',
  'feishu.form.notSent':
    "The form could not be sent to your direct message. Please check that you are in this app's availability and have not muted the bot.",
  'feishu.form.tooBig': 'The form holds more than Feishu can show. Please shorten it and submit again.',
  'feishu.form.done': 'Submitted',
  'feishu.form.closed': 'Not submitted',
  'feishu.form.cancelled': 'Cancelled. Nothing was saved.',
  'feishu.form.cancelledTitle': 'Cancelled',
  'feishu.send.busy': 'Feishu is not answering right now. If nothing arrives, please press once more.',
  'feishu.card.sent': 'Sent to your direct message with the bot.',
  'feishu.card.notSent':
    "It could not be sent to your direct message. Please check that you are in this app's availability and have not muted the bot.",
  'feishu.message.tooLong': 'This message is too long: the bot reads {limit} characters at most.',
  'feishu.setup.send': 'Send and update cards as the bot',
  'feishu.setup.files': 'Send an exported file to the person who asked for it, and show signatures on cards',
  'feishu.setup.readDirect': 'Receive commands that people send the bot in a direct message',
  'feishu.setup.readMentions': 'Receive commands that mention the bot in a group',
  'feishu.setup.history':
    'When the outcome of a send is unknown, find the card in the conversation instead of sending it twice',
  'feishu.setup.historyGroups':
    'The same in groups, and to read the message that is answered there with "@bot record finding" (a sensitive permission; without it administrators are asked about posts of unknown outcome, and a message of a group has to be forwarded to the bot to become evidence)',
  'feishu.setup.person': 'Read the name of the person who presses a button',
  'feishu.setup.link': 'Find accounts by e-mail or mobile with qmbot org link (or list their open_id instead)',
  'feishu.setup.email': 'Match Feishu users to people of the organisation by e-mail (or list their open_id instead)',
  'feishu.setup.mobile': 'Match Feishu users to people of the organisation by mobile (or list their open_id instead)',
  'feishu.setup.message': 'Commands: {commands}, in a direct message or after mentioning the bot',
  'feishu.setup.menu': 'The menu of the bot: new finding, my work, my decisions, overdue',
  'feishu.menu.new': 'New finding',
  'feishu.menu.work': 'My work',
  'feishu.menu.approvals': 'My decisions',
  'feishu.menu.overdue': 'Overdue',
  'feishu.setup.press': 'Buttons and forms on cards',
};

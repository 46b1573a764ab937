import type { command as source } from '../zh-cn/command.ts';

/** What commands say. */
export const command: Record<keyof typeof source, string> = {
  'move.done': '{number}: you {done}.',
  'list.mine': 'Waiting for me ({count})',
  'list.empty': 'Nothing is waiting for you.',
  'help.title': 'What qmbot can do',
  'help.unknown': '“{said}” was not understood. You can say:',
  'help.new.say': '/finding new',
  'help.new': 'Report a finding: what you saw, and where',
  'help.list.say': '/finding list',
  'help.list': 'Open findings, the most urgent first',
  'help.show.say': '/finding show FD-2026-0001',
  'help.show': 'One of them, and what you can do with it now',
  'help.mine.say': '/qm mine',
  'help.mine': 'What waits for you',
  'help.help.say': '/qm help',
  'help.help': 'Shows this card',
  'who.unknown':
    'We have not met yet. Please give this id to your administrator, who can add you, and try again: {user}',
  'who.guest': 'Guests and external contacts cannot use this. Please ask a colleague inside the company.',
  'linked.title': 'A colleague was recognised',
  'linked.text':
    '{person} was recognised by e-mail or mobile ({platform}, {user}). If that is not them, tell your administrator.',
};

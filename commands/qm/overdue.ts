import type { Reply } from '../../src/chat/reply.ts';
import { myOverdue } from '../desk/desk-lists.ts';
import { type DeskList, type DeskPage, type Looking, pressDeskList, showDeskList } from '../desk/desk-page.ts';

const list: DeskList = {
  action: 'qm.overdue',
  title: 'overdue.title',
  none: 'overdue.none',
  tone: 'late',
  find: myOverdue,
};

/** `/qm overdue`: what is late of what the asker answers for, the latest first. */
export const showOverdue = (looking: Looking): Promise<Reply> => showDeskList(list, looking);

/** The same by a button, which may name a page. */
export const pressOverdue = (value: DeskPage, looking: Looking): Promise<Reply> => pressDeskList(list, value, looking);

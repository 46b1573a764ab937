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

/** `/qm overdue`: overdue records the user is responsible for, the latest first. */
export const showOverdue = (looking: Looking): Promise<Reply> => showDeskList(list, looking);

/** The same from a button, which may name a page. */
export const pressOverdue = (value: DeskPage, looking: Looking): Promise<Reply> => pressDeskList(list, value, looking);

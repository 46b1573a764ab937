import type { Reply } from '../../src/chat/reply.ts';
import { myWork } from '../desk/desk-lists.ts';
import { type DeskList, type DeskPage, type Looking, pressDeskList, showDeskList } from '../desk/desk-page.ts';

const list: DeskList = { action: 'qm.mine', title: 'list.mine', none: 'list.empty', tone: 'neutral', find: myWork };

/** `/qm mine`: what the user, or a person they are a deputy for, must act on or has a duty for. */
export const showMine = (looking: Looking): Promise<Reply> => showDeskList(list, looking);

/** The same from a button, which may name a page. */
export const pressMine = (value: DeskPage, looking: Looking): Promise<Reply> => pressDeskList(list, value, looking);

import { command } from '../../../commands/command.ts';
import { plainCard } from '../../../commands/replies.ts';
import { words } from '../../../src/chat/text.ts';
import { nameOf } from '../../../src/org/organisation.ts';

/** `/qm whoami`, 我是谁: who the asker is to the bot, and in which department. */
export const whoami = command({
  id: 'qm.whoami',
  words: { 'zh-CN': ['我是谁'], en: ['whoami'] },
  does: { 'zh-CN': '我在系统里的姓名和部门', en: 'Your name and your department' },
  topic: 'self',
  say(_rest, _said, { person, org, locale }) {
    const department = org.department(person.department)?.name ?? person.name;
    return plainCard(nameOf(person.name, locale), [{ kind: 'text', text: words(nameOf(department, locale)) }]);
  },
});

import { defineWords } from '../../../src/records/declaration/words.ts';

/** The words of drills, Chinese and English side by side. */
export const drillWords = defineWords('drill', {
  noun: ['应急演练', 'Drill'],
  nouns: ['应急演练', 'drills'],
  new: { title: ['安排演练', 'Plan a drill'] },
  created: ['已安排演练 {number}。', 'Drill {number} is planned.'],
  field: {
    scenario: ['演练场景', 'Scenario'],
    day: ['演练日期', 'Day'],
    result: ['演练结果', 'Result'],
  },
  state: {
    planned: ['待演练', 'Planned'],
    held: ['已演练', 'Held'],
  },
  lead: {
    planned: ['演练日期快到了，请按计划组织。', 'The drill is coming up. Please hold it as planned.'],
  },
  move: {
    hold: ['登记结果', 'Record the result'],
  },
  done: {
    create: ['安排了演练', 'planned the drill'],
    hold: ['登记了演练结果', 'recorded the result'],
  },
});

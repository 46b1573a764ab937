import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of commitments, Chinese and English side by side. */
export const commitmentWords = defineWords('commitment', {
  noun: ['承诺事项', 'Commitment'],
  nouns: ['承诺事项', 'commitments'],
  from: ['拜访时承诺（{number}）', 'Promised on {number}'],
  field: {
    result: ['办理结果', 'What was done'],
    dropped: ['不再办理的原因', 'Why it is dropped'],
  },
  role: {
    owner: ['承诺事项负责人', 'Owner of the commitment'],
  },
  state: {
    open: ['办理中', 'Under way'],
    done: ['已兑现', 'Kept'],
    dropped: ['不再办理', 'Dropped'],
  },
  lead: {
    open: [
      '有一件向客户承诺的事由您办理，办完请登记结果。',
      'Something was promised to a customer, and it is yours. When it is done, please say so.',
    ],
  },
  move: {
    complete: ['已兑现', 'Done'],
    transfer: ['转交', 'Transfer'],
    drop: ['不再办理', 'Drop'],
  },
  done: {
    create: ['登记了承诺事项', 'noted the commitment'],
    complete: ['兑现了承诺', 'kept it'],
    transfer: ['转交了承诺事项', 'transferred it'],
    drop: ['决定不再办理', 'dropped it'],
  },
});

/** What people call commitments in chat. */
export const commitmentCalled: Called = {
  nouns: { 'zh-CN': ['承诺'], en: [] },
};

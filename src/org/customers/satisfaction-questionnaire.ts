import type { z } from 'zod';
import type { questionnaireSchema } from './questionnaire-shape.ts';

/** The ids of the questions that cover R41, in any questionnaire. */
export const feedbackQuestions = { sla: 'sla', newServices: 'wishes' } as const;

/** 客户满意度调查表 (R43), plus what R41 asks: whether the SLA is met, and which new services are wanted. */
export const satisfactionQuestionnaire: z.input<typeof questionnaireSchema> = {
  id: 'satisfaction',
  version: 1,
  name: { zh: '客户满意度调查表', en: 'Customer satisfaction survey' },
  overall: 'overall',
  questions: [
    { id: 'overall', kind: 'rating', text: { zh: '您对我们服务的总体评价', en: 'Our service as a whole' } },
    { id: 'speed', kind: 'rating', text: { zh: '响应和处理是否及时', en: 'How quickly we respond and act' } },
    { id: 'skill', kind: 'rating', text: { zh: '服务人员的技术水平', en: 'The skill of our engineers' } },
    { id: 'attitude', kind: 'rating', text: { zh: '服务态度与沟通', en: 'Courtesy and communication' } },
    { id: 'result', kind: 'rating', text: { zh: '问题解决的效果', en: 'How well problems are solved' } },
    {
      id: feedbackQuestions.sla,
      kind: 'choice',
      text: { zh: '我们是否达到了约定的服务级别（SLA）', en: 'Do we keep to the agreed service levels (SLA)' },
      options: [
        { id: 'met', text: { zh: '达到', en: 'Yes' } },
        { id: 'mostly', text: { zh: '基本达到', en: 'Mostly' } },
        { id: 'notMet', text: { zh: '未达到', en: 'No' } },
        { id: 'unknown', text: { zh: '不清楚', en: 'I cannot say' } },
      ],
    },
    {
      id: 'recommend',
      kind: 'nps',
      text: { zh: '您有多大可能向同行推荐我们', en: 'How likely are you to recommend us' },
      required: false,
    },
    {
      id: feedbackQuestions.newServices,
      kind: 'text',
      text: { zh: '您还希望我们提供哪些服务', en: 'Which other services would you like' },
    },
    { id: 'comment', kind: 'text', text: { zh: '意见和建议', en: 'Comments and suggestions' } },
  ],
};

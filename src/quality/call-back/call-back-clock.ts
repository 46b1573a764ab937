import type { ElapsedRule } from '../../records/declaration/state.ts';
import type { CallBackData } from './call-back-data.ts';

const when = (at: string | undefined) => (at === undefined ? null : new Date(at));

/** 24 elapsed hours (settings) from the resolution, or from the closing (requirements, note 1). Whoever is exempt is owed none. */
export const callBackDue: ElapsedRule<CallBackData> = {
  kind: 'elapsed',
  reminders: ({ settings }) => ({ before: settings.callBackReminders }),
  clock({ since, answer, unreachedAt, exemption, voidedAt }, { settings }) {
    if (exemption || voidedAt !== undefined) return null;
    return {
      startedAt: new Date(since),
      minutes: settings.callBackHours * 60,
      hours: 'always',
      pauses: [],
      metAt: when(unreachedAt ?? answer?.at),
    };
  },
};

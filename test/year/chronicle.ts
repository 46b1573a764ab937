/**
 * What happened to a record in the generated year, written down by whoever lived it and not read from the database: all that the
 * plain computing of `reckon.ts` goes by.
 */
export interface Chronicle {
  readonly type: 'finding' | 'action';
  readonly number: string;
  readonly createdAt: Date;
  departmentId: string | null;
  cause: string | null;
  closedAt: Date | null;
  /** Its states one after the other; the last one is open at the end. */
  readonly stays: Stay[];
  /** What was owed beside them. */
  readonly duties: Duty[];
}

/** Something that somebody owed beside the state: to confirm, an opinion, an answer to a wish for more time. */
export interface Duty {
  readonly step: string;
  readonly from: Date;
  to: Date | null;
  /** The day by which it was wanted. */
  readonly due: string;
}

/** A time in one state. */
export interface Stay {
  readonly state: string;
  readonly from: Date;
  to: Date | null;
  /** The last day of its first deadline; null where it has none. */
  readonly due: string | null;
  /** Later deadlines that were granted: from when on which day held. */
  readonly extended: { readonly at: Date; readonly day: string }[];
}

/** Enters a state: the one before ends. */
export function enter(chronicle: Chronicle, state: string, at: Date, due: string | null): void {
  const last = chronicle.stays.at(-1);
  if (last) last.to = at;
  chronicle.stays.push({ state, from: at, to: null, due, extended: [] });
}

/** Somebody owes something beside the state from now on. Gives what is called when it is done. */
export function owe(chronicle: Chronicle, step: string, from: Date, due: string): (at: Date) => void {
  const duty: Duty = { step, from, to: null, due };
  chronicle.duties.push(duty);
  return (at) => {
    duty.to = at;
  };
}

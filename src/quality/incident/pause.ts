import type { IncidentData } from './incident-data.ts';

/** The data with the pause that lasts ended at an instant; one that was to begin later is over as it began. */
export function withPauseEnded(data: IncidentData, at: string): IncidentData {
  return {
    ...data,
    pauses: data.pauses.map((pause) =>
      pause.to === undefined ? { ...pause, to: at > pause.from ? at : pause.from } : pause,
    ),
  };
}

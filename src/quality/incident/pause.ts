import type { IncidentData } from './incident-data.ts';

/** The data with the running pause ended at an instant; a pause that would start later ends at its own start. */
export function withPauseEnded(data: IncidentData, at: string): IncidentData {
  return {
    ...data,
    pauses: data.pauses.map((pause) =>
      pause.to === undefined ? { ...pause, to: at > pause.from ? at : pause.from } : pause,
    ),
  };
}

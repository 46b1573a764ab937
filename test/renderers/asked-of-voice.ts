/** The moves of the customers' voice that have a form. */
export const askedOfVoice = ['proposal.decline'] as const;

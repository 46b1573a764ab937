/** The slash commands, without their slash: one for everything, and one for each kind of record that people ask for by name. */
export const nouns: string[] = ['qm', 'finding'];

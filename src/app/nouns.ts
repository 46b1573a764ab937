/** The slash commands beside `/qm`, without their slash: one for each kind of record that people ask for by name. */
export const nouns: readonly string[] = [
  'finding',
  'incident',
  'callback',
  'complaint',
  'visit',
  'service',
  'satisfaction',
  'survey',
  'report',
  'customer',
  'project',
];

/** The console's one workspace. */
export const WORKSPACE = 'local';

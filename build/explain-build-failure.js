// @ts-check

/**
 * The message for the person who started a build that failed: what is wrong, and what to do.
 * @param {unknown} error
 * @param {string} dist the folder of builds
 * @returns {string}
 */
export function explainBuildFailure(error, dist) {
  if (!(error instanceof Error)) return `cannot build: ${String(error)}`;
  // esbuild has printed each error with its file and line.
  if ('errors' in error) return 'cannot build: fix the errors above and start again';
  switch ('code' in error ? error.code : undefined) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `not built from the current sources, and ${dist} is not writable: ${error.message}.\n  Run "npm run build" as a user who can write there, then start again`;
    case 'ERR_MODULE_NOT_FOUND':
      return 'cannot build: packages are missing. Run "npm ci", then start again';
    default:
      return `cannot build: ${error.message}`;
  }
}

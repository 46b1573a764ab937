// @ts-check

/**
 * What to tell whoever started a build that failed, and what they can do about it.
 * @param {unknown} error
 * @param {string} dist the folder of builds
 * @returns {string}
 */
export function explainBuildFailure(error, dist) {
  if (!(error instanceof Error)) return `cannot be built: ${String(error)}`;
  // esbuild has shown each with its file and line.
  if ('errors' in error) return 'cannot be built: correct what is named above, and start again';
  switch ('code' in error ? error.code : undefined) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `not built from these sources yet, and ${dist} cannot be written to: ${error.message}.\n  Run "npm run build" once as a user who may write there, and start again`;
    case 'ERR_MODULE_NOT_FOUND':
      return 'cannot be built, because packages are missing. Run "npm ci", and start again';
    default:
      return `cannot be built: ${error.message}`;
  }
}

/** The HTTP status of an error of GitHub's API; `undefined` where there was no answer, which its client calls 500. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'status' in error && typeof error.status === 'number')) return undefined;
  return 'response' in error && error.response !== undefined ? error.status : undefined;
}

/** What an editor says of itself beyond the protocol, in `initializationOptions`. */
export interface EditorOptions {
  /** It shows `breakwater-base:` documents with the text that `breakwater/baseText` gives. */
  readonly baseDocuments: boolean;
  /** It shows what `breakwater/status` tells, and has the commands `breakwater.showReport`, for the page that `breakwater/report` gives, and `breakwater.show`, for a place. */
  readonly shows: boolean;
}

export function editorOptions(given: unknown): EditorOptions {
  const members = new Map(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  return { baseDocuments: members.get('baseDocuments') === true, shows: members.get('shows') === true };
}

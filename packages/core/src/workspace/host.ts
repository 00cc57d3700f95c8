/** A file's text (of one that is edited, an `EditedText`), or why there is none: one sentence that ends a message like "`a.yaml` …". */
export type FileText = { readonly text: string } | { readonly refusal: string };

/** The only door to the outside. The editor, the disk, git and tests each implement it. */
export interface Host {
  /** Never throws for what a contract or a user can cause: a missing or forbidden file is a refusal. */
  readFile(uri: string): Promise<FileText>;
}

export const DOES_NOT_EXIST: FileText = { refusal: 'does not exist' };

/** Files from memory, by uri. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  return {
    readFile: async (uri) => (Object.hasOwn(files, uri) ? { text: files[uri] ?? '' } : DOES_NOT_EXIST),
  };
}

/** Asks another host for each file once. */
export function askingOnce(host: Host): Host {
  const known = new Map<string, Promise<FileText>>();
  return {
    readFile(uri) {
      const text = known.get(uri) ?? host.readFile(uri);
      known.set(uri, text);
      return text;
    },
  };
}

/** What the editor holds wins over what is saved. */
export function overlay(open: ReadonlyMap<string, FileText>, saved: Host): Host {
  return { readFile: async (uri) => open.get(uri) ?? saved.readFile(uri) };
}

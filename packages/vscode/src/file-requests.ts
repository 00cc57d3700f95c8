import { type Disposable, FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Place {
  readonly uri: string;
}

/** The text, or why it cannot be read; `null` where nothing is. */
type Answer = { readonly text?: string; readonly refusal?: string } | null;

const MAX_FOUND = 20_000;
const MAX_BYTES = 20_000_000;

/** Files that the server cannot reach itself: it asks for them. */
export function answerFileRequests(client: BaseLanguageClient): readonly Disposable[] {
  return [
    client.onRequest('breakwater/readFile', ({ uri }: Place) => readFile(Uri.parse(uri))),
    client.onRequest('breakwater/readFolder', ({ uri }: Place) => readFolder(Uri.parse(uri))),
    client.onRequest('breakwater/findFiles', ({ uri }: Place) => findFiles(Uri.parse(uri))),
  ];
}

async function readFile(uri: Uri): Promise<Answer> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { refusal: 'is not a file' };
    if (size > MAX_BYTES) return { refusal: `is larger than ${MAX_BYTES / 1_000_000} MB` };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof TypeError) return { refusal: 'is not UTF-8 text' };
    return error instanceof FileSystemError && error.code !== 'FileNotFound' ? { refusal: 'cannot be read' } : null;
  }
}

async function readFolder(uri: Uri): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(uri).then(
    (found) => found,
    () => [],
  );
  return entries.map(([name]) => Uri.joinPath(uri, name).toString());
}

async function findFiles(uri: Uri): Promise<readonly string[]> {
  const found = await workspace.findFiles(new RelativePattern(uri, '**/*.{yaml,yml,json}'), undefined, MAX_FOUND);
  return found.map((file) => file.toString());
}

import SwaggerParser from '@apidevtools/swagger-parser';
import { rootOf, type Snapshot, toValue } from '@breakwater/core';
import { dump } from 'js-yaml';

/** Where the parser is told that the files are; nothing is ever read there. */
const NOWHERE = '/breakwater/';

/**
 * One self-contained document of a contract and its files, as YAML or, for a name that ends in `.json`, as JSON.
 * The bundler of swagger-parser does the work, and is fed only from the snapshot: it reads no file and asks no network.
 */
export async function bundleOf(snapshot: Snapshot, name: string): Promise<string> {
  const root = rootOf(snapshot);
  const plain = JSON.parse(JSON.stringify(root ? toValue(root) : null));
  const fromSnapshot = {
    order: 1,
    canRead: true,
    read: ({ url }: { url: string }) => snapshot.files.get(decodeURIComponent(url.split('#')[0] ?? '').replace(NOWHERE, ''))?.source.text ?? '',
  };
  const document = await SwaggerParser.bundle(NOWHERE + snapshot.entry, plain, { resolve: { file: false, http: false, snapshot: fromSnapshot } });
  return name.endsWith('.json') ? `${JSON.stringify(document, null, 2)}\n` : dump(document, { lineWidth: -1, noRefs: true });
}

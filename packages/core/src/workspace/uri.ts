/** Where a reference points: a file and a fragment (without `#`, percent-decoded), or why it may not be followed. */
export type Target = { readonly uri: string; readonly fragment: string } | { readonly refusal: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** `a/./b/../c` becomes `a/c`. Leading `..` stay, so that a host can see and refuse them. */
export function normalizePath(path: string): string {
  const absolute = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (part !== '..' || !absolute) kept.push(part);
  }
  return (absolute ? '/' : '') + kept.join('/');
}

/** The folder of a uri, `''` at the top. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, Math.max(slash, 1));
}

/** Whether a reference leads to the network. What is there may be right or wrong: it is not looked at. */
export function isRemote(reference: string): boolean {
  return /^(?:https?:)?\/\//i.test(reference);
}

/** Resolves a `$ref` text against the file that holds it (RFC 3986, section 5, for relative file references only). */
export function targetOf(from: string, reference: string): Target {
  const hash = reference.indexOf('#');
  const file = decode(hash < 0 ? reference : reference.slice(0, hash));
  const fragment = decode(hash < 0 ? '' : reference.slice(hash + 1));
  if (file === undefined || fragment === undefined) return { refusal: 'holds a broken percent escape' };
  if (file === '') return { uri: from, fragment };
  if (SCHEME.test(file) || file.startsWith('//')) return { refusal: 'is a URL, and nothing is fetched from the network' };
  if (file.startsWith('/') || /[\\\0]/.test(file)) return { refusal: 'is not a relative path inside the workspace' };
  const folder = folderOf(from);
  return { uri: normalizePath(folder === '' ? file : `${folder}/${file}`), fragment };
}

function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const URI_PARTS = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i;

/** Resolves a URI reference against an absolute base, both without fragment (RFC 3986, section 5.2). */
export function resolveUri(base: string, reference: string): string {
  const [, scheme, authority, path = '', query = ''] = URI_PARTS.exec(reference) ?? [];
  if (scheme) return reference;
  const [, baseScheme = '', baseAuthority = '', basePath = ''] = URI_PARTS.exec(base) ?? [];
  if (authority) return baseScheme + reference;
  if (path === '') return query === '' ? base : baseScheme + baseAuthority + basePath + query;
  const joined = path.startsWith('/') ? path : `${basePath.slice(0, basePath.lastIndexOf('/') + 1)}${path}`;
  return baseScheme + baseAuthority + normalizePath(joined) + (joined.endsWith('/') ? '/' : '') + query;
}

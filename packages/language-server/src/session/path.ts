/**
 * The server names a file by its path, written with `/` on every system: `/w/api.yaml`, `/c:/w/api.yaml`. A file that lies on no disk has
 * the scheme and the authority of its URI in front: `/vscode-vfs:/github/owner/repository/api.yaml`.
 */

/** Schemes of file systems that are not a disk. Others, such as `git:` and `untitled:`, are views on something, and nobody's contract. */
const FILE_SYSTEMS = new Set(['vscode-vfs:', 'vscode-remote:', 'vscode-test-web:']);

const VIRTUAL = /^\/([a-z][a-z0-9+.-]*:)\/([^/]*)(\/.*)?$/i;

/** The path that a URI names, if it is one of a file. */
export function pathOf(uri: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(uri);
    if (/%2f/i.test(pathname)) return undefined;
    const path = decodeURIComponent(pathname);
    if (protocol === 'file:') return host === '' ? withoutCase(path) : undefined;
    return FILE_SYSTEMS.has(protocol) ? `/${protocol}/${host}${path}` : undefined;
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  const [, scheme, authority = '', rest = ''] = VIRTUAL.exec(path) ?? [];
  return scheme !== undefined && FILE_SYSTEMS.has(scheme) ? `${scheme}//${authority}${encodePath(rest)}` : `file://${encodePath(path)}`;
}

/** Whether it lies on a disk, or on another file system. */
export function isOnDisk(path: string): boolean {
  return !FILE_SYSTEMS.has(VIRTUAL.exec(path)?.[1] ?? '');
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a name is one that contracts and what they refer to have. */
export function mayBeRead(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path);
}

export function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The uri of a path in findings, and the way back. */
export function toRelative(folder: string, path: string): string {
  const [from, to] = [partsOf(folder), partsOf(path)];
  const common = from.findIndex((part, i) => part !== to[i]);
  const shared = common < 0 ? from.length : common;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

export function toPath(folder: string, uri: string): string {
  const parts: string[] = uri.startsWith('/') ? [] : partsOf(folder);
  for (const part of partsOf(uri)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** The letter of a drive is written in both cases. */
export function withoutCase(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** As `pathToFileURL` does it. */
function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replaceAll('?', '%3F').replaceAll('#', '%23');
}

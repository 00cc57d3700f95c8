/**
 * When is an element "the same one" in two versions? Every answer lives in this file,
 * because a wrong one turns an edit into a removal plus an addition.
 */

/** `/pets/{id}` and `/pets/{petId}` are one path: the name of a template variable is not on the wire. */
export function pathIdentity(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** The whole address below the host: `/v1` may stand in the URLs of servers or in the paths. */
export function routeIdentity(base: string, path: string): string {
  return pathIdentity(`${base}${path}`);
}

/** Header names are case-insensitive (RFC 9110, section 5.1); a path parameter is its place in the template. */
export function parameterIdentity(place: string, name: string, path: string): string {
  if (place === 'header') return `header ${name.toLowerCase()}`;
  if (place !== 'path') return `${place} ${name}`;
  const position = [...path.matchAll(/\{([^}]*)\}/g)].findIndex(([, variable]) => variable === name);
  return position < 0 ? `path ${name}` : `path #${position}`;
}

/** `2xx` and `2XX` are one range (OpenAPI 3.1.1, section 4.8.16). */
export function responseIdentity(status: string): string {
  return status === 'default' ? status : status.toUpperCase();
}

/** What else may describe a status: its range, and for an error `default`. A success is never what `default` means. */
export function responseStandIns(status: string): readonly string[] {
  if (!/^[1-5]\d\d$/.test(status)) return /^[45]XX$/i.test(status) ? ['default'] : [];
  const range = `${status.charAt(0)}XX`;
  return /^[45]/.test(status) ? [range, 'default'] : [range];
}

/** Type and parameter names are case-insensitive, and UTF-8 is what a text is without saying so (RFC 9110, section 8.3.1). */
export function mediaTypeIdentity(mediaType: string): string {
  if (!mediaType.includes(';')) return mediaType.trim().toLowerCase();
  const [type = '', ...parameters] = mediaType.split(';').map((part) => part.trim());
  const kept = parameters
    .map((parameter) => parameter.replace(/^[^=]*/, (name) => name.toLowerCase()).replaceAll('"', ''))
    .filter((parameter) => parameter !== '' && !/^charset=utf-8$/i.test(parameter));
  return [type.toLowerCase(), ...kept.sort()].join(';');
}

/** The ranges that a media type is in (RFC 9110, section 12.5.1). */
export function mediaTypeStandIns(mediaType: string): readonly string[] {
  const [type = ''] = mediaTypeIdentity(mediaType).split(';');
  const [main = ''] = type.split('/');
  return [...(type === mediaTypeIdentity(mediaType) ? [] : [type]), `${main}/*`, '*/*'].filter((range) => range !== mediaTypeIdentity(mediaType));
}

/** A trailing slash says nothing. */
export function serverIdentity(url: string): string {
  return url.replace(/\/+$/, '') || '/';
}

/** `https://api.example.com/v1` is an origin and a base path; `/v1` is a base path on the origin of the description. */
export function partsOfServer(url: string): { readonly origin: string; readonly base: string } {
  const [, origin = '', base = ''] = /^((?:[^/]*:)?\/\/[^/]*)?(.*)$/.exec(serverIdentity(url)) ?? [];
  return { origin, base: base === '/' ? '' : base };
}

/**
 * Whether a pattern matches a whole path: `*` and `?` stay within a part between slashes, `**` stands for any number of parts.
 * Of our own, since patterns come from repositories that nobody vouches for: this never takes longer than both lengths multiplied,
 * which the regular expressions that libraries make of globs do.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return matches(pattern.split('/'), path.split('/'), '**', matchesPart);
}

function matchesPart(pattern: string, part: string): boolean {
  return matches([...pattern], [...part], '*', (wanted, char) => wanted === '?' || wanted === char);
}

/** What a star has taken so far grows by one whenever the rest does not match; only the last star ever has to. */
function matches(pattern: readonly string[], text: readonly string[], star: string, same: (wanted: string, found: string) => boolean): boolean {
  let at = 0;
  let lastStar = -1;
  let taken = 0;
  for (let i = 0; i < text.length; ) {
    const wanted = pattern[at];
    if (wanted === star) {
      lastStar = at++;
      taken = i;
    } else if (wanted !== undefined && same(wanted, text[i] ?? '')) {
      at++;
      i++;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      i = ++taken;
    } else return false;
  }
  while (pattern[at] === star) at++;
  return at === pattern.length;
}

const MAX_ALTERNATIVES = 64;

/** `*.{yaml,yml}` as the patterns `*.yaml` and `*.yml`; `undefined` if there are too many of them. */
export function alternativesOf(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [whole, head = '', list = '', tail = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(next) ?? [];
    if (whole === undefined) done.push(next);
    else open.push(...list.split(',').map((one) => head + one + tail));
    if (done.length + open.length > MAX_ALTERNATIVES) return undefined;
  }
  return done;
}

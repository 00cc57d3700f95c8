/** An expression without the flag `i` that says what `source` says with it, for sources whose letters are those of ASCII. */
export function caseless(source: string): string {
  let inClass = false;
  // An escape is one thing, and so are the brackets of a class and a range in it.
  return source.replaceAll(/\\x[0-9a-fA-F]{2}|\\.|\[|\]|[a-zA-Z]-[a-zA-Z]|[a-zA-Z]/gu, (token) => {
    if (token === '[' || token === ']') {
      inClass = token === '[';
      return token;
    }
    if (token.startsWith('\\')) return token;
    if (inClass) return `${token.toLowerCase()}${token.toUpperCase()}`;
    return token.replaceAll(/[a-zA-Z]/g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  });
}

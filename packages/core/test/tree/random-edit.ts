/** Numbers below a bound, always the same ones for a seed (mulberry32). */
export function randomOf(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}

const TYPED = [
  'a',
  ':',
  ': ',
  ' ',
  '\n',
  '\n  ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '- ',
  '#',
  '|',
  '&a',
  '*a',
  'x: 1',
  '\n    new: {a: 1}',
  '\r',
  '\r\n',
  '😀',
  '\ud83d',
  ',',
  '/',
  '\t',
  '?',
  '---\n',
];

/** What people do to a text: they type, delete, leave out lines, double, move and indent them. */
export function randomEdit(text: string, random: (bound: number) => number): string {
  const at = random(text.length + 1);
  const line = text.lastIndexOf('\n', at) + 1;
  const next = text.indexOf('\n', at) + 1 || text.length;
  const whole = text.slice(line, next);
  switch (random(8)) {
    case 0:
      return text.slice(0, at) + text.slice(Math.min(at + 1 + random(3), text.length));
    case 1:
      return text.slice(0, line) + text.slice(next);
    case 2:
      return text.slice(0, next) + whole + text.slice(next);
    case 3:
      return `${text.slice(0, line)}  ${text.slice(line)}`;
    case 4:
      return text.slice(0, line) + text.slice(line + Math.min(2, whole.length));
    case 5:
      return text.slice(0, line) + text.slice(next) + whole;
    default:
      return text.slice(0, at) + TYPED[random(TYPED.length)] + text.slice(at);
  }
}

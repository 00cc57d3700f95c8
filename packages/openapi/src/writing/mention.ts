import { codeSpan, type Entry, escapeToken, type Mention, type Node, rewriteScalar, type ScalarNode, type Span, unescapeToken } from '@breakwater/core';
import { a } from '../grammar/word-fault.ts';

/** A key that is a name. */
export function keyMention({ file }: Node, { start, end }: Entry): Mention {
  const span = { start, end };
  return { file, span, rename: (to) => rewriteScalar(file, span, to) };
}

/** A text that is a name. */
export function textMention({ file, start, end }: Node): Mention {
  const span = { start, end };
  return { file, span, rename: (to) => rewriteScalar(file, span, to) };
}

/** A name inside of a key or text: `part` is how it stands there, with what is around it; `write` says the whole with another name. */
export function partMention({ file }: Node, { start, end }: Span, [part, name]: readonly [part: string, name: string], write: (to: string) => string): Mention {
  const span = { start, end };
  const at = file.text.slice(start, end).indexOf(part);
  const from = start + at + part.lastIndexOf(name);
  return { file, span: at < 0 ? span : { start: from, end: from + name.length }, rename: (to) => rewriteScalar(file, span, write(to)) };
}

/** A name that is a step of the pointer in a reference. `rewrite` says the step with another name. */
export function pointerMention(reference: ScalarNode, step: number, rewrite: (to: string, token: string) => string = (to) => to): Mention {
  const text = String(reference.value);
  const { file, start, end } = reference;
  const steps = text.slice(text.indexOf('#') + 1).split('/');
  const old = steps[step + 1] ?? '';
  const write = (to: string) => `${text.slice(0, text.indexOf('#') + 1)}${steps.with(step + 1, toStep(rewrite(to, tokenOf(old)), old)).join('/')}`;
  return { file, span: spanOfStep(reference, step) ?? { start, end }, rename: (to) => rewriteScalar(file, { start, end }, write(to)) };
}

/** The steps of a pointer, as the names that they are. */
export function tokensIn(reference: ScalarNode): readonly string[] {
  const text = String(reference.value);
  const hash = text.indexOf('#');
  return hash < 0 || text.charAt(hash + 1) !== '/'
    ? []
    : text
        .slice(hash + 2)
        .split('/')
        .map(tokenOf);
}

/** Where a step is written; `undefined` where escapes of the notation keep that from being told. */
function spanOfStep({ file, start, end }: ScalarNode, step: number): Span | undefined {
  const source = file.text.slice(start, end);
  if (source.includes('\\') || source.includes('\n')) return undefined;
  let at = source.indexOf('#') + 1;
  for (let i = 0; i < step; i++) at = source.indexOf('/', at + 1);
  const rest = /^\/[^/"']*/.exec(source.slice(at))?.[0];
  return rest === undefined ? undefined : { start: start + at + 1, end: start + at + rest.length };
}

function tokenOf(step: string): string {
  try {
    return unescapeToken(decodeURIComponent(step));
  } catch {
    return unescapeToken(step);
  }
}

/** Braces are escaped where they were: the specification wants it, and nearly nobody does it. */
function toStep(name: string, old: string): string {
  const token = escapeToken(name).replaceAll(/[%\s"<>\\^`#]/g, encodeURIComponent);
  return /[{}]/.test(old) ? token : token.replaceAll(/[{}|]/g, encodeURIComponent);
}

export function alreadyThere(noun: string, to: string): string {
  return `There is ${a(noun)} ${codeSpan(to)} already.`;
}

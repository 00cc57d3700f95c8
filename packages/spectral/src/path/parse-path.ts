import { parseExpression } from './expression.ts';
import type { Path, Step, Test } from './path.ts';

/** Longer than anybody writes. */
const MAX_LENGTH = 2_000;
const NAME = /^(?:[^\s.[\]()'"~^*?,]|\\.)+/;
const ITEM = /^\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s,'"[\]?()*:]+))\s*/;
const SLICE = /^\s*(-?\d*)\s*:\s*(-?\d*)\s*(?::\s*(-?\d*)\s*)?\]/;
const LAST = /^\s*\(\s*@\.length\s*-\s*(\d+)\s*\)\s*\]/;

/** The path that a text stands for, or why it is none: the end of a sentence about it. */
export function parsePath(text: string): Path | { readonly refusal: string } {
  if (text.length > MAX_LENGTH) return { refusal: `is longer than ${MAX_LENGTH} characters` };
  try {
    return new PathParser(text).path();
  } catch (error) {
    if (error instanceof PathError) return { refusal: error.message };
    throw error;
  }
}

class PathError extends Error {}

class PathParser {
  private readonly text: string;
  private at = 0;
  private readonly steps: Step[] = [];
  private everything = false;
  private keyed = false;
  private parents = 0;

  constructor(text: string) {
    this.text = text.trim();
  }

  path(): Path {
    if (!this.takes('$')) throw new PathError('does not begin with `$`');
    while (this.at < this.text.length) this.next();
    return { text: this.text, steps: withoutDeepWildcards(this.steps), everything: this.everything, keyed: this.keyed, parents: this.parents };
  }

  private next(): void {
    if (this.modifies()) return;
    if (this.keyed || this.parents > 0) throw new PathError('goes on after `^` or `~`, which Breakwater reads at the end only');
    const deep = this.takes('..');
    if (!deep && !this.takes('.') && this.text[this.at] !== '[') throw new PathError(`cannot be read from \`${this.text.slice(this.at, this.at + 20)}\` on`);
    if (deep && /^[~^]*$/.test(this.rest())) this.everything = true;
    else this.steps.push({ deep, test: this.test() });
  }

  private modifies(): boolean {
    const [asksKey, asksParent] = [this.takes('~'), this.takes('^')];
    if ((asksKey || asksParent) && this.steps.length === 0 && !this.everything) throw new PathError('asks for the key or the parent of the root');
    this.keyed ||= asksKey;
    this.parents += asksParent ? 1 : 0;
    return asksKey || asksParent;
  }

  private test(): Test {
    if (this.takes('*')) return { kind: 'any' };
    if (this.takes('[')) return this.bracket();
    const name = NAME.exec(this.rest())?.[0];
    if (name === undefined) throw new PathError(`cannot be read from \`${this.text.slice(this.at, this.at + 20)}\` on`);
    this.at += name.length;
    return { kind: 'names', names: new Set([name.replaceAll(/\\(.)/g, '$1')]) };
  }

  private bracket(): Test {
    const rest = this.rest();
    const wildcard = /^\s*\*\s*\]/.exec(rest)?.[0];
    if (wildcard) return this.past(wildcard, { kind: 'any' });
    if (/^\s*\?/.test(rest)) return this.filter();
    const slice = SLICE.exec(rest);
    if (slice) return this.past(slice[0], { kind: 'slice', from: numberOr(slice[1], 0), to: numberOr(slice[2], Infinity), by: numberOr(slice[3], 1) });
    const last = LAST.exec(rest);
    if (last) return this.past(last[0], { kind: 'slice', from: -Number(last[1]), to: 1 - Number(last[1]) || Infinity, by: 1 });
    return { kind: 'names', names: this.names() };
  }

  /** `get,put`, `'a b'`, `0`. */
  private names(): ReadonlySet<string> {
    const names = new Set<string>();
    do {
      const item = ITEM.exec(this.rest());
      if (!item) throw new PathError(`has brackets that cannot be read: \`${this.text.slice(this.at - 1, this.at + 20)}\``);
      names.add(item[3] ?? (item[1] ?? item[2] ?? '').replaceAll(/\\(.)/g, '$1'));
      this.at += item[0].length;
    } while (this.takes(','));
    if (!this.takes(']')) throw new PathError('has brackets that do not end');
    return names;
  }

  /** Where the expression ends is known when it can be read: it may hold brackets in texts and in regular expressions. */
  private filter(): Test {
    const start = this.text.indexOf('?', this.at) + 1;
    const isGrouped = /^\s*\(/.test(this.text.slice(start));
    const closing = isGrouped ? /\)\s*\]/g : /\]/g;
    closing.lastIndex = start;
    let refusal = 'has a filter that does not end';
    for (let end = closing.exec(this.text); end; end = closing.exec(this.text)) {
      const parsed = parseExpression(this.text.slice(start, isGrouped ? end.index + 1 : end.index));
      if ('refusal' in parsed) refusal = `has a filter that ${parsed.refusal}`;
      else {
        this.at = end.index + end[0].length;
        return { kind: 'filter', expression: parsed };
      }
      closing.lastIndex = end.index + 1;
    }
    throw new PathError(refusal);
  }

  private past(taken: string, test: Test): Test {
    this.at += taken.length;
    return test;
  }

  private takes(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private rest(): string {
    return this.text.slice(this.at);
  }
}

function numberOr(text: string | undefined, otherwise: number): number {
  return text === undefined || text === '' ? otherwise : Number(text);
}

/** `$..*.name` finds what `$..name` finds: as Spectral reads it, the root's own `name` too. */
function withoutDeepWildcards(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step, i) => {
    const before = steps[i - 1];
    const isDropped = (one: Step) => one.deep && one.test.kind === 'any';
    if (isDropped(step) && i < steps.length - 1) return [];
    return before && isDropped(before) ? [{ ...step, deep: true }] : [step];
  });
}

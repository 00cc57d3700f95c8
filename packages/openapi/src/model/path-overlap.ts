import type { OperationElement, PathElement } from './element.ts';

export interface Overlap {
  readonly path: PathElement;
  readonly other: PathElement;
  /** A path that both match. */
  readonly request: string;
}

/** By segments: a variable as a whole is the key `{}`. */
interface Branch {
  readonly next: Map<string, Branch>;
  path?: PathElement;
}

interface Step {
  readonly branch: Branch;
  readonly at: number;
  /** Whether this path has a variable where the other one has a fixed segment, and the other way round. */
  readonly isWider: boolean;
  readonly isNarrower: boolean;
  readonly request: string;
}

/** So many branches are followed for one path; descriptions of people stay far below. */
const MAX_STEPS = 2_000;

/** Paths that match one request with one of the paths before them, where neither is more concrete throughout; each with the first such. */
export function overlapsOf(paths: readonly PathElement[]): readonly Overlap[] {
  const root: Branch = { next: new Map() };
  const found: Overlap[] = [];
  for (const path of paths) {
    const segments = segmentsOf(path.path);
    const overlap = overlapIn(root, path, segments);
    if (overlap) found.push(overlap);
    add(root, path, segments);
  }
  return found;
}

function overlapIn(root: Branch, path: PathElement, segments: readonly string[]): Overlap | undefined {
  const stack: Step[] = [{ branch: root, at: 0, isWider: false, isNarrower: false, request: '' }];
  let steps = 0;
  for (let step = stack.pop(); step && steps < MAX_STEPS; step = stack.pop()) {
    steps++;
    const segment = segments[step.at];
    const other = step.branch.path;
    if (segment === undefined && other && step.isWider && step.isNarrower && bothTake(path, other, step.request)) return { path, other, request: step.request };
    if (segment !== undefined) stack.push(...stepsFrom(step, segment));
  }
  return undefined;
}

function stepsFrom({ branch, at, isWider, isNarrower, request }: Step, segment: string): readonly Step[] {
  const steps: Step[] = [];
  for (const name of segment === VARIABLE ? branch.next.keys() : [segment, VARIABLE]) {
    const next = branch.next.get(name);
    const fixed = name === VARIABLE ? segment : name;
    const wider = isWider || (segment === VARIABLE && name !== VARIABLE);
    const narrower = isNarrower || (segment !== VARIABLE && name === VARIABLE);
    if (next) steps.push({ branch: next, at: at + 1, isWider: wider, isNarrower: narrower, request: `${request}/${fixed === VARIABLE ? ANYTHING : fixed}` });
  }
  return steps;
}

const VARIABLE = '{}';
/** What stands in a request where both have a variable. */
const ANYTHING = 'x';

function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => (/^\{[^{}]*\}$/.test(segment) ? VARIABLE : segment));
}

function add(root: Branch, path: PathElement, segments: readonly string[]): void {
  let branch = root;
  for (const segment of segments) {
    const next: Branch = branch.next.get(segment) ?? { next: new Map() };
    branch.next.set(segment, next);
    branch = next;
  }
  branch.path ??= path;
}

/** A method that both have, and variables that may be what the request has in their place: the number of an issue is no `comments`. */
function bothTake(a: PathElement, b: PathElement, request: string): boolean {
  const others = new Map(operationsOf(b).map((operation) => [operation.method, operation]));
  return operationsOf(a).some((operation) => {
    const other = others.get(operation.method);
    return other !== undefined && takes(operation, request) && takes(other, request);
  });
}

function operationsOf(path: PathElement): readonly OperationElement[] {
  return path.children().filter((element): element is OperationElement => element.kind === 'operation');
}

function takes({ path, parameters }: OperationElement, request: string): boolean {
  const texts = request.split('/');
  const known = new Map(parameters().flatMap((parameter) => (parameter.in === 'path' ? [[parameter.name, parameter]] : [])));
  return path.split('/').every((segment, i) => {
    const [, name] = /^\{([^{}]*)\}$/.exec(segment) ?? [];
    const effective = name === undefined ? undefined : known.get(name)?.schema()?.effective();
    const text = texts[i] ?? '';
    if (!effective || text === ANYTHING) return true;
    const isListed = effective.values?.some((value) => String(value) === text) ?? true;
    return isListed && (effective.types?.has('string') !== false || /^-?\d/.test(text));
  });
}

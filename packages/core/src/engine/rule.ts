import type { Mark, Severity } from '../finding/finding.ts';
import type { Edit } from '../text/edit.ts';
import type { Node } from '../tree/node.ts';
import type { Element, Place } from './element.ts';
import type { Fact } from './fact.ts';
import type { Preset } from './preset.ts';

export interface ReportOptions {
  readonly related?: Node | undefined;
  /** What had been announced of what is gone (`base`), or is announced now (`head`). An element that is gone as a whole says it itself. */
  readonly lifecycle?: Fact['lifecycle'];
}

/** Tells one fact: the data that the message is made of, and where it stands if not at the element itself. */
export type ReportFact<Data> = (data: Data, at?: Node | Place, options?: ReportOptions) => void;

/** A repair. `safe`: it cannot change what the contract means to anybody who reads it rightly. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a project may set of a rule. */
export interface RuleOptions<Options extends object> {
  /** A JSON Schema (2020-12) of an object: what may be set, each with a `description`. It goes into the schema of the configuration. */
  readonly schema: object;
  readonly defaults: Options;
}

/**
 * Looks at one version of one element. It decides and words; walking, resolving, severity and options are not its business.
 * Methods, not function properties, so that a rule about one kind of element is a rule about elements.
 */
export interface Rule<E extends Element = Element, Data extends object = object, Options extends object = object> {
  readonly id: string;
  readonly on: E['kind'] | readonly E['kind'][];
  /** As which it is told where it is on. */
  readonly severity: Severity;
  /** The smallest preset that has it on: see `isOn` for the default. */
  readonly preset?: Preset;
  /** As which it is told in sets beside the presets: `owasp`. */
  readonly sets?: Readonly<Record<string, Severity>>;
  readonly options?: RuleOptions<Options>;
  readonly marks?: Mark;
  message(data: Data): string;
  check(element: E, report: ReportFact<Data>, options: Options): void;
  /** Asked only on demand, for a fact that `check` has just reported on this element. */
  fixes?(element: E, data: Data, options: Options): readonly Fix[];
}

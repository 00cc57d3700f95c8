import type { Position } from '../text/source-file.ts';

export type Severity = 'error' | 'warn' | 'info' | 'hint' | 'off';
export type Verdict = 'breaking' | 'dangerous' | 'compatible';
/** Which upgrade breaks: `backward` is a new provider with old consumers, `forward` an old provider with new consumers. */
export interface Impact {
  readonly backward: Verdict;
  readonly forward: Verdict;
}
/**
 * Whom a change hurts: those who exchange messages (`wire`), who uses code generated from the contract (`source`), or who
 * relies on what the messages mean (`semantic`).
 */
export type Audience = 'wire' | 'source' | 'semantic';
/** What a finding makes of the text that it stands on: it does nothing, or it is on its way out. An editor shows it so. */
export type Mark = 'unused' | 'deprecated';
export type Direction = 'input' | 'output';
export type Version = 'base' | 'head';

/** A place that needs no other data to be shown: lines are zero-based, characters UTF-16 units. */
export interface Location {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
  /** JSON Pointer of the node in `uri`. */
  readonly pointer: string;
}

export interface Related {
  readonly message: string;
  readonly at: Location;
  readonly version: Version;
}

/** The proof of a verdict about a schema: a JSON value that one version accepts and the other rejects. */
export interface Witness {
  readonly value: unknown;
  /** Where it crosses, e.g. `POST /orders request body (application/json)`. */
  readonly boundary: string;
  readonly acceptedBy: Version;
  readonly rejectedBy: Version;
}

/** What the maker of a thing says of how long it will be there. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** The day on which it goes, as `2026-12-31`. */
  readonly sunset?: string;
}

/** A break that somebody has agreed to. */
export interface Acceptance {
  /** Of the finding that it is about. */
  readonly fingerprint: string;
  readonly reason: string;
  /** Who agreed. */
  readonly by?: string;
  /** The last day on which it holds, as `2026-12-31`. */
  readonly until?: string;
}

/** What people call a part of a contract by, when they say what holds there. */
export interface Subject {
  /** `/pets/{id}`. */
  readonly path: string;
  /** `GET /pets/{id}` and `getPet`; empty for a path as a whole. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
}

/** What a finding tells: plain JSON, complete in itself. */
export interface Finding {
  /** `problem`: the text could not be read or followed; `rule`: one version; `change`: two versions; `policy`: a decision about the others. */
  readonly kind: 'problem' | 'rule' | 'change' | 'policy';
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Location;
  readonly related: readonly Related[];
  /** Stable over moves and unrelated edits: what is said, about which element, not where. */
  readonly fingerprint: string;
  readonly impact?: Impact;
  /** What a change is for each audience that it concerns. */
  readonly audiences?: Readonly<Partial<Record<Audience, Verdict>>>;
  /** For the audiences that were asked for; what is worse for another one counts one level less. */
  readonly verdict?: Verdict;
  /** What had been announced of something that is gone (`base`), or is announced of something now (`head`); and what seems to have come in its place. */
  readonly lifecycle?: Lifecycle & { readonly of: Version; readonly successor?: string };
  /** How much the base promises of it, if less than everything: `draft`, `alpha` or `beta`. */
  readonly stability?: string;
  /** Why the verdict is milder than the facts. */
  readonly excused?: string;
  readonly accepted?: Acceptance;
  /** Why its author knows of it; empty if that is not said. It is counted, and in no report. */
  readonly suppressed?: string;
  /** The base has it too: it is told, and fails nothing. */
  readonly inBase?: true;
  /** The earlier version that shows it, if it is not the last one. */
  readonly comparedWith?: string;
  readonly witness?: Witness;
  /** Why a verdict about a schema is not proved. */
  readonly unproved?: string;
  /** Why it is told although it is proved that every message is let through. */
  readonly caveat?: string;
  /** Operations concerned, e.g. `GET /pets/{id} response 200`; sorted. */
  readonly affects?: readonly string[];
  /** What it concerns, as far as settings have to know it: one of each group that they tell apart. In no report. */
  readonly within?: readonly Subject[];
  /** Told by a rule of the project: what pages say of a rule with this id is not about it. */
  readonly ofRuleset?: true;
  /** Whether asking for fixes can give one. */
  readonly fixable?: boolean;
  /** Who is hurt and how: what the page says under Why. */
  readonly reason?: string;
  /** What to do about it: what the page says under What to do. */
  readonly advice?: string;
  /** What a consumer has to do to move to the new version: what the page says under Consumers. */
  readonly migration?: string;
}

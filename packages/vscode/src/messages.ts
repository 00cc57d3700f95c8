import type { Range } from 'vscode-languageclient';

/** What the server says and answers beyond the protocol, as `packages/language-server/src/overview` defines it. */
export interface Status {
  readonly uri: string;
  readonly level: 'none' | 'checking' | 'fine' | 'dangerous' | 'breaking';
  readonly text: string;
  readonly detail: string;
  readonly baseUri?: string;
}

export type ReportAnswer = { readonly title: string; readonly html: string } | { readonly refusal: string };

export interface BaseChoice {
  readonly base: string;
  readonly label: string;
  readonly kind: 'branch' | 'tag' | 'commit';
}

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

export interface ListedChange {
  readonly message: string;
  readonly verdict: 'breaking' | 'dangerous' | 'compatible' | 'accepted';
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly at: Place;
  readonly before?: Place;
}

export interface ChangeGroup {
  readonly label: string;
  readonly changes: readonly ListedChange[];
}

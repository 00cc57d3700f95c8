import { escapeUnsafe, type Finding, type Location, type Mark, type Related, type Severity } from '@breakwater/core';
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';

const SOURCE = 'breakwater';

/** Where a finding's uris lead in the editor. */
export interface Places {
  readonly headUri: (uri: string) => string;
  /** `undefined` if the editor cannot show a text of the base. */
  readonly baseUri: (uri: string) => string | undefined;
  readonly helpUri: (ruleId: string) => string | undefined;
  readonly markOf: (ruleId: string) => Mark | undefined;
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
  off: DiagnosticSeverity.Hint,
};

const TAG: Readonly<Record<Mark, DiagnosticTag>> = { unused: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** Positions are the protocol's own: zero-based lines, UTF-16 characters. */
export function toDiagnostic(finding: Finding, places: Places): Diagnostic {
  const { ruleId, message, at, related, fingerprint } = finding;
  const href = finding.ofRuleset ? undefined : places.helpUri(ruleId);
  const mark = markOf(finding, places);
  return {
    range: toRange(at),
    severity: severityOf(finding),
    ...(mark && { tags: [TAG[mark]] }),
    code: ruleId,
    ...(href !== undefined && { codeDescription: { href } }),
    source: SOURCE,
    message: escapeUnsafe(message),
    ...(related.length > 0 && { relatedInformation: related.map((one) => toRelated(one, finding, places)) }),
    data: fingerprint,
  };
}

/** What harms nobody, or was agreed to, would be noise in the list of problems while one types: it is there for who looks at the place. */
function severityOf({ verdict, severity, accepted }: Finding): DiagnosticSeverity {
  return verdict === 'compatible' || accepted ? DiagnosticSeverity.Hint : SEVERITY[severity];
}

/** A change by which something is deprecated says so itself. */
function markOf({ ruleId, lifecycle, ofRuleset }: Finding, places: Places): Mark | undefined {
  if (lifecycle?.of === 'head' && lifecycle.deprecated) return 'deprecated';
  return ofRuleset ? undefined : places.markOf(ruleId);
}

export function toRange({ start, end }: Location): Range {
  return { start: { ...start }, end: { ...end } };
}

/** An old place that cannot be opened is told in words, beside the finding itself. */
function toRelated({ message, at, version }: Related, finding: Finding, { headUri, baseUri }: Places): DiagnosticRelatedInformation {
  const uri = version === 'head' ? headUri(at.uri) : baseUri(at.uri);
  if (uri !== undefined) return { location: { uri, range: toRange(at) }, message };
  const inWords = `${message.replace(/\.$/, '')}: line ${at.start.line + 1} of ${escapeUnsafe(at.uri)} in the base.`;
  return { location: { uri: headUri(finding.at.uri), range: toRange(finding.at) }, message: inWords };
}

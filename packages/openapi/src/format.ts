import { child, type Format, type Rule, rootOf, type Severity, type Snapshot } from '@breakwater/core';
import { createJudge } from '@breakwater/json-schema';
import { CHANGES } from './changes.ts';
import { apiOf } from './model/api.ts';
import { deprecatedBy } from './model/deprecated-by.ts';
import { documentOf } from './model/document.ts';
import { OWASP } from './owasp.ts';
import { referencesOf } from './references.ts';
import { RULES } from './rules.ts';
import { DIALECTS, detectVersion } from './version.ts';
import { writing } from './writing/writing.ts';

export const openapi: Format = {
  id: 'openapi',
  sign: '`openapi` or `swagger`',
  detect: detectVersion,
  referencesOf,
  model: apiOf,
  versionOf: (snapshot) => child(child(rootOf(snapshot), 'info'), 'version'),
  deprecatedBy,
  judge: (base, head, mode) => createJudge({ base: versionOf(base), head: versionOf(head), mode }),
  writing,
  rules: RULES.map((rule) => withSet(rule, 'owasp', OWASP)),
  changes: CHANGES,
};

function versionOf(snapshot: Snapshot) {
  return { snapshot, dialect: documentOf(snapshot)?.dialect ?? DIALECTS['3.1'] };
}

function withSet(rule: Rule, name: string, set: ReadonlyMap<string, Severity>): Rule {
  const severity = set.get(rule.id);
  return severity === undefined ? rule : { ...rule, sets: { ...rule.sets, [name]: severity } };
}

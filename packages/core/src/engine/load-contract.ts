import type { Finding } from '../finding/finding.ts';
import { findProblems } from '../problems/find-problems.ts';
import { notAContract } from '../problems/not-a-contract.ts';
import { problemAt, problemIn } from '../problems/problem.ts';
import { versionSupported } from '../problems/version-supported.ts';
import { fileWith } from '../text/edited-file.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Reader } from '../tree/reader.ts';
import type { Host } from '../workspace/host.ts';
import { LivingSnapshots } from '../workspace/living-snapshots.ts';
import { load } from '../workspace/load.ts';
import { isDamaged, rootOf, type Snapshot } from '../workspace/snapshot.ts';
import type { Contract } from './checker.ts';
import type { Detection, Format } from './format.ts';

/** Reads a contract with all that it refers to, and understands it as far as it goes. */
export async function loadContract(entry: string, host: Host, formats: readonly Format[], read: Reader): Promise<Contract | { refusal: string }> {
  const first = await host.readFile(entry);
  if ('refusal' in first) return first;
  const remembering: Host = { readFile: async (uri) => (uri === entry ? first : host.readFile(uri)) };
  const source = fileWith(entry, first);
  const result = read(source);
  const readOnce = (file: SourceFile) => (file.uri === entry ? result : read(file));
  const detected = detectIn(result.root, formats);
  const snapshot = await load(entry, remembering, {
    referencesOf: detected?.format.referencesOf ?? (() => []),
    read: readOnce,
    ...(read.rereads && { living: LivingSnapshots.of(read) }),
  });
  return understand(snapshot, detected, formats);
}

function understand(snapshot: Snapshot, detected: Detected | undefined, formats: readonly Format[]): Contract {
  const problems = [...findProblems(snapshot), ...identityProblems(snapshot, detected, formats)];
  const supported = detected?.detection.supported === true;
  const model = supported ? detected.format.model(snapshot) : undefined;
  return { snapshot, format: detected?.format, detection: detected?.detection, model, problems, incomparable: incomparable(snapshot, detected) };
}

function incomparable(snapshot: Snapshot, detected: Detected | undefined): string | undefined {
  if (isDamaged(snapshot)) return 'could only be read in part';
  if (!detected) return 'is no API contract that Breakwater knows';
  return detected.detection.supported ? undefined : `is ${detected.detection.label}, which is not supported`;
}

function identityProblems(snapshot: Snapshot, detected: Detected | undefined, formats: readonly Format[]): readonly Finding[] {
  const root = rootOf(snapshot);
  const file = snapshot.files.get(snapshot.entry);
  if (detected) {
    const { label, supported, at } = detected.detection;
    return supported ? [] : [problemAt(versionSupported, `${label} is not supported.`, at)];
  }
  if (!file || file.damaged || file.problems.length > 0) return [];
  const message = `This is no API contract that Breakwater knows: its root has no ${formats.map(({ sign }) => sign).join(', ')}.`;
  return [
    root
      ? problemAt(notAContract, message, root, root.kind === 'map' && root.entries[0] ? root.entries[0] : root)
      : problemIn(notAContract, message, file.source, { start: 0, end: 0 }),
  ];
}

interface Detected {
  readonly format: Format;
  readonly detection: Detection;
}

/** The first format that takes a text for its own. */
export function detectIn(root: Parameters<Format['detect']>[0] | undefined, formats: readonly Format[]): Detected | undefined {
  for (const format of root ? formats : []) {
    const detection = root && format.detect(root);
    if (detection) return { format, detection };
  }
  return undefined;
}

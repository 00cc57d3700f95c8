import { createChecker, type ReadResult, readText, type SourceFile } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';

export const checker = createChecker(FORMATS, { guideOf, read: remembering(readText) });

/** A contract is looked at to find out whether it is one, whether it is touched, and to be checked: it is read once. */
function remembering(read: (file: SourceFile) => ReadResult): (file: SourceFile) => ReadResult {
  const known = new Map<string, { readonly text: string; readonly result: ReadResult }[]>();
  return (file) => {
    const versions = known.get(file.uri) ?? [];
    known.set(file.uri, versions);
    const same = versions.find(({ text }) => text === file.text);
    if (same) return same.result;
    const result = read(file);
    versions.push({ text: file.text, result });
    return result;
  };
}

export function isContract(file: SourceFile): boolean {
  return checker.detect(file) !== undefined;
}

import type { SourceFile } from '@breakwater/core';
import { contractsAmong, mayHoldContracts } from './contracts-among.ts';
import { diskHost } from './disk-host.ts';
import { filesOnDisk } from './files-on-disk.ts';
import type { ReadLimits } from './text-file.ts';

/** The contracts below a folder, by their content, as paths relative to it. What `isContract` does not know is left out. */
export async function discoverContracts(folder: string, isContract: (file: SourceFile) => boolean, limits?: ReadLimits): Promise<readonly string[]> {
  return (await contractsAmong((await filesOnDisk(folder)).filter(mayHoldContracts), diskHost(folder, limits), isContract)).found;
}

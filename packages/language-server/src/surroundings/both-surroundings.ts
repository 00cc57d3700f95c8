import { isOnDisk } from '../session/path.ts';
import type { Surroundings } from './surroundings.ts';

/** The disk for what lies on it, the editor for the rest. */
export function bothSurroundings(disk: Surroundings, client: Surroundings): Surroundings {
  return {
    ...disk,
    filesBelow: (folder) => of(folder).filesBelow(folder),
    namesIn: (folder) => of(folder).namesIn(folder),
    contractsBelow: (folder, isContract) => of(folder).contractsBelow(folder, isContract),
    repositoryTop: (folder) => of(folder).repositoryTop(folder),
  };

  function of(folder: string): Surroundings {
    return isOnDisk(folder) ? disk : client;
  }
}

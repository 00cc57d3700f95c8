import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';
import { bothSurroundings } from './surroundings/both-surroundings.ts';
import { clientSurroundings } from './surroundings/client-surroundings.ts';
import { diskSurroundings } from './surroundings/disk-surroundings.ts';

// `--stdio`, `--node-ipc` and the like are read from the command line.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, { surroundings: bothSurroundings(diskSurroundings, clientSurroundings(connection)) });

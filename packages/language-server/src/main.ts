import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';
import { diskSurroundings } from './surroundings/disk-surroundings.ts';

// `--stdio`, `--node-ipc` and the like are read from the command line.
startServer(createConnection(ProposedFeatures.all), { surroundings: diskSurroundings });

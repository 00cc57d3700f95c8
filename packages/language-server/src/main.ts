import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// `--stdio`, `--node-ipc` and the like are read from the command line.
startServer(createConnection(ProposedFeatures.all));

/// <reference lib="webworker" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { startServer } from './server.ts';
import { clientSurroundings } from './surroundings/client-surroundings.ts';

/** The server in a worker of a browser: it has no disk, and asks the editor for files. */
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, { surroundings: clientSurroundings(connection) });

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';
import { diskSurroundings } from './surroundings/disk-surroundings.ts';

/** The server on standard input and output, as `breakwater lsp --stdio` starts it. */
export function startStdioServer(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), { surroundings: diskSurroundings });
}

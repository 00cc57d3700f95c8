export { baseText, type ServerOptions, startServer } from './server.ts';
export { startStdioServer } from './stdio.ts';
export { type Places, toDiagnostic } from './to-diagnostic.ts';

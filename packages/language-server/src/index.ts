export { baseText } from './diagnostics/base-text.ts';
export { type Places, toDiagnostic } from './diagnostics/to-diagnostic.ts';
export { type ServerOptions, startServer } from './server.ts';
export { startStdioServer } from './stdio.ts';
export { diskSurroundings } from './surroundings/disk-surroundings.ts';

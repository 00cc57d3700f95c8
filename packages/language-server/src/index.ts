export { startStdioServer } from './stdio.ts';

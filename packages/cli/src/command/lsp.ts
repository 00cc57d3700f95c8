import { startStdioServer } from '@breakwater/language-server';
import { EXIT, type Exit, type Io } from '../io.ts';

/** Starts the language server; it ends when the editor says so. */
export function lsp({ stdio }: { readonly stdio?: boolean }, io: Io): Exit | undefined {
  if (!stdio) {
    io.err('breakwater: The language server speaks over standard input and output only: start it with `breakwater lsp --stdio`.\n');
    return EXIT.failed;
  }
  startStdioServer();
  return undefined;
}

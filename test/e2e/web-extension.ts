import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import type { Page } from 'playwright-core';

const TYPES: Readonly<Record<string, string>> = { '.json': 'application/json', '.js': 'text/javascript', '.cjs': 'text/javascript', '.png': 'image/png' };

/** Serves the folder of the packaged extension on the loopback interface, as a gallery of web extensions does. */
export async function serveExtension(folder: string): Promise<{ readonly port: number; close(): void }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const name = normalize(decodeURIComponent(url.split('?', 1)[0] ?? '')).replace(/^(\.\.[/\\])+/, '');
    const body = await readFile(join(folder, name)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[/\.\w+$/.exec(name)?.[0] ?? ''] ?? 'text/plain', 'access-control-allow-origin': '*' });
    response.end(body);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('No free port.'));
    });
  });
  return { port, close: () => void server.close() };
}

/** Tells the workbench, before it starts, of an extension that runs in the browser. It has to come from the origin of the page. */
export async function addWebExtension(page: Page, port: number, extension: number): Promise<void> {
  const place = { scheme: 'http', authority: `127.0.0.1:${port}`, path: `/proxy/${extension}` };
  await page.addInitScript((location) => {
    new MutationObserver(() => {
      const options = document.getElementById('vscode-workbench-web-configuration');
      if (!options || options.dataset.done) return;
      options.dataset.done = 'yes';
      const known = JSON.parse(options.getAttribute('data-settings') ?? '{}');
      options.setAttribute('data-settings', JSON.stringify({ ...known, additionalBuiltinExtensions: [location] }));
    }).observe(document, { childList: true, subtree: true });
  }, place);
}

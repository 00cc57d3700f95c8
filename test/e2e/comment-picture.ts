/**
 * Takes the picture of the comment for the documentation: `npm run picture`. The Action runs on a loopback GitHub with the example
 * of this repository; what it writes is made to HTML as GitHub does (GitHub Flavored Markdown, GitHub's own style sheet) and shown
 * in Chromium, at the width of a conversation.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';
import { checkOut } from '../github/checkout.ts';
import { PROJECT } from '../github/description.ts';
import { pullRequestEvent } from '../github/event.ts';
import { startGitHub } from '../github/loopback.ts';
import { buildRepository } from '../github/repository.ts';
import { runAction } from '../github/runner.ts';

const FILE = 'api/orders.yaml';
const PICTURE = join(PROJECT, 'docs/images/comment.png');

const html = pageOf(await commentOn(example('before'), example('after')));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 860, height: 1_000 }, deviceScaleFactor: 1 });
  await page.setContent(html);
  await page.screenshot({ path: PICTURE, fullPage: true });
} finally {
  await browser.close();
}

function example(version: string): string {
  return readFileSync(join(PROJECT, `examples/orders-${version}.yaml`), 'utf8');
}

async function commentOn(before: string, after: string): Promise<string> {
  const repository = await buildRepository({ base: { [FILE]: before }, head: { [FILE]: after } });
  const github = await startGitHub({ repository });
  const workspace = await checkOut({ remote: `${github.url}/${repository.fullName}`, sha: repository.pull.mergeSha, ref: 'refs/pull/7/merge' });
  try {
    await runAction({ workspace: workspace.path, event: pullRequestEvent({ repository }), token: 'write-token', github });
    const [comment] = github.state.comments;
    if (!comment) throw new Error('The Action wrote no comment.');
    return comment.body;
  } finally {
    await github.close();
    await Promise.all([workspace.remove(), repository.remove()]);
  }
}

function pageOf(markdown: string): string {
  const style = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  const body = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const frame = 'margin:16px;padding:16px;border:1px solid #d1d9e0;border-radius:6px;font-size:14px';
  return `<!doctype html><meta charset="utf-8"><style>${style} body{margin:0;background:#fff}</style><article class="markdown-body" style="${frame}">${body}</article>`;
}

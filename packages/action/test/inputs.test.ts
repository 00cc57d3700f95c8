import { describe, expect, test } from 'vitest';
import { inputsOf as read } from './inputs-of.ts';

test('how large a file may be is given in megabytes', () => {
  expect([read().maxFileSize, read({ 'max-file-size': '5' }).maxFileSize, read({ 'max-file-size': '500' }).maxFileSize]).toEqual([20e6, 5e6, 500e6]);
});

test('nothing given leaves it to the configuration, and writes no more than the comment', () => {
  expect(read()).toMatchObject({
    ...{ files: [], base: '', config: '', merge: '', token: 'the-token', sarifFile: '' },
    ...{ comment: true, review: false, checkRun: false, sarifUpload: false },
  });
  expect([read().failOn, read().mode, read().audiences, read().shard]).toEqual([undefined, undefined, undefined, undefined]);
});

test('what is given is taken as it is', () => {
  expect(read({ files: 'a.yaml, b/*.yaml\n\n c.json ', config: 'ci/x.yaml', base: 'main', merge: 'r/*.json', 'sarif-file': 'x.sarif' })).toMatchObject({
    ...{ files: ['a.yaml', 'b/*.yaml', 'c.json'], config: 'ci/x.yaml', base: 'main', merge: 'r/*.json', sarifFile: 'x.sarif' },
  });
  expect(read({ files: '{a,b}/*.{yaml,json},c.yaml' }).files).toEqual(['{a,b}/*.{yaml,json}', 'c.yaml']);
  for (const mode of ['BACKWARD', 'FORWARD', 'FULL', 'NONE']) expect(read({ mode }).mode).toBe(mode);
  expect(read({ audience: 'wire, source,semantic' }).audiences).toEqual(['wire', 'source', 'semantic']);
});

test.each([
  ['breaking', { changes: 'breaking', rules: 'error' }],
  ['dangerous', { changes: 'dangerous', rules: 'error' }],
  ['any', { changes: 'any', rules: 'error' }],
  ['error', { changes: 'breaking', rules: 'error' }],
  ['warn', { changes: 'breaking', rules: 'warn' }],
  ['info', { changes: 'breaking', rules: 'info' }],
  ['never', { changes: 'never', rules: 'never' }],
  ['dangerous, warn', { changes: 'dangerous', rules: 'warn' }],
  ['info,any', { changes: 'any', rules: 'info' }],
  ['never, warn', { changes: 'never', rules: 'warn' }],
])('the bar %s', (text, bar) => {
  expect(read({ 'fail-on': text }).failOn).toEqual(bar);
});

describe('a switch', () => {
  test.each([
    ['comment', 'comment'],
    ['review', 'review'],
    ['check-run', 'checkRun'],
    ['sarif-upload', 'sarifUpload'],
  ] as const)('%s is on or off, and nothing else', (name, member) => {
    expect([read({ [name]: 'true' })[member], read({ [name]: 'false' })[member]]).toEqual([true, false]);
    for (const wrong of ['yes', 'TRUE', '1', '']) expect(() => read({ [name]: wrong })).toThrow(`the input \`${name}\` is \`${wrong}\``);
  });
});

test.each([
  ['mode', 'BACKWARDS', 'allowed are BACKWARD, FORWARD, FULL, NONE'],
  ['audience', 'wire,people', 'has `people`; allowed are wire, source, semantic'],
  ['fail-on', 'breaking,braking', 'has `braking`; allowed are breaking, dangerous, any, error, warn, info, never'],
  ['shard', '3/2', '`3/2`'],
  ['max-file-size', '20MB', '`20MB`; it has to be a number of megabytes'],
  ['max-file-size', '0', '`0`'],
  ['max-file-size', '', '``'],
])('a slip of the pen in %s weakens no check', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(message);
});

test.each([
  ['1/1', { index: 1, of: 1 }],
  [' 2/4 ', { index: 2, of: 4 }],
  ['4/4', { index: 4, of: 4 }],
  ['999/999', { index: 999, of: 999 }],
])('the part %s', (text, part) => {
  expect(read({ shard: text }).shard).toEqual(part);
});

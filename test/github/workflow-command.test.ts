import { describe, expect, test } from 'vitest';
import { annotationsOf } from './annotation.ts';
import { MAX_SUMMARY, parseCommandFile, readSummary } from './command-file.ts';
import { parseCommand, parseLog } from './workflow-command.ts';

describe('a line of the log', () => {
  test.each([
    ['::error file=a%2Cb.yaml,line=3,title=x%3Ay::one%0Atwo', { name: 'error', properties: { file: 'a,b.yaml', line: '3', title: 'x:y' }, data: 'one\ntwo' }],
    ['  ::add-mask::secret', { name: 'add-mask', properties: {}, data: 'secret' }],
    ['a title ##[add-mask]secret', { name: 'add-mask', properties: {}, data: 'secret' }],
    ['##[set-output name=breaking]0', { name: 'set-output', properties: { name: 'breaking' }, data: '0' }],
    ['::WARNING::%250A', { name: 'warning', properties: {}, data: '%0A' }],
    ['::nothing::##[debug]x', { name: 'debug', properties: {}, data: 'x' }],
    ['::notice broken,line=1::x', { name: 'notice', properties: { line: '1' }, data: 'x' }],
  ])('%s is a command', (line, command) => {
    expect(parseCommand(line)).toEqual(command);
  });

  test.each(['a ::error::x', '::error x', '::unknown::x', '##[unknown]x', '##[error', ': :error::x', ''])('%s is text', (line) => {
    expect(parseCommand(line)).toBeUndefined();
  });
});

test('a lone carriage return begins a line, as a line feed does', () => {
  expect(parseLog('text\r::add-mask::a\r\n::debug::b\n').map(({ data }) => data)).toEqual(['a', 'b']);
});

test('between stop-commands and its token nothing counts', () => {
  const log = '::stop-commands::Token\n::error::hidden\n##[add-mask]hidden\n::token::\n::error::seen';
  expect(parseLog(log).map(({ name, data }) => [name, data])).toEqual([
    ['stop-commands', 'Token'],
    ['error', 'seen'],
  ]);
});

describe('an annotation', () => {
  const placeOf = (properties: string) => {
    const [annotation] = annotationsOf(parseLog(`::error ${properties}::x`));
    return [annotation?.startLine, annotation?.startColumn, annotation?.endLine, annotation?.endColumn];
  };

  test.each([
    ['line=2,endLine=2,col=3,endColumn=5', [2, 3, 2, 5]],
    ['line=2,endLine=4,col=3,endColumn=5', [2, undefined, 4, undefined]],
    ['line=4,endLine=2', [undefined, undefined, undefined, undefined]],
    ['endLine=2', [2, undefined, 2, undefined]],
    ['col=3', [undefined, undefined, undefined, undefined]],
    ['line=2,col=5,endColumn=3', [2, undefined, undefined, undefined]],
  ])('with %s', (properties, place) => {
    expect(placeOf(properties)).toEqual(place);
  });

  test('is shown for the first ten of a level, and its message is cut', () => {
    const log = `${'::error::x\n'.repeat(11)}::warning::${'y'.repeat(5000)}`;
    const annotations = annotationsOf(parseLog(log));
    expect(annotations.map(({ isShown }) => isShown)).toEqual([...Array<boolean>(10).fill(true), false, true]);
    expect(annotations.at(-1)?.message).toHaveLength(4096);
  });
});

describe('GITHUB_OUTPUT', () => {
  test('holds single lines and blocks', () => {
    expect(parseCommandFile('a=1=2\n\nb<<END\nx=y\n\nlast\nEND\nc<<END\nEND\n')).toEqual({
      values: { a: '1=2', b: 'x=y\n\nlast', c: '' },
      error: undefined,
    });
  });

  test.each(['a', '=1', 'a<<', 'a<<END\nb=1\n'])('fails the step with %j', (text) => {
    expect(parseCommandFile(`ok=1\n${text}`)).toMatchObject({ values: { ok: '1' }, error: expect.stringContaining('Invalid') });
  });
});

test('a summary over 1 MiB is not shown', () => {
  expect(readSummary(Buffer.alloc(MAX_SUMMARY, 'x')).text).toHaveLength(MAX_SUMMARY);
  expect(readSummary(Buffer.alloc(MAX_SUMMARY + 1, 'x'))).toEqual({ text: '', error: expect.stringContaining('upload aborted') });
});

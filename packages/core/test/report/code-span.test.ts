import { describe, expect, test } from 'vitest';
import { codeSpan, prose } from '../../src/index.ts';

describe('a code span', () => {
  test.each([
    ['a b', '`a b`'],
    ['a \n\t b \r\n c', '`a b c`'],
    ['a`b`c', '`a\u02CBb\u02CBc`'],
    ['a|b|c', '`a\u2502b\u2502c`'],
    ['##[error]a ##[error]b', '`#\uFF03[error]a #\uFF03[error]b`'],
    ['a\u202eb\u200bc', '`abc`'],
    ['', '`\u00B7`'],
    ['  ', '`\u00B7`'],
    ['\u202e', '`\u00B7`'],
  ])('of %j', (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  test('is cut at two hundred characters, or where it is said', () => {
    expect([codeSpan('x'.repeat(200)), codeSpan('x'.repeat(201))]).toEqual([`\`${'x'.repeat(200)}\``, `\`${'x'.repeat(200)}…\``]);
    expect([codeSpan('xyz', 3), codeSpan('xyzw', 3)]).toEqual(['`xyz`', '`xyz…`']);
  });
});

describe('prose', () => {
  test.each([
    ['The value `a` of `b` is gone.', 'The value `a` of `b` is gone.'],
    ['`a``b`', '`a` `b`'],
    ['`a``b``c`', '`a` `b` `c`'],
    ['`a` `@b` c', '`a` `@b` c'],
    ['a \n b\t c', 'a b c'],
    ['  a  ', ' a '],
    ['', ''],
    ['one ` two @x', '`one \u02CB two @x`'],
    ['1. one', '1\\. one'],
    ['  12) one', ' 12\\) one'],
    ['x 1. one', 'x 1. one'],
    ['a <b> & c', 'a &#60;b&#62; &#38; c'],
    ['ü é 例', 'ü é 例'],
    ["it's (a), b; c? d! e… f-g.", "it's (a), b; c? d! e… f-g."],
    ['a\u0301 b', 'a&#769; b'],
  ])('of %j', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test('leaves a word with plain punctuation as text, and makes every other one a code span', () => {
    for (const mark of `'"()[]{}<>*_~!?,;:=+^&…–—→-\u0301`) expect([mark, prose(`x a${mark}b x`)]).toEqual([mark, expect.not.stringContaining('`')]);
    for (const mark of '@#/$%\\0.') expect([mark, prose(`x a${mark}b x`)]).toEqual([mark, `x \`a${mark}b\` x`]);
    expect([prose('x end. x'), prose('x end... x'), prose('x .end x')]).toEqual(['x end. x', 'x end... x', 'x `.end` x']);
  });

  test('leaves a number as text, in brackets and before punctuation too', () => {
    for (const number of ['1', '123456', '1.5', '123456.654321', '50%', '(12)', '(12', '3.', '3,', '3;', '3:', '3)', '12.5%).'])
      expect([number, prose(`x ${number} x`)]).toEqual([number, `x ${escaped(number)} x`]);
    for (const number of ['1234567', '1.1234567', '1.2.3', '-1', '1e5', '((1)', '1%%', '1!'])
      expect([number, prose(`x ${number} x`)]).toEqual([number, `x \`${number}\` x`]);
  });

  test.each(['wwwx', 'xhttpx', 'FTPx', 'xmailto', 'xmppx', ':tada:', 'a:b:c', 'deadbee', 'xDEADBEEx', '@x', 'a@b'])(
    'makes a code span of what GitHub would act on: %s',
    (word) => {
      expect(prose(`x ${word} x`)).toBe(`x \`${word}\` x`);
    },
  );

  test.each(['ww', 'htt', 'mail', 'a:b', 'deadbe', 'xdeadbex'])('leaves what it would not act on: %s', (word) => {
    expect(prose(`x ${word} x`)).toBe(`x ${escaped(word)} x`);
  });

  test('makes a code span of a word that is too long to be one', () => {
    expect([prose('z'.repeat(60)), prose('z'.repeat(61))]).toEqual(['z'.repeat(60), `\`${'z'.repeat(61)}\``]);
  });

  test('is cut where it is long, and what nobody can take apart is cut sooner', () => {
    expect(prose('y '.repeat(1_000))).toBe('y '.repeat(1_000));
    expect(prose(`${'y '.repeat(1_000)}z`)).toBe(`${'y '.repeat(1_000)}…`);
    expect(prose(`\`${'y'.repeat(399)}`)).toBe(`\`\u02CB${'y'.repeat(399)}\``);
    expect(prose(`\`${'y'.repeat(400)}`)).toBe(`\`\u02CB${'y'.repeat(399)}…\``);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[%:]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

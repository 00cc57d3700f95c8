import { expect, test } from 'vitest';
import { exactNumber } from '../../src/containment/decimal.ts';

test.each([
  ['15e-1', ['1.5', '1.50', '15e-1', '+1.5', '0.15e1', '0.00015E4', '1500e-3']],
  ['-1e3', ['-1000', '-1e3', '-1.000E+3', '-100e1']],
  ['0', ['0', '-0', '0.0', '.0', '0e99', '000']],
  ['9007199254740993e0', ['9007199254740993', '9007199254740993.0', '90071992547409930e-1']],
  ['1e400', ['1e400', '10e399', `1${'0'.repeat(400)}`]],
  ['5e-1', ['.5', '0.5', '+.50']],
])('one text for one number: %s', (exact, texts) => {
  expect(texts.map(exactNumber)).toEqual(texts.map(() => exact));
});

test('what is no decimal, or of an exponent beyond all computers, is itself', () => {
  for (const text of ['0x10', '1_000', '.', '-', 'e5', '', '.inf', '1e5e5', `1e${'9'.repeat(20)}`]) expect(exactNumber(text)).toBe(text);
});

test('a million digits are read in no time that anybody minds', () => {
  const zeros = '0'.repeat(1_000_000);
  expect(exactNumber(`1${zeros}1${zeros}`)).toBe(`1${zeros}1e1000000`);
  expect(exactNumber(`0.${zeros}1`)).toBe('1e-1000001');
});

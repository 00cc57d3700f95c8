import { wordsOf } from './words.ts';

export interface MoneyNames {
  readonly words: readonly string[];
  readonly except: readonly string[];
}

/** Last words of names of amounts, and words that make a name one of something else. */
export const MONEY: MoneyNames = {
  words: ['amount', 'price', 'cost', 'fee', 'fees', 'subtotal', 'balance', 'tax', 'discount', 'refund', 'salary', 'revenue', 'payout'],
  except: ['rate', 'percent', 'percentage', 'count', 'quantity', 'ratio', 'factor', 'index', 'number', 'id', 'change'],
};

/** Words by which the name of an amount says its currency. */
export const CURRENCIES: readonly string[] = ['dollar', 'dollars', 'usd', 'euro', 'euros', 'eur', 'pound', 'pounds', 'gbp', 'yen', 'jpy', 'franc', 'chf'];

export const MONEY_OPTIONS = {
  type: 'object',
  properties: {
    words: { description: 'Last words of names of amounts of money.', type: 'array', items: { type: 'string' } },
    except: { description: 'Words that make a name one of something else.', type: 'array', items: { type: 'string' } },
  },
} as const;

export function isMoney(name: string, { words, except }: MoneyNames): boolean {
  const own = wordsOf(name);
  return words.includes(own.at(-1) ?? '') && !own.some((word) => except.includes(word));
}

export { FORMATS } from './formats.ts';
export { adviceOf, ruleInfoOf, ruleInfos } from './guide.ts';
export { PAGES } from './pages.ts';

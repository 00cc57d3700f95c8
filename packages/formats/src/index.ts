export { FORMATS } from './formats.ts';
export { adviceOf, type RuleInfo, ruleInfoOf, ruleInfos } from './guide.ts';
export { PAGES } from './pages.ts';

export { catalog } from './catalog.ts';
export { FORMATS } from './formats.ts';
export { guideOf, ruleInfoOf, ruleInfos } from './guide.ts';
export { language } from './language.ts';
export { PAGES } from './pages.ts';

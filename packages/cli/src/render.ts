import { type Report, toGithubCommands, toHtml, toJson, toMarkdown, toSarif, toText } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';

export const OUTPUT_FORMATS = ['text', 'json', 'markdown', 'sarif', 'html', 'github'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export function render(report: Report, format: OutputFormat, color: boolean): string {
  switch (format) {
    case 'text':
      return toText(report, { color });
    case 'json':
      return toJson(report);
    case 'markdown':
      return toMarkdown(report, { rules: ruleInfos() });
    case 'sarif':
      return toSarif(report, { rules: ruleInfos() });
    case 'html':
      return toHtml(report, { rules: ruleInfos() });
    case 'github':
      return toGithubCommands(report);
  }
}

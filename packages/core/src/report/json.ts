import type { Report } from './report.ts';

/** The report as data; `schema/report.schema.json` of this package describes it. */
export function toJson(report: Report): string {
  return `${JSON.stringify({ $schema: 'https://github.com/breakwater-api/breakwater/blob/main/packages/core/schema/report.schema.json', ...report }, null, 2)}\n`;
}

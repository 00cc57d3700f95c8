import type { Report } from './report.ts';

interface Point {
  readonly text: string;
  /** What a machine has checked and found in order; whatever else is left to people. */
  readonly isDone: boolean;
}

/** What who reviews a change of a contract has to be sure of. What a machine knows to be so is ticked. */
function checklistOf(report: Report): readonly Point[] {
  const { failures, summary, contracts } = report;
  const { breaking, dangerous, accepted, errors, inBase } = summary;
  const asked = contracts.filter(({ raised }) => raised !== undefined);
  return [
    { text: 'Every contract could be read and compared.', isDone: failures.length === 0 },
    { text: inBase > 0 ? 'The rules find no error that the base does not have.' : 'The rules find no error.', isDone: errors === 0 },
    { text: 'No change breaks, unless it is accepted.', isDone: breaking === 0 },
    ...(asked.length > 0 ? [{ text: 'The version rose as the changes ask for.', isDone: asked.every(({ raised }) => raised) }] : []),
    ...(dangerous > 0 ? [{ text: 'What is dangerous was looked at.', isDone: false }] : []),
    ...(accepted > 0 ? [{ text: 'The reasons for what is accepted hold.', isDone: false }] : []),
    ...(breaking + accepted > 0 ? [{ text: 'Consumers know of what breaks, and until when.', isDone: false }] : []),
    { text: 'Names and descriptions say what is meant.', isDone: false },
  ];
}

/** Folded, as it is for the end of a review. */
export function checklistText(report: Report): string {
  const points = checklistOf(report);
  const done = points.filter(({ isDone }) => isDone).length;
  const lines = points.map(({ text, isDone }) => `- [${isDone ? 'x' : ' '}] ${text}\n`);
  return `\n<details><summary>Review checklist (${done} of ${points.length} ticked by the machine)</summary>\n\n${lines.join('')}\n</details>\n`;
}

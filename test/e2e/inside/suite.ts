/** What is tested of one part of the product, in one window. The tests of a suite go on where the one before stopped. */
export type Suite = Readonly<Record<string, () => Promise<void>>>;

/** The host says much of its own: what is for the one who runs the tests is marked. */
export const MARK = '[test] ';

function say(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}

/** Runs suites one after the other, and goes on with the next one where a test fails. */
export async function runSuites(suites: Readonly<Record<string, Suite>>): Promise<void> {
  let failed = 0;
  for (const [part, suite] of Object.entries(suites)) {
    for (const [what, test] of Object.entries(suite)) {
      const start = Date.now();
      const tell = (verdict: string) => say(`${verdict}  ${String(Date.now() - start).padStart(6)} ms  ${part}: ${what}`);
      try {
        await test();
        tell('ok  ');
      } catch (error) {
        tell('FAIL');
        say(String(error instanceof Error ? error.stack : error));
        failed++;
        break;
      }
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${Object.keys(suites).length} parts failed.`);
}

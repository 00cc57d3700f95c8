// Runs a program in this process and says on the last line of its log what that took, start of Node.js included.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(
    `usage ${JSON.stringify({ wall: performance.now() / 1e3, cpu: (userCPUTime + systemCPUTime) / 1e6, mebibytes: Math.round(maxRSS / 1024) })}\n`,
  );
});
require('../packages/action/dist/index.cjs');

import { argv, cwd, exit, stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { tuneForOneRun } from '@breakwater/node';
import type { Io } from './io.ts';
import { run } from './run.ts';

const io: Io = {
  cwd: cwd(),
  stdin: () => text(stdin),
  out: (line) => void stdout.write(line),
  err: (line) => void stderr.write(line),
  today: new Date().toISOString().slice(0, 10),
  color: stdout.isTTY === true && process.env.NO_COLOR === undefined,
  interactive: stderr.isTTY === true,
};

// A language server stays.
if (argv[2] !== 'lsp') tuneForOneRun();

// A reader that has seen enough (`| head`) is no error of ours.
stdout.on('error', () => exit(0));

void run(argv.slice(2), io).then((code) => {
  if (code !== undefined) process.exitCode = code;
});

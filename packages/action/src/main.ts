import { tuneForOneRun } from '@breakwater/node';
import { run } from './run.ts';

tuneForOneRun();
void run();

import { createChecker } from '@breakwater/core';
import { adviceOf, FORMATS } from '@breakwater/formats';

export const checker = createChecker(FORMATS, { adviceOf });

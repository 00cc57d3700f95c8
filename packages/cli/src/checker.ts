import { createChecker } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';

export const checker = createChecker(FORMATS, { guideOf });

/** Whether a rule holds was not found out. The message says why, as a clause of a sentence. */
export class Undecided extends Error {}

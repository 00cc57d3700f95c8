/** A pull request, as whoever asks for its labels and comments names it. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
  readonly issue_number: number;
}

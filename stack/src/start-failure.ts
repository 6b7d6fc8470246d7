/** The platform could not start for a reason that whoever starts it can mend. */
export class StartFailure extends Error {
  readonly remedy: string;

  constructor(problem: string, remedy: string, cause?: unknown) {
    super(problem, { cause });
    this.name = 'StartFailure';
    this.remedy = remedy;
  }
}

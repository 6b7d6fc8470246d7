/** The subgraph could not be reached, did not answer in time, or is given a rest after failing repeatedly. */
export class SubgraphUnavailable extends Error {
  readonly subgraph: string;

  constructor(subgraph: string, reason: string, cause?: unknown) {
    super(`The subgraph "${subgraph}" ${reason}`, cause === undefined ? undefined : { cause });
    this.name = 'SubgraphUnavailable';
    this.subgraph = subgraph;
  }
}

/** An expected refusal as the graph shows it: the member `Refused` of a payload union. */
export interface Refused {
  readonly __typename: 'Refused';
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export function refused(code: string, message: string, remedy: string): Refused {
  return { __typename: 'Refused', code, message, remedy };
}

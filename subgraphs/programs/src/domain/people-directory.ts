/** Where people are found or created by their e-mail address: the profile subgraph, behind a port. */
export interface PeopleDirectory {
  /** Resolves to ids by address. Asking again gives the same ids. */
  resolve(companyId: string, people: PeopleToResolve): Promise<ResolvedPeople>;
}

export interface PeopleToResolve {
  /** Lower case, trimmed. */
  readonly participants: readonly string[];
  readonly volunteers: readonly string[];
  /** What their addresses are ids in: the partner system that sends them. */
  readonly system: string;
  /** The import that brings them, so that its undoing can take them away; null for what comes one by one. */
  readonly importId: string | null;
}

export interface ResolvedPeople {
  readonly participants: ReadonlyMap<string, string>;
  readonly volunteers: ReadonlyMap<string, string>;
}

/** What the editor begins with: a whole rule, so that nobody starts from an empty page. */
export const firstRule = `name: many_sessions
title: Many sessions in a short time
when:
  count:
    of: { event: session }
    atLeast: 5
    within: 30 days
do:
  - set: many_sessions
`;

/** Below this many people a mean would say something about single people, so it is not shown. */
export const smallestGroup = 5;

/** As `Promise.all`, but ends only when all are over: none goes on in a transaction that the failure of another has ended. */
export async function allOver<Results extends readonly unknown[]>(
  work: {
    readonly [Place in keyof Results]: Promise<Results[Place]>;
  },
): Promise<Results> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as Results;
}

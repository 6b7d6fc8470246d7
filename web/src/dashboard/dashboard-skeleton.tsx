import { Loading } from '../states/loading.tsx';
import { Skeleton } from '../states/skeleton.tsx';

/** The dashboard's own shape, so that nothing jumps when the numbers come. */
export function DashboardSkeleton() {
  return (
    <Loading>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {['a', 'b', 'c'].map((key) => (
          <TileSkeleton key={key} />
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {['a', 'b', 'c', 'd'].map((key) => (
          <TileSkeleton key={key} />
        ))}
      </div>
      <Skeleton className="h-96 w-full" />
    </Loading>
  );
}

function TileSkeleton() {
  return (
    <div className="grid gap-4 rounded-base border border-line bg-surface p-4">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="h-10 w-32" />
      <Skeleton className="h-4 w-44" />
      <Skeleton className="h-4 w-full" />
    </div>
  );
}

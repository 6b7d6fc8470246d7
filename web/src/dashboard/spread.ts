/**
 * How far each of several labels at these heights (pixels) has to move so that no two are nearer than `gap`. The order stays,
 * and a crowded group is spread around its own middle.
 */
export function spread(heights: readonly number[], gap: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((one, other) => one.height - other.height);
  const placed: { top: number; members: typeof order }[] = [];
  for (const label of order) {
    placed.push({ top: label.height, members: [label] });
    for (
      let last = placed.at(-1), before = placed.at(-2);
      last && before;
      last = placed.at(-1), before = placed.at(-2)
    ) {
      if (before.top + before.members.length * gap <= last.top) break;
      const members = [...before.members, ...last.members];
      const mean = members.reduce((sum, { height }) => sum + height, 0) / members.length;
      placed.splice(-2, 2, { top: mean - ((members.length - 1) * gap) / 2, members });
    }
  }
  const moves = heights.map(() => 0);
  for (const { top, members } of placed) {
    members.forEach(({ height, index }, place) => {
      moves[index] = top + place * gap - height;
    });
  }
  return moves;
}

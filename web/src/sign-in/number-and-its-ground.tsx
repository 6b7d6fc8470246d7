/** Decoration: a line of months, and from each point a thread down to what it stands on. */
export function NumberAndItsGround() {
  return (
    <svg aria-hidden="true" viewBox="0 0 640 300" preserveAspectRatio="xMidYMax slice" className="h-76 w-full">
      <path d={`${line}V300H0Z`} fill="var(--accent-1)" />
      {points.map(([x, y]) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1={y}
          y2="268"
          stroke="var(--grey-6)"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      ))}
      <path d={line} fill="none" stroke="var(--accent-3)" strokeWidth="2.5" strokeLinejoin="round" />
      {points.map(([x, y], index) => (
        <g key={x}>
          <circle
            cx={x}
            cy={y}
            r={index === points.length - 1 ? 7 : 4}
            fill="var(--accent-4)"
            stroke="var(--grey-2)"
            strokeWidth="3"
          />
          {lengths.map((length, row) => (
            <rect
              key={length}
              x={x - 26}
              y={252 + row * 11}
              width={((length + index * 17) % 34) + 22}
              height="5"
              rx="2.5"
              fill={row === index % 3 ? 'var(--chart-2)' : 'var(--grey-5)'}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

const points = [
  [56, 196],
  [144, 178],
  [232, 186],
  [320, 142],
  [408, 128],
  [496, 92],
  [584, 54],
] as const;
const line = `M0 214${points.map(([x, y]) => `L${x} ${y}`).join('')}L640 40`;
const lengths = [12, 25, 31];

import { Box, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useMemo } from 'react';
import { layOutFlows, type Flow, type FlowBand, type FlowNode } from './flow-layout';
import { chartColours } from './theme-palette';

export interface FlowChartProps {
  /** What the chart shows, for those who do not see it; its figures belong into a table beside it. */
  title: string;
  flows: readonly Flow[];
  /** Words for the blocks that hold the smaller rest. */
  otherFrom: string;
  otherTo: string;
  write: (value: number) => string;
  height?: number;
}

const most = 20;
const gap = 6;
/** The drawing is stretched to the room there is; its own units across are parts of a hundred. */
const width = 100;

const pathOf = ({ fromY, toY, thickness }: FlowBand) =>
  `M0,${fromY} C${width / 2},${fromY} ${width / 2},${toY} ${width},${toY} V${toY + thickness} C${width / 2},${toY + thickness} ${width / 2},${fromY + thickness} 0,${fromY + thickness} Z`;

/** Bands from those on the left to those on the right, as wide as many go that way. */
export function FlowChart({ title, flows, otherFrom, otherTo, write, height = 520 }: FlowChartProps) {
  const { palette } = useTheme();
  const { left, right, bands } = useMemo(() => layOutFlows(flows, { height, most, gap, otherFrom, otherTo }), [flows, height, otherFrom, otherTo]);
  const colours = chartColours[palette.mode];
  const colourOf = (at: number) => colours[at % colours.length];
  return (
    <Box role="img" aria-label={title} sx={{ display: 'grid', gridTemplateColumns: 'minmax(6rem, 1fr) minmax(5rem, 1.6fr) minmax(6rem, 1fr)', columnGap: 1 }}>
      <Labels nodes={left} height={height} write={write} align="right" />
      <svg aria-hidden width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        {bands.map((band) => <path key={`${band.from} ${band.to}`} d={pathOf(band)} fill={colourOf(band.from)} fillOpacity={0.4} />)}
        {left.map((node, at) => <rect key={node.label} x={0} y={node.y} width={1.5} height={node.height} fill={colourOf(at)} />)}
        {right.map((node) => <rect key={node.label} x={width - 1.5} y={node.y} width={1.5} height={node.height} fill={palette.text.secondary} />)}
      </svg>
      <Labels nodes={right} height={height} write={write} align="left" />
    </Box>
  );
}

/** Names beside their blocks, kept apart where blocks are low. */
function Labels({ nodes, height, write, align }: { nodes: readonly FlowNode[]; height: number; write: (value: number) => string; align: 'left' | 'right' }) {
  const line = 18;
  let free = 0;
  const tops = nodes.map(({ y, height: block }, at) => {
    const top = Math.max(free, Math.min(y + block / 2 - line / 2, height - (nodes.length - at) * line));
    free = top + line;
    return top;
  });
  return (
    <Box aria-hidden sx={{ position: 'relative', height }}>
      {nodes.map(({ label, value }, at) => (
        <Typography key={label} variant="body2" noWrap title={`${label}: ${write(value)}`} sx={{ position: 'absolute', top: tops[at], left: 0, right: 0, lineHeight: `${line}px`, fontSize: '0.8rem', textAlign: align }}>
          {align === 'right' ? `${label} ` : ''}<strong>{write(value)}</strong>{align === 'left' ? ` ${label}` : ''}
        </Typography>
      ))}
    </Box>
  );
}

import { number } from '../format.js';
import { tooltip, tooltipStyle } from '../tooltip.js';

const Widest = 34;
const Smallest = 5;
const West = -169;
const Corners = [[West, 80], [West + 360, -56]];

export const mapHeight = (chart, table, width) => Math.max(220, Math.min(460, width * 0.46));

// The map goes on beyond 180 degrees with what lies west of its western edge.
const east = longitude => (longitude < West ? longitude + 360 : longitude);

/** Points whose areas, not diameters, stand for their sizes. The largest lie below the others. */
export function map(chart, table, colours) {
  const rows = table.rows.filter(row => table.value(row, 'longitude') !== null && table.value(row, 'latitude') !== null);
  const size = row => (table.has('size') ? table.number(row, 'size') ?? 0 : 1);
  const greatest = Math.max(1, ...rows.map(size));
  return {
    tooltip: {
      ...tooltipStyle(colours),
      formatter: ({ value, name }) => tooltip(name, table.has('size') ? [number(value[2], chart.unit ?? table.name('size'), table.decimals('size'))] : []),
    },
    geo: {
      map: 'world',
      silent: true,
      boundingCoords: Corners,
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      itemStyle: { areaColor: colours.land, borderColor: colours.coast, borderWidth: 0.6 },
    },
    series: [{
      type: 'scatter',
      coordinateSystem: 'geo',
      data: [...rows].sort((a, b) => size(b) - size(a)).map(row => ({
        name: table.has('label') ? table.text(row, 'label') : `${table.number(row, 'latitude')}, ${table.number(row, 'longitude')}`,
        value: [east(table.number(row, 'longitude')), table.number(row, 'latitude'), size(row)],
      })),
      symbolSize: value => (table.has('size') ? Smallest + (Widest - Smallest) * Math.sqrt(Math.max(0, value[2]) / greatest) : 8),
      itemStyle: { color: colours.series[0], opacity: 0.62, borderColor: colours.card, borderWidth: 1 },
      emphasis: { disabled: true },
    }],
  };
}

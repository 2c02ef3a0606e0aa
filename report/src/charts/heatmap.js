import { number } from '../format.js';
import { axis, heat } from '../theme.js';
import { tooltip, tooltipStyle } from '../tooltip.js';

const Gap = 2;
const Left = 92;
const Bottom = 28;

export const heatmapHeight = (chart, table) => table.distinct('y').length * 30 + Bottom + 8;

/** Rectangles on two axes of categories; a value that is missing leaves its place empty. */
export function heatmap(chart, table, colours, width) {
  const across = table.distinct('x');
  const down = table.distinct('y');
  const rows = table.rows.filter(row => table.value(row, 'value') !== null);
  const values = rows.map(row => table.number(row, 'value'));
  const low = Math.min(0, ...values);
  const spread = Math.max(...values) - low || 1;
  const cell = [(width - Left - 8) / across.length - Gap, (heatmapHeight(chart, table) - Bottom - 8) / down.length - Gap];
  return {
    tooltip: {
      ...tooltipStyle(colours),
      formatter: ({ value }) => tooltip(`${value[1]}, ${table.name('x')} ${value[0]}`, [number(value[2], chart.unit ?? table.name('value'), table.decimals('value'))]),
    },
    grid: { left: Left, right: 8, top: 8, bottom: Bottom, outerBoundsMode: 'none' },
    xAxis: { ...axis(colours), type: 'category', data: across, splitLine: { show: false }, axisLine: { show: false } },
    yAxis: {
      ...axis(colours),
      type: 'category',
      data: down,
      inverse: true,
      splitLine: { show: false },
      axisLine: { show: false },
      axisLabel: { ...axis(colours).axisLabel, interval: 0, color: colours.text, width: Left - 12, overflow: 'truncate' },
    },
    series: [{
      type: 'scatter',
      symbol: 'rect',
      symbolSize: cell.map(side => Math.max(1, side)),
      data: rows.map((row, index) => ({
        value: [table.text(row, 'x'), table.text(row, 'y'), values[index]],
        itemStyle: { color: heat(colours, (values[index] - low) / spread) },
      })),
      emphasis: { disabled: true },
    }],
  };
}

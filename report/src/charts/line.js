import { instant, number, short } from '../format.js';
import { axis } from '../theme.js';
import { tooltip, tooltipStyle } from '../tooltip.js';
import { legend } from './legend.js';

const Dashes = ['solid', [6, 4], [2, 3], [10, 4, 2, 4], [1, 5], [12, 3]];
const Symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
const MostSymbols = 60;

// Values of a category that a series has no row for are gaps in a line, and nothing in a stack.
function points(rows, table, categories, stacked) {
  const type = table.type('x');
  const key = row => (type === 'date' || type === 'time' ? instant(table.value(row, 'x'), type) : table.text(row, 'x'));
  const values = new Map(rows.map(row => [key(row), table.number(row, 'y')]));
  return categories.map(category => [category, values.get(category) ?? (stacked ? 0 : null)]);
}

// A few months of days: the year goes without saying.
const isDays = (type, times) => type === 'date' && times.at(-1) - times[0] < 300 * 86400000;

export function line(chart, table, colours) {
  const type = table.type('x');
  const isTime = type === 'date' || type === 'time';
  const categories = isTime ? [...new Set(table.rows.filter(row => table.value(row, 'x') !== null).map(row => instant(table.value(row, 'x'), type)))].sort((a, b) => a - b) : table.distinct('x');
  const all = table.series();
  const stacked = chart.kind === 'area';
  return {
    useUTC: true,
    tooltip: {
      ...tooltipStyle(colours),
      trigger: 'axis',
      axisPointer: { lineStyle: { color: colours.muted } },
      formatter: marks => tooltip(
        isTime ? new Date(marks[0].value[0]).toISOString().slice(0, type === 'date' ? 10 : 16).replace('T', ' ') : marks[0].axisValueLabel,
        marks.filter(mark => mark.value[1] !== null).map(mark => `${table.has('series') ? `${mark.seriesName}: ` : ''}${number(mark.value[1], chart.unit ?? table.name('y'), table.decimals('y'))}`)),
    },
    legend: legend(all, colours),
    grid: { left: 4, right: 16, top: all.length > 1 ? 56 : 28, bottom: 4 },
    xAxis: { ...axis(colours), type: isTime ? 'time' : 'category', data: isTime ? undefined : categories, boundaryGap: false, splitLine: { show: false }, axisLabel: { ...axis(colours).axisLabel, formatter: isDays(type, categories) ? '{d} {MMM}' : undefined } },
    yAxis: {
      ...axis(colours),
      type: 'value',
      axisLine: { show: false },
      axisLabel: { ...axis(colours).axisLabel, formatter: short },
      name: chart.unit ?? table.name('y'),
      nameTextStyle: { color: colours.muted, align: 'left' },
    },
    series: all.map(({ name, rows }, index) => {
      const colour = colours.series[index % colours.series.length];
      return {
        type: 'line',
        name,
        data: points(rows, table, categories, stacked),
        stack: stacked ? 'all' : undefined,
        symbol: Symbols[index % Symbols.length],
        symbolSize: 6,
        showSymbol: categories.length <= MostSymbols,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: 2, type: stacked ? 'solid' : Dashes[index % Dashes.length] },
        areaStyle: stacked ? { color: colour, opacity: 0.28 } : undefined,
        emphasis: { disabled: true },
      };
    }),
  };
}

import { number, short } from '../format.js';
import { axis } from '../theme.js';
import { tooltip, tooltipStyle } from '../tooltip.js';
import { legend } from './legend.js';

const RowHeight = 26;
const MostLabels = 12;

export function barHeight(chart, table) {
  return chart.horizontal ? (table.has('series') ? table.distinct('x').length * table.series().length * 0.7 : table.rows.length) * RowHeight + 24 : 300;
}

export function bar(chart, table, colours, width) {
  const all = table.series();
  // Without series each row has a bar of its own, even where two have the same name.
  const categories = table.has('series') ? table.distinct('x') : table.rows.map(row => table.text(row, 'x'));
  const position = new Map(categories.map((name, index) => [name, index]));
  const few = chart.horizontal || categories.length <= MostLabels;
  const byCategory = {
    ...axis(colours),
    type: 'category',
    data: categories,
    inverse: chart.horizontal,
    splitLine: { show: false },
    axisLabel: { ...axis(colours).axisLabel, hideOverlap: !few, interval: few ? 0 : 'auto', width: chart.horizontal ? Math.round(width * 0.42) : few ? Math.round((width - 60) / categories.length) : 90, overflow: 'truncate', color: colours.text },
  };
  const byValue = {
    ...axis(colours),
    type: 'value',
    show: !chart.horizontal,
    max: chart.horizontal && !table.has('series') ? 'dataMax' : null,
    axisLine: { show: false },
    axisLabel: { ...axis(colours).axisLabel, formatter: short },
    name: chart.horizontal ? '' : chart.unit ?? table.name('y'),
    nameTextStyle: { color: colours.muted, align: 'left' },
  };
  return {
    tooltip: {
      ...tooltipStyle(colours),
      formatter: ({ name, seriesName, value }) => tooltip(name, [`${table.has('series') ? `${seriesName}: ` : ''}${number(value, chart.unit ?? table.name('y'), table.decimals('y'))}`]),
    },
    legend: legend(all, colours),
    grid: { left: 4, right: chart.horizontal ? 56 : 8, top: all.length > 1 ? 36 : chart.horizontal ? 4 : 28, bottom: 4 },
    xAxis: chart.horizontal ? byValue : byCategory,
    yAxis: chart.horizontal ? byCategory : byValue,
    series: all.map(({ name, rows }, index) => {
      const values = categories.map(() => null);
      rows.forEach((row, at) => { values[table.has('series') ? position.get(table.text(row, 'x')) : at] = table.number(row, 'y'); });
      return {
        type: 'bar',
        name,
        data: values,
        barMaxWidth: 36,
        barCategoryGap: '28%',
        itemStyle: { color: colours.series[index % colours.series.length], borderRadius: chart.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        label: { show: chart.horizontal, position: 'right', color: colours.text, fontSize: 12, formatter: ({ value }) => (value === null ? '' : number(value, '', table.decimals('y'))) },
        emphasis: { disabled: true },
      };
    }),
  };
}

import * as echarts from 'echarts/core';
import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GridComponent, LegendPlainComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { bar, barHeight } from './charts/bar.js';
import { heatmap, heatmapHeight } from './charts/heatmap.js';
import { line } from './charts/line.js';
import { map, mapHeight } from './charts/map.js';
import { sankey, sankeyHeight, sankeyWidth } from './charts/sankey.js';
import { startSwitch } from './switch.js';
import { Table } from './table.js';
import { theme } from './theme.js';

echarts.use([BarChart, LineChart, SankeyChart, ScatterChart, GeoComponent, GridComponent, LegendPlainComponent, TooltipComponent, SVGRenderer]);

const Kinds = {
  bar: { option: bar, height: barHeight },
  line: { option: line, height: () => 300 },
  area: { option: line, height: () => 300 },
  heatmap: { option: heatmap, height: heatmapHeight },
  map: { option: map, height: mapHeight },
  sankey: { option: sankey, height: sankeyHeight, width: sankeyWidth },
};
const PrintedWidth = 660;
const SmallestWidth = 200;

const data = JSON.parse(document.getElementById('data').textContent);
if (data.world) {
  echarts.registerMap('world', data.world);
}

const plots = data.charts.map(chart => {
  const element = document.getElementById(`plot-${chart.id}`);
  return { chart, element, table: new Table(chart), drawn: echarts.init(element, null, { renderer: 'svg', width: SmallestWidth, height: SmallestWidth }) };
});

function draw(printedWidth) {
  const colours = theme();
  for (const { chart, element, table, drawn } of plots) {
    // A page that is not shown yet has no width, and some charts can't be drawn without.
    const room = printedWidth ?? element.clientWidth;
    const width = Math.max(Kinds[chart.kind].width?.(chart, table) ?? SmallestWidth, room);
    const height = Kinds[chart.kind].height(chart, table, width);
    element.style.height = `${height}px`;
    drawn.resize({ width, height });
    // What is wider than its place is scrolled, by keyboard too.
    if (width > room) {
      element.tabIndex = 0;
    } else {
      element.removeAttribute('tabindex');
    }

    drawn.setOption({ animation: false, textStyle: { fontFamily: colours.font }, ...Kinds[chart.kind].option(chart, table, colours, width) }, true);
  }
}

startSwitch(() => draw());
draw();
let width = document.documentElement.clientWidth;
addEventListener('resize', () => {
  if (width !== document.documentElement.clientWidth) {
    width = document.documentElement.clientWidth;
    draw();
  }
});

// Paper is light, and narrower than most screens.
addEventListener('beforeprint', () => {
  document.documentElement.classList.add('printing');
  draw(PrintedWidth);
});
addEventListener('afterprint', () => {
  document.documentElement.classList.remove('printing');
  draw();
});

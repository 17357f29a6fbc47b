/* Charts, only on pages that draw one: {#head}{#charts /}{/head}. ECharts with its SVG renderer, no animation. */

// A token resolved to a real colour: ECharts does not know light-dark().
const probe = Object.assign(document.createElement('span'), { hidden: true });
document.body.append(probe);
const token = name => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
const alpha = (rgb, a) => rgb.replace(/^rgb\((.*)\)$/, (_, c) => `rgba(${c}, ${a})`);
const niceMax = v => {
  const k = 10 ** Math.floor(Math.log10(v || 1)), m = v * 1.06 / k;
  return Math.max(4, [1, 2, 4, 6, 8, 10].find(n => m <= n) * k);
};

/** Shifts positions apart until neighbours are `gap` pixels from each other, within 0..height; returns each one's shift. */
export function spread(ys, gap, height) {
  const order = ys.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let round = 0; round < 40; round++) {
    for (let k = 1; k < order.length; k++) {
      const missing = gap - (order[k].y - order[k - 1].y);
      if (missing > .1) { order[k].y += missing / 2; order[k - 1].y -= missing / 2; }
    }
    const over = order.at(-1).y - height;
    if (over > 0) order.at(-1).y = height;
  }
  return order.sort((a, b) => a.i - b.i).map((e, i) => e.y - ys[i]);
}

/**
 * <live-lines src="/operations/velocity" event="velocity" label="Theme velocity" unit="tickets">
 * `src` answers {"series":[{"name":"…"}], "points":[["2026-01-05T09:00:00Z", 3, 1.5, …], …], "hot":0, "marks":[{"at":"…","label":"Surge"}]};
 * the event carries the same document, or {"point":[…],"hot":…} to add one point. One hot series is drawn strong and red,
 * the rest thin; names stand at the lines' ends. Without a hot one every line is equal.
 */
class LiveLines extends HTMLElement {
  async connectedCallback() {
    this.setAttribute('role', 'img');
    this.chart = echarts.init(this, null, { renderer: 'svg' });
    this.size = new ResizeObserver(() => { this.chart.resize(); this.draw(); });
    this.size.observe(this);
    this.redraw = () => this.draw();
    this.reload = () => this.load();
    this.take = e => {
      const got = JSON.parse(e.detail);
      if (!got.point) this.data = got;
      else if (this.data) {
        this.data.points = [...this.data.points.slice(1), got.point];
        this.data.hot = got.hot;
      }
      this.draw();
    };
    document.addEventListener('themechange', this.redraw);
    document.addEventListener('live:open', this.reload); // fills the gap after a reconnect
    document.addEventListener('live:changed', this.reload);
    document.addEventListener('live:' + this.getAttribute('event'), this.take);
    await this.load();
  }
  disconnectedCallback() {
    this.size?.disconnect();
    document.removeEventListener('themechange', this.redraw);
    document.removeEventListener('live:open', this.reload);
    document.removeEventListener('live:changed', this.reload);
    document.removeEventListener('live:' + this.getAttribute('event'), this.take);
    this.chart?.dispose();
  }
  async load() {
    if (!this.hasAttribute('src')) return;
    const answer = await fetch(this.getAttribute('src'), { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    this.data = await answer.json();
    this.draw();
  }
  draw() {
    if (!this.data?.points?.length || !this.clientWidth) return;
    const { series, points, hot = -1, marks = [] } = this.data, last = points.at(-1);
    const ink = token('ink-2'), line = token('line'), narrow = this.clientWidth < 560;
    const top = 34, bottom = 26, h = this.clientHeight - top - bottom, max = niceMax(Math.max(...points.flatMap(p => p.slice(1))));
    const longest = Math.max(...series.map(s => s.name.length)), right = narrow ? 12 : Math.min(240, 56 + longest * 6.6);
    const dy = spread(last.slice(1).map(v => h * (1 - v / max)), 18, h);
    const span = new Date(last[0]) - new Date(points[0][0]), days = span > 3 * 86400000;
    this.chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'Inter, system-ui, sans-serif' },
      grid: { left: 34, right, top, bottom },
      tooltip: {
        trigger: 'axis', order: 'valueDesc', valueFormatter: v => Math.round(v * 10) / 10, backgroundColor: token('surface'), borderColor: line, padding: [10, 14],
        textStyle: { color: token('ink'), fontSize: 12 }, extraCssText: 'box-shadow:var(--shadow-2);border-radius:10px', axisPointer: { lineStyle: { color: token('ink-3'), type: 'dashed' } }
      },
      xAxis: { type: 'time', axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: ink, fontSize: 11.5, hideOverlap: true, formatter: days ? '{d} {MMM}' : '{HH}:{mm}' } },
      yAxis: { type: 'value', min: 0, max, interval: max / 4, axisLabel: { color: ink, fontSize: 11.5 }, splitLine: { lineStyle: { color: line } } },
      series: series.map((s, i) => {
        const on = i === hot, colour = on ? token('bad') : token('s' + (i % 6 + 1));
        return {
          id: s.name, name: s.name, type: 'line', showSymbol: points.length < 3, smooth: .2, smoothMonotone: 'x', z: on ? 5 : 2,
          data: points.map(p => [p[0], p[i + 1]]),
          itemStyle: { color: colour },
          lineStyle: { color: colour, width: on ? 3 : 1.75, opacity: on || hot < 0 ? 1 : .72 },
          areaStyle: on ? { color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color: alpha(colour, .22) }, { offset: 1, color: alpha(colour, 0) }] } } : { opacity: 0 },
          endLabel: {
            show: !narrow, offset: [0, dy[i]], distance: 10, formatter: () => `${s.name}  {v|${Math.round(last[i + 1] * 10) / 10}}`, color: on ? colour : ink, fontSize: 12, fontWeight: on ? 650 : 500,
            rich: { v: { fontWeight: 650, fontSize: 12, color: colour } }
          },
          markLine: i ? { data: [] } : {
            silent: true, symbol: 'none', lineStyle: { color: ink, type: [3, 4], width: 1, opacity: .8 },
            data: marks.map(m => ({ xAxis: m.at, label: { formatter: m.label, color: ink, fontSize: 11.5, fontWeight: 560, position: 'end', distance: 8 } }))
          },
          emphasis: { focus: 'series', lineStyle: { width: 3 } }
        };
      })
    }, { replaceMerge: ['series'] });
    this.setAttribute('aria-label', `${this.getAttribute('label')}. Latest: ` + series.map((s, i) => `${s.name} ${Math.round(last[i + 1] * 10) / 10}`).join(', '));
  }
}
customElements.define('live-lines', LiveLines);

import { type SpeedKind, speedKinds } from './questions.js';
import type { EngineSummary, Summary } from './summary.js';
import { figure } from './text-table.js';

const width = 1000;
const rowHeight = 46;
const top = 112;
/** Left and right end of each of the three parts of a row. */
const names = { left: 24, right: 214 };
const quality = { left: 222, right: 462 };
const speed = { left: 530, right: 970 };
const ours = '#0f6cbd';
const theirs = '#9aa5b1';
const text = '#1f2933';
const faint = '#616e7c';

const shownSets = ['known-items', 'questions'];
const shownKinds: Record<Exclude<SpeedKind, 'no-answer'>, string> = {
  code: 'codes',
  word: 'words',
  pasted: 'pasted messages',
};
/** A mean over fewer says nothing, and gets no bar. */
const fewestQuestions = 10;
const kinds = speedKinds.filter((kind) => kind !== 'no-answer');

/** Quality (MRR@10) and speed (median to 99th percentile, logarithmic) of the engines, an engine a row, as SVG. */
export function plot(summary: Summary): string {
  const { engines, articles } = summary;
  const height = top + engines.length * rowHeight + 50;
  const scale = timeScale(engines);
  const parts = [
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff"/>`,
    label(names.left, 34, `Search over ${articles.toLocaleString('en')} articles`, { size: 19, weight: 600 }),
    ...qualityHeader(height),
    ...speedHeader(scale, height),
    ...engines.flatMap((engine, row) => engineRow(engine, top + row * rowHeight, scale, summary)),
    label(names.left, height - 16, footnote(summary), { size: 11, fill: faint }),
  ];
  const font = 'font-family="system-ui, -apple-system, Segoe UI, DejaVu Sans, sans-serif"';
  const title = `MRR@10 and milliseconds a question of ${engines.map((one) => one.title).join(', ')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${font} role="img" aria-label="${escaped(title)}">\n${parts.join('\n')}\n</svg>\n`;
}

function footnote({ engines, questions }: Summary): string {
  const sampled = engines.some(({ asked }) => asked < questions);
  const sample = sampled ? ` * asked a sample of the ${questions} questions.` : '';
  return `All engines in one run on one machine: compare lengths, not milliseconds with other machines.${sample}`;
}

function qualityHeader(height: number): string[] {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => gridLine(qualityX(value), String(value), height));
  return [
    label(quality.left, 66, 'Quality (MRR@10): longer is better', { size: 13, weight: 600 }),
    label(quality.left, 84, 'dark: known items, light: people’s own words', { size: 11, fill: faint }),
    ...ticks,
  ];
}

function speedHeader(scale: TimeScale, height: number): string[] {
  const legend = kinds.map((kind, place) => {
    const x = speed.left + place * 76;
    return `${mark(kind, x + 5, 80, faint)}${label(x + 15, 84, shownKinds[kind], { size: 11, fill: faint })}`;
  });
  return [
    label(speed.left, 66, 'Milliseconds, median to 99th percentile: left is better', {
      size: 13,
      weight: 600,
    }),
    ...legend,
    ...scale.ticks.map((value) =>
      gridLine(scale.x(value), value >= 1 ? value.toLocaleString('en') : `${value}`, height),
    ),
  ];
}

function gridLine(x: number, name: string, height: number): string {
  const bottom = height - 56;
  return `<line x1="${x}" y1="${top - 14}" x2="${x}" y2="${bottom}" stroke="#e4e7eb"/>${label(x, bottom + 15, name, { size: 11, fill: faint, anchor: 'middle' })}`;
}

function engineRow(engine: EngineSummary, y: number, scale: TimeScale, summary: Summary): string[] {
  const isOurs = engine.name === 'ours';
  const fill = isOurs ? ours : theirs;
  const name = `${engine.title}${engine.asked < summary.questions ? ' *' : ''}`;
  const bars = shownSets.flatMap((set, place) => {
    const { mrr10: mrr, questions } = engine.quality[set] ?? { mrr10: 0, questions: 0 };
    if (questions < fewestQuestions) return [];
    const barY = y + place * 15;
    return [
      `<rect x="${quality.left}" y="${barY}" width="${round(qualityX(mrr) - quality.left)}" height="12" rx="2" fill="${fill}" opacity="${place === 0 ? 1 : 0.65}"/>`,
      label(qualityX(mrr) + 5, barY + 10, mrr.toFixed(3), { size: 11, fill: isOurs ? text : faint }),
    ];
  });
  const lines = kinds.flatMap((kind, place) => timeLine(kind, engine, y + 3 + place * 11, scale, fill));
  return [label(names.right, y + 18, name, { size: 13, weight: isOurs ? 600 : 400, anchor: 'end' }), ...bars, ...lines];
}

function timeLine(kind: SpeedKind, engine: EngineSummary, y: number, scale: TimeScale, fill: string): string[] {
  const { questions, p50, p99 } = engine.times[kind];
  if (questions === 0) return [];
  const [from, to] = [scale.x(p50), scale.x(p99)];
  return [
    `<line x1="${from}" y1="${y}" x2="${to}" y2="${y}" stroke="${fill}" stroke-width="3" stroke-linecap="round" opacity="0.55"><title>${escaped(`${engine.title}, ${kind}: ${figure(p50)} to ${figure(p99)} ms`)}</title></line>`,
    mark(kind, from, y, fill),
  ];
}

/** A kind of question by its shape: a circle, a square, a diamond. */
function mark(kind: SpeedKind, x: number, y: number, fill: string): string {
  if (kind === 'code') return `<circle cx="${x}" cy="${y}" r="4.5" fill="${fill}"/>`;
  const turn = kind === 'pasted' ? ` transform="rotate(45 ${x} ${y})"` : '';
  return `<rect x="${round(x - 4)}" y="${round(y - 4)}" width="8" height="8" fill="${fill}"${turn}/>`;
}

interface TimeScale {
  x(milliseconds: number): number;
  ticks: number[];
}

/** From the power of ten under the shortest time to the one over the longest. */
function timeScale(engines: readonly EngineSummary[]): TimeScale {
  const times = engines.flatMap((one) =>
    kinds.flatMap((kind) => (one.times[kind].questions > 0 ? [one.times[kind]] : [])),
  );
  const first = Math.floor(Math.log10(Math.min(...times.map(({ p50 }) => Math.max(p50, 1e-3)), 1)));
  const last = Math.ceil(Math.log10(Math.max(...times.map(({ p99 }) => p99), 10)));
  const step = (speed.right - speed.left) / (last - first);
  return {
    x: (milliseconds) => round(speed.left + (Math.log10(Math.max(milliseconds, 10 ** first)) - first) * step),
    ticks: Array.from({ length: last - first + 1 }, (_, place) => Number((10 ** (first + place)).toPrecision(1))),
  };
}

function qualityX(mrr: number): number {
  return round(quality.left + mrr * (quality.right - quality.left));
}

interface LabelStyle {
  size: number;
  weight?: number;
  fill?: string;
  anchor?: 'end' | 'middle';
}

function label(x: number, y: number, words: string, { size, weight = 400, fill = text, anchor }: LabelStyle): string {
  const where = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${where}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

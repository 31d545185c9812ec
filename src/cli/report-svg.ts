import type { Report } from '../store/types.js';
import { type Bar, barsOf, type Outcome, outcomes } from './report-bars.js';

const width = 960;
const margin = 32;
const chart = { left: 72, right: width - margin, top: 132, bottom: 332 };
const lists = { top: 408, row: 26, left: margin, right: 504, most: 10 };
const countRoom = 44;

const names: Record<Outcome, string> = { answer: 'answered', weak: 'not sure', none: 'without an answer' };

/** Follows the reader's own choice of light or dark, also where the file is shown as an image. */
const style = `
  svg { --ground: #ffffff; --text: #1f2933; --faint: #5c6773; --line: #dfe3e8; --answer: #0f6cbd; --weak: #c98a00; --none: #b3261e; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #14171a; --text: #e6e9ec; --faint: #a3adb8; --line: #353c44; --answer: #5aa9e6; --weak: #f2c14e; --none: #ff8a7a; }
  }
  text { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 13px; fill: var(--text); }
  .title { font-size: 20px; font-weight: 600; }
  .head { font-size: 15px; font-weight: 600; }
  .faint { fill: var(--faint); }
  .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .line { stroke: var(--line); }
  .ground { fill: var(--ground); }
  .answer { fill: var(--answer); }
  .weak { fill: var(--weak); }
  .none { fill: var(--none); }`;

/** The report as a picture: outcomes over time, the codes looked up most, and questions without an answer. */
export function reportSvg(report: Report): string {
  const { codes, unanswered } = report;
  const { bars, days } = barsOf(report);
  const rows = Math.min(lists.most, Math.max(codes.length, unanswered.length, 1));
  const height = lists.top + rows * lists.row + margin;
  const title = `What was asked, ${isoDay(report.since)} to ${isoDay(report.until)}`;
  const parts = [
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description(report))}</desc>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    text(margin, 44, title, 'title'),
    text(margin, 70, counts(report), 'faint'),
    ...legend(),
    text(chart.right, 101, days === 1 ? 'a bar is a day (UTC)' : 'a bar is a week', 'faint end'),
    ...timeline(bars),
    ...codeList(codes),
    ...questionList(unanswered),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">\n${parts.join('\n')}\n</svg>\n`;
}

function totals({ days }: Report): Record<Outcome, number> {
  const total = (outcome: Outcome) => days.reduce((sum, day) => sum + day[outcome], 0);
  return { answer: total('answer'), weak: total('weak'), none: total('none') };
}

function counts(report: Report): string {
  const total = totals(report);
  const each = outcomes.map((outcome) => `${figure(total[outcome])} ${names[outcome]}`).join(', ');
  return `${figure(report.lookups)} ${report.lookups === 1 ? 'lookup' : 'lookups'}: ${each}`;
}

/** What the picture shows, for those who do not see it. */
function description(report: Report): string {
  const codes = report.codes.slice(0, 5).map(({ code, lookups }) => `${code} (${lookups})`);
  const questions = report.unanswered.slice(0, 5).map(({ question, occasions }) => `${question} (${occasions})`);
  return [
    `${counts(report)}.`,
    codes.length === 0 ? '' : `Looked up most: ${codes.join(', ')}.`,
    questions.length === 0 ? '' : `Without an answer, with the number of occasions: ${questions.join('; ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function legend(): string[] {
  return outcomes.flatMap((outcome, place) => {
    const x = margin + place * 120;
    return [
      `<rect class="${outcome}" x="${x}" y="90" width="12" height="12" rx="2"/>`,
      text(x + 18, 101, names[outcome]),
    ];
  });
}

function timeline(bars: readonly Bar[]): string[] {
  const highest = niceTop(Math.max(...bars.map(({ answer, weak, none }) => answer + weak + none), 1));
  const y = (value: number) => round(chart.bottom - (value / highest) * (chart.bottom - chart.top));
  const step = (chart.right - chart.left) / bars.length;
  const ticks = [0, highest / 2, highest].filter(Number.isInteger);
  const labelled = Math.ceil(bars.length / 8);
  return [
    ...ticks.flatMap((tick) => [
      `<line class="line" x1="${chart.left}" y1="${y(tick)}" x2="${chart.right}" y2="${y(tick)}"/>`,
      text(chart.left - 10, y(tick) + 4, figure(tick), 'faint end'),
    ]),
    ...bars.flatMap((bar, place) => {
      const x = round(chart.left + place * step);
      const drawn = stacked(bar, x + round(step * 0.1), Math.max(round(step * 0.8), 0.5), y);
      return place % labelled === 0
        ? [...drawn, text(round(x + step / 2), chart.bottom + 20, bar.label, 'faint middle')]
        : drawn;
    }),
  ];
}

/** A bar from the ground up: answered, not sure, without an answer. */
function stacked(bar: Bar, x: number, wide: number, y: (value: number) => number): string[] {
  let below = 0;
  return outcomes.flatMap((outcome) => {
    const value = bar[outcome];
    const bottom = y(below);
    below += value;
    if (value === 0) return [];
    const tip = `${bar.label}: ${figure(value)} ${names[outcome]}`;
    return [
      `<rect class="${outcome}" x="${x}" y="${y(below)}" width="${wide}" height="${round(bottom - y(below))}"><title>${escaped(tip)}</title></rect>`,
    ];
  });
}

function codeList(codes: Report['codes']): string[] {
  const shown = codes.slice(0, lists.most);
  const most = Math.max(...shown.map(({ lookups }) => lookups), 1);
  const [names, longest] = [lists.left + 150, lists.right - lists.left - 150 - 96];
  return [
    text(lists.left, lists.top - 18, 'Codes looked up most', 'head'),
    ...(shown.length === 0 ? [text(lists.left, lists.top + 14, 'None', 'faint')] : []),
    ...shown.flatMap(({ code, lookups }, row) => {
      const y = lists.top + row * lists.row;
      const wide = round((lookups / most) * longest);
      return [
        text(lists.left, y + 14, cut(code, 20)),
        `<rect class="answer" x="${names}" y="${y + 2}" width="${wide}" height="15" rx="2"/>`,
        text(names + wide + 8, y + 14, figure(lookups), 'faint'),
      ];
    }),
  ];
}

function questionList(unanswered: Report['unanswered']): string[] {
  return [
    text(lists.right, lists.top - 18, 'Without an answer, and on how many occasions', 'head'),
    ...(unanswered.length === 0 ? [text(lists.right, lists.top + 14, 'None', 'faint')] : []),
    ...unanswered.slice(0, lists.most).flatMap(({ question, occasions }, row) => {
      const y = lists.top + row * lists.row + 14;
      return [
        text(lists.right + countRoom - 12, y, figure(occasions), 'faint end'),
        text(lists.right + countRoom, y, cut(question, 52)),
      ];
    }),
  ];
}

/** The next of 2, 4, 10, 20, 40, 100 and so on: a number with a half. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 10, 20].map((times) => times * power).find((top) => top >= value) ?? value;
}

function text(x: number, y: number, words: string, kind = ''): string {
  return `<text x="${x}" y="${y}"${kind === '' ? '' : ` class="${kind}"`}>${escaped(words)}</text>`;
}

function cut(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

/** XML takes neither control characters nor halves of characters. */
function escaped(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function figure(value: number): string {
  return value.toLocaleString('en-US');
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

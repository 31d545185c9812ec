import type { Summary } from './summary.js';

/** Quality and speed of the engines as an SVG. */
export function plot(summary: Summary): string {
  return `<svg>${summary.corpus}</svg>`;
}

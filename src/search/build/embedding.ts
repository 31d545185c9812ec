import type { SparseMatrix } from './co-occurrence.js';

const iterations = 6;
const sweeps = 12;

/**
 * Turns the rows of a symmetric matrix into short vectors whose cosines are those of its strongest directions: the
 * leading eigenvectors, each scaled by the root of its eigenvalue. By subspace iteration from a fixed start, so equal
 * matrices give equal vectors.
 * @returns row after row, each of `dimensions` numbers and of length 1, or 0 for an empty row
 */
export function embed(matrix: SparseMatrix, dimensions: number): Float32Array {
  const width = Math.min(dimensions, matrix.size);
  let basis = fixedStart(matrix.size, width);
  for (let round = 0; round < iterations; round++) {
    orthonormalize(basis, matrix.size, width);
    basis = times(matrix, basis, width);
  }
  orthonormalize(basis, matrix.size, width);
  const { values, vectors } = eigen(inner(basis, times(matrix, basis, width), matrix.size, width), width);
  const rows = new Float32Array(matrix.size * dimensions);
  for (let row = 0; row < matrix.size; row++) {
    let square = 0;
    for (let to = 0; to < width; to++) {
      let sum = 0;
      for (let from = 0; from < width; from++) {
        sum += (basis[row * width + from] ?? 0) * (vectors[from * width + to] ?? 0);
      }
      const value = sum * Math.sqrt(Math.abs(values[to] ?? 0));
      rows[row * dimensions + to] = value;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let to = 0; to < width; to++) rows[row * dimensions + to] = (rows[row * dimensions + to] ?? 0) / length;
  }
  return rows;
}

/** Numbers between -1 and 1 from a linear congruential generator. */
function fixedStart(size: number, width: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: size * width }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x80000000 - 1;
  });
}

/** The product of a matrix and a basis. Takes two entries of a row at a time, so that its result is loaded half as often. */
function times({ size, starts, columns, values }: SparseMatrix, basis: Float32Array, width: number): Float32Array {
  const result = new Float32Array(size * width);
  for (let row = 0; row < size; row++) {
    const end = starts[row + 1] ?? 0;
    const to = row * width;
    for (let at = starts[row] ?? 0; at < end; at += 2) {
      const hasOther = at + 1 < end;
      const value = values[at] ?? 0;
      const otherValue = hasOther ? (values[at + 1] ?? 0) : 0;
      const from = (columns[at] ?? 0) * width;
      const otherFrom = hasOther ? (columns[at + 1] ?? 0) * width : from;
      for (let i = 0; i < width; i++) {
        const sum = value * (basis[from + i] ?? 0) + otherValue * (basis[otherFrom + i] ?? 0);
        result[to + i] = (result[to + i] ?? 0) + sum;
      }
    }
  }
  return result;
}

/** Modified Gram-Schmidt over the columns; a column that depends on those before becomes 0. */
function orthonormalize(basis: Float32Array, size: number, width: number): void {
  for (let column = 0; column < width; column++) {
    for (let before = 0; before < column; before++) {
      const overlap = columnProduct(basis, basis, size, width, before, column);
      for (let at = 0; at < size * width; at += width) {
        basis[at + column] = (basis[at + column] ?? 0) - overlap * (basis[at + before] ?? 0);
      }
    }
    const length = Math.sqrt(columnProduct(basis, basis, size, width, column, column));
    const scale = length > 1e-9 ? 1 / length : 0;
    for (let at = column; at < size * width; at += width) basis[at] = (basis[at] ?? 0) * scale;
  }
}

function columnProduct(a: Float32Array, b: Float32Array, size: number, width: number, i: number, j: number): number {
  let sum = 0;
  for (let at = 0; at < size * width; at += width) sum += (a[at + i] ?? 0) * (b[at + j] ?? 0);
  return sum;
}

function inner(a: Float32Array, b: Float32Array, size: number, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) result[i * width + j] = columnProduct(a, b, size, width, i, j);
  }
  return result;
}

/** Eigenvalues and eigenvectors (columns) of a small symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Float64Array, width: number): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(width * width);
  for (let i = 0; i < width; i++) vectors[i * width + i] = 1;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let p = 0; p < width; p++) for (let q = p + 1; q < width; q++) rotate(matrix, vectors, width, p, q);
  }
  return { values: Float64Array.from({ length: width }, (_, i) => matrix[i * width + i] ?? 0), vectors };
}

function rotate(matrix: Float64Array, vectors: Float64Array, width: number, p: number, q: number): void {
  const off = matrix[p * width + q] ?? 0;
  if (Math.abs(off) < 1e-12) return;
  const theta = ((matrix[q * width + q] ?? 0) - (matrix[p * width + p] ?? 0)) / (2 * off);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let i = 0; i < width; i++) turn(matrix, i * width + p, i * width + q, cosine, sine);
  for (let i = 0; i < width; i++) turn(matrix, p * width + i, q * width + i, cosine, sine);
  for (let i = 0; i < width; i++) turn(vectors, i * width + p, i * width + q, cosine, sine);
}

function turn(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
  const [x, y] = [values[a] ?? 0, values[b] ?? 0];
  values[a] = cosine * x - sine * y;
  values[b] = sine * x + cosine * y;
}

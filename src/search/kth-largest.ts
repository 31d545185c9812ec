/**
 * The kth largest of some numbers (1 for the largest), by quickselect: linear on average. Reorders them.
 * @returns -Infinity when there are fewer than k
 */
export function kthLargest(values: Float32Array, k: number): number {
  if (k > values.length) return Number.NEGATIVE_INFINITY;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) > pivot) left++;
      while ((values[right] ?? 0) < pivot) right--;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left++] = values[right] ?? 0;
      values[right--] = swapped;
    }
    if (k - 1 <= right) high = right;
    else if (k - 1 >= left) low = left;
    else break;
  }
  return values[k - 1] ?? Number.NEGATIVE_INFINITY;
}

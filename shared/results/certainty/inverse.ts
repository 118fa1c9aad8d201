// The inverse of a symmetric positive definite matrix, by Cholesky's factor (floating point).

/**
 * @param matrix n × n, row by row; overwritten
 * @returns its inverse, row by row
 * @throws RangeError where it is not positive definite
 */
export function inverseOf(matrix: Float64Array, n: number): Float64Array {
  factorise(matrix, n);
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let one = 0; one < n; one += 1) {
    column.fill(0);
    column[one] = 1;
    // L y = e, from where e begins; then Lᵀ x = y.
    for (let row = one; row < n; row += 1) {
      let rest = column[row] ?? 0;
      for (let k = one; k < row; k += 1) rest -= (matrix[row * n + k] ?? 0) * (column[k] ?? 0);
      column[row] = rest / (matrix[row * n + row] ?? 1);
    }
    for (let row = n - 1; row >= 0; row -= 1) {
      let rest = column[row] ?? 0;
      for (let k = row + 1; k < n; k += 1) rest -= (matrix[k * n + row] ?? 0) * (column[k] ?? 0);
      column[row] = rest / (matrix[row * n + row] ?? 1);
    }
    inverse.set(column, one * n);
  }
  return inverse;
}

/** L of L Lᵀ into the lower triangle. */
function factorise(matrix: Float64Array, n: number): void {
  for (let column = 0; column < n; column += 1)
    for (let row = column; row < n; row += 1) {
      let rest = matrix[row * n + column] ?? 0;
      for (let k = 0; k < column; k += 1)
        rest -= (matrix[row * n + k] ?? 0) * (matrix[column * n + k] ?? 0);
      if (row > column) matrix[row * n + column] = rest / (matrix[column * n + column] ?? 1);
      else if (rest > 0) matrix[row * n + column] = Math.sqrt(rest);
      else throw new RangeError('the matrix is not positive definite');
    }
}

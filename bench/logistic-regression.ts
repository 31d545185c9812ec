/** One case of a yes-or-no question. */
export interface Observation {
  features: number[];
  positive: boolean;
  /** How many cases it stands for. */
  weight: number;
}

const ridge = 0.001;
const steps = 6000;
const stepSize = 2;

/** Logistic regression with a ridge penalty by gradient descent. @returns the intercept, then a weight a feature */
export function fitLogistic(observations: readonly Observation[]): number[] {
  const featureCount = observations[0]?.features.length ?? 0;
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  let coefficients = new Array<number>(featureCount + 1).fill(0);
  for (let step = 0; step < steps; step++) {
    const slopes = coefficients.map((coefficient, place) => (place === 0 ? 0 : ridge * coefficient));
    for (const { features, positive, weight } of observations) {
      const error = ((predict(coefficients, features) - (positive ? 1 : 0)) * weight) / total;
      slopes[0] = (slopes[0] ?? 0) + error;
      for (const [place, value] of features.entries()) slopes[place + 1] = (slopes[place + 1] ?? 0) + error * value;
    }
    coefficients = coefficients.map((coefficient, place) => coefficient - stepSize * (slopes[place] ?? 0));
  }
  return coefficients;
}

/** The probability of a yes. @param coefficients as `fitLogistic` returns them */
export function predict(coefficients: readonly number[], features: readonly number[]): number {
  const sum = features.reduce(
    (all, value, place) => all + value * (coefficients[place + 1] ?? 0),
    coefficients[0] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}

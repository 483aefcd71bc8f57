//! Numbers that are learned, and the steps they take.

use ndarray::Array2;

use dossier_training::perceptron::Random;

/// How much of the mean gradient, and of its mean square, is kept at each step.
const KEEP: [f32; 2] = [0.9, 0.99];

/// A table of numbers with its gradient.
pub struct Param {
    pub values: Array2<f32>,
    pub gradient: Array2<f32>,
    mean: Array2<f32>,
    square: Array2<f32>,
}

/// A step of Adam (D. Kingma and J. Ba, ICLR 2015).
#[derive(Debug, Clone, Copy)]
pub struct Step {
    rate: f32,
    /// What makes up for the means' beginning at zero.
    warm: [f32; 2],
}

impl Step {
    /// The step with this number, counted from 1.
    pub fn new(rate: f32, number: i32) -> Self {
        Self {
            rate,
            warm: KEEP.map(|k| 1.0 / (1.0 - k.powi(number))),
        }
    }
}

fn bell(random: &mut Random) -> f32 {
    let sum: f64 = (0..6).map(|_| random.share()).sum();
    ((sum - 3.0) * std::f64::consts::SQRT_2) as f32
}

impl Param {
    /// Numbers around zero that spread so wide.
    pub fn new(rows: usize, columns: usize, spread: f32, random: &mut Random) -> Self {
        Self {
            values: Array2::from_shape_fn((rows, columns), |_| bell(random) * spread),
            ..Self::zeros(rows, columns)
        }
    }

    /// Numbers that are all zero.
    pub fn zeros(rows: usize, columns: usize) -> Self {
        let zeros = Array2::zeros((rows, columns));
        Self {
            values: zeros.clone(),
            gradient: zeros.clone(),
            mean: zeros.clone(),
            square: zeros,
        }
    }

    /// The numbers, row by row.
    pub fn numbers(&self) -> &[f32] {
        self.values.as_slice().unwrap_or(&[])
    }

    /// Sum of the squares of the gradient.
    pub fn steepness(&self) -> f32 {
        self.gradient.iter().map(|g| g * g).sum()
    }

    /// Takes a step down the gradient times `scale`, which is zero then.
    pub fn descend(&mut self, step: Step, scale: f32) {
        let rows = 0..self.values.nrows();
        self.descend_rows(rows, step, scale);
    }

    /// The same for some rows; those that a batch did not touch stay as they are.
    pub fn descend_rows(&mut self, rows: impl Iterator<Item = usize>, step: Step, scale: f32) {
        let width = self.values.ncols();
        let (Some(values), Some(gradient), Some(mean), Some(square)) = (
            self.values.as_slice_mut(),
            self.gradient.as_slice_mut(),
            self.mean.as_slice_mut(),
            self.square.as_slice_mut(),
        ) else {
            return;
        };
        for row in rows {
            let range = row * width..(row + 1) * width;
            let numbers = values[range.clone()].iter_mut();
            let means = mean[range.clone()].iter_mut().zip(&mut square[range.clone()]);
            for ((x, g), (m, s)) in numbers.zip(&mut gradient[range]).zip(means) {
                let slope = *g * scale;
                *m = KEEP[0] * *m + (1.0 - KEEP[0]) * slope;
                *s = KEEP[1] * *s + (1.0 - KEEP[1]) * slope * slope;
                *x -= step.rate * (*m * step.warm[0]) / ((*s * step.warm[1]).sqrt() + 1e-8);
                *g = 0.0;
            }
        }
    }
}

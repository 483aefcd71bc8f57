//! Products of small matrices that are the same on every machine.
//!
//! The outputs lie side by side, so each is one sum in the order of its inputs, however many the machine adds up at
//! a time. A product and a sum are never fused.

/// Outputs of a panel, which the machine keeps in its registers.
const PANEL: usize = 16;
/// Rows that are multiplied together.
const ROWS: usize = 4;

/// Weights by input and output, in panels of `PANEL` outputs.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    inputs: usize,
    outputs: usize,
    panels: Vec<f32>,
}

impl Matrix {
    /// `weight` gives the weight from an input to an output.
    #[must_use]
    pub fn new(inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> f32) -> Self {
        let mut matrix = Self::default();
        matrix.set(inputs, outputs, weight);
        matrix
    }

    /// Fills it anew.
    #[inline(always)]
    pub fn set(&mut self, inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> f32) {
        (self.inputs, self.outputs) = (inputs, outputs);
        self.panels.clear();
        for first in (0..outputs).step_by(PANEL) {
            for input in 0..inputs {
                for output in first..first + PANEL {
                    self.panels.push(if output < outputs {
                        weight(input, output)
                    } else {
                        0.0
                    });
                }
            }
        }
    }

    /// Whether it has these many inputs and outputs.
    #[must_use]
    pub fn is(&self, inputs: usize, outputs: usize) -> bool {
        (self.inputs, self.outputs) == (inputs, outputs)
    }

    /// Multiplies rows of `stride` numbers, of which the first ones are the inputs; the result replaces `out`.
    #[inline(always)]
    pub fn multiply(&self, rows: &[f32], stride: usize, out: &mut Vec<f32>) {
        let stride = stride.max(self.inputs).max(1);
        // The last row may be shorter than the stride.
        let count = (rows.len() + stride - self.inputs) / stride;
        out.clear();
        out.resize(count * self.outputs, 0.0);
        if self.inputs == 0 {
            return;
        }
        for (p, panel) in self.panels.chunks_exact(self.inputs * PANEL).enumerate() {
            let mut i = 0;
            while i + ROWS <= count {
                self.some::<ROWS>(rows, stride, i, p, panel, out);
                i += ROWS;
            }
            while i < count {
                self.some::<1>(rows, stride, i, p, panel, out);
                i += 1;
            }
        }
    }

    #[inline(always)]
    fn some<const N: usize>(
        &self,
        rows: &[f32],
        stride: usize,
        first: usize,
        panel_number: usize,
        panel: &[f32],
        out: &mut [f32],
    ) {
        let mut sums = [[0f32; PANEL]; N];
        let rows: [&[f32]; N] =
            std::array::from_fn(|r| &rows[(first + r) * stride..(first + r) * stride + self.inputs]);
        for (k, weights) in panel.as_chunks::<PANEL>().0.iter().enumerate() {
            for r in 0..N {
                let x = rows[r][k];
                for c in 0..PANEL {
                    sums[r][c] += x * weights[c];
                }
            }
        }
        let from = panel_number * PANEL;
        let width = PANEL.min(self.outputs - from);
        for (r, sums) in sums.iter().enumerate() {
            let at = (first + r) * self.outputs + from;
            out[at..at + width].copy_from_slice(&sums[..width]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products() {
        let m = Matrix::new(3, 18, |i, o| (i * 100 + o) as f32);
        let rows: Vec<f32> = (0..5 * 4).map(|x| x as f32).collect();
        let mut out = Vec::new();
        m.multiply(&rows, 4, &mut out);
        assert_eq!(out.len(), 5 * 18);
        for r in 0..5 {
            for o in 0..18 {
                let expected: f32 = (0..3).map(|i| (r * 4 + i) as f32 * (i * 100 + o) as f32).sum();
                assert_eq!(out[r * 18 + o], expected);
            }
        }
        m.multiply(&[], 4, &mut out);
        assert!(out.is_empty());
    }
}

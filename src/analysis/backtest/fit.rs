//! The search for coefficients: L-BFGS of the crate `argmin` on a loss with a gradient.

use std::cell::RefCell;

use argmin::core::{CostFunction, Error, Executor, Gradient};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;

use super::error::BacktestError;

/// How many steps L-BFGS remembers.
const MEMORY: usize = 30;
/// Steps after which a search ends in any case.
const STEPS: u64 = 1500;
/// A search is over when a step changes the mean loss of a vote by less.
const TOLERANCE: f64 = 1e-7;

/// A point, its loss and its gradient.
type Asked = (Vec<f64>, f64, Vec<f64>);

/// A loss that writes its gradient.
struct Problem<F> {
    loss: F,
    /// The point last asked about: the search asks for a loss and its gradient apart.
    last: RefCell<Asked>,
}

impl<F: Fn(&[f64], &mut [f64]) -> f64> Problem<F> {
    fn at<T>(&self, point: &[f64], read: impl Fn(&Asked) -> T) -> T {
        let mut last = self.last.borrow_mut();
        if last.0 != point {
            let mut gradient = vec![0.0; point.len()];
            let loss = (self.loss)(point, &mut gradient);
            *last = (point.to_vec(), loss, gradient);
        }
        read(&last)
    }
}

impl<F: Fn(&[f64], &mut [f64]) -> f64> CostFunction for Problem<F> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, point: &Vec<f64>) -> Result<f64, Error> {
        Ok(self.at(point, |asked| asked.1))
    }
}

impl<F: Fn(&[f64], &mut [f64]) -> f64> Gradient for Problem<F> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, point: &Vec<f64>) -> Result<Vec<f64>, Error> {
        Ok(self.at(point, |asked| asked.2.clone()))
    }
}

/// The point of least `loss` found from `start`; `loss` is given a point and writes its gradient.
///
/// # Errors
/// When the search breaks down, as it does where the loss is not finite.
pub(super) fn minimize(
    loss: impl Fn(&[f64], &mut [f64]) -> f64,
    start: Vec<f64>,
) -> Result<Vec<f64>, BacktestError> {
    let failed = |error: Error| BacktestError::Fit(error.to_string());
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), MEMORY)
        .with_tolerance_cost(TOLERANCE)
        .map_err(failed)?;
    let problem = Problem { loss, last: RefCell::default() };
    let executor = Executor::new(problem, solver)
        .configure(|state| state.param(start).max_iters(STEPS))
        .timer(false);
    let mut result = executor.run().map_err(failed)?;
    let found = result.state.take_best_param();
    found
        .filter(|point| point.iter().all(|coefficient| coefficient.is_finite()))
        .ok_or_else(|| BacktestError::Fit("no finite coefficients were found".to_owned()))
}

//! An order in which those who stand near each other come together.
//!
//! Rows are placed by their score on the first principal axis of the positions (Pearson 1901),
//! found by repeated multiplication: the line along which delegations differ most.

/// After so many multiplications the axis no longer turns visibly.
const ROUNDS: usize = 200;

/// The places of `rows` in such an order. A row says where one stands on each issue, in 0..1; who
/// has no stance is taken to stand where the others stand on average.
///
/// Of the two directions the one is taken in which the first row comes before the middle; equal
/// rows keep their order.
pub fn by_similarity(rows: &[Vec<Option<f64>>]) -> Vec<usize> {
    let scores = scores(rows);
    let forward = scores.first().is_none_or(|&first| first <= 0.0);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| {
        let by_score = scores[a].total_cmp(&scores[b]);
        if forward { by_score } else { by_score.reverse() }
    });
    order
}

/// The score of each row on the first principal axis.
fn scores(rows: &[Vec<Option<f64>>]) -> Vec<f64> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut centered: Vec<Vec<f64>> = vec![vec![0.0; columns]; rows.len()];
    for column in 0..columns {
        let known: Vec<f64> = rows.iter().filter_map(|row| row[column]).collect();
        let mean = known.iter().sum::<f64>() / known.len().max(1) as f64;
        for (row, centered) in rows.iter().zip(&mut centered) {
            centered[column] = row[column].map_or(0.0, |value| value - mean);
        }
    }
    // Not quite equal at the start, so that no axis is at right angles to it by symmetry.
    let mut axis: Vec<f64> = (0..columns).map(|at| 1.0 + at as f64 / 16.0).collect();
    for _ in 0..ROUNDS {
        let scores = projected(&centered, &axis);
        let mut next = vec![0.0; columns];
        for (row, score) in centered.iter().zip(&scores) {
            for (next, value) in next.iter_mut().zip(row) {
                *next += value * score;
            }
        }
        let length = next.iter().map(|value| value * value).sum::<f64>().sqrt();
        if length < f64::EPSILON {
            break;
        }
        axis = next.into_iter().map(|value| value / length).collect();
    }
    projected(&centered, &axis)
}

fn projected(rows: &[Vec<f64>], axis: &[f64]) -> Vec<f64> {
    rows.iter().map(|row| row.iter().zip(axis).map(|(a, b)| a * b).sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(positions: &[&[f64]]) -> Vec<Vec<Option<f64>>> {
        positions.iter().map(|row| row.iter().copied().map(Some).collect()).collect()
    }

    #[test]
    fn two_camps_and_those_between_come_in_order() {
        let rows = rows(&[&[0.9, 0.1], &[0.1, 0.9], &[0.5, 0.5], &[0.8, 0.2], &[0.2, 0.8]]);
        assert_eq!(by_similarity(&rows), [0, 3, 2, 4, 1]);
    }

    #[test]
    fn who_has_no_stance_comes_in_the_middle_and_equals_keep_their_order() {
        let mut some = rows(&[&[0.0], &[1.0], &[0.0]]);
        some.push(vec![None]);
        assert_eq!(by_similarity(&some), [0, 2, 3, 1]);
        assert_eq!(by_similarity(&rows(&[&[0.5], &[0.5], &[0.5]])), [0, 1, 2]);
        assert!(by_similarity(&[]).is_empty());
    }

    #[test]
    fn the_order_depends_on_nothing_but_distances_along_the_axis() {
        let one = rows(&[&[0.2, 0.3], &[0.9, 0.8], &[0.5, 0.6]]);
        let moved: Vec<Vec<Option<f64>>> =
            one.iter().map(|row| row.iter().map(|x| x.map(|x| x - 0.1)).collect()).collect();
        assert_eq!(by_similarity(&one), by_similarity(&moved));
    }
}

//! Golden records of the cyber debate: text, reviewed like code, so that a change of the model, of
//! the procedure or of a phrase shows as a difference that can be read.

use super::command_line::horseshoe;

#[test]
fn the_records_of_three_seeds_are_as_they_were_reviewed() {
    let reviewed = [
        ("1", include_str!("../golden/unsc-cyber-2024-seed-1.txt")),
        ("2", include_str!("../golden/unsc-cyber-2024-seed-2.txt")),
        ("3", include_str!("../golden/unsc-cyber-2024-seed-3.txt")),
    ];
    for (seed, golden) in reviewed {
        let ran = horseshoe(&["run", "unsc-cyber-2024", "--seed", seed]);
        let lines = ran.out.lines().zip(golden.lines()).enumerate();
        let differs = lines.into_iter().find(|(_, (now, then))| now != then);
        if let Some((at, (now, then))) = differs {
            panic!(
                "line {} of seed {seed} was\n{then}\nand is\n{now}\nIf that is meant, read what \
                 changed and renew it: cargo run -- run unsc-cyber-2024 --seed {seed} > \
                 tests/golden/unsc-cyber-2024-seed-{seed}.txt",
                at + 1
            );
        }
        assert_eq!(ran.out.len(), golden.len(), "seed {seed} ends differently");
    }
}

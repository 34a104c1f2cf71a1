//! Numbers and chances in words.

/// A probability in words for people: "under 1 %", "64 %", "over 99 %".
pub fn percent(p: f64) -> String {
    let percent = p * 100.0;
    if percent > 0.0 && percent < 1.0 {
        "under 1 %".to_owned()
    } else if percent > 99.0 && percent < 100.0 {
        "over 99 %".to_owned()
    } else {
        format!("{percent:.0} %")
    }
}

/// A probability in the prose of a record: "under 1 per cent", "64 per cent".
pub(in crate::text) fn per_cent(p: f64) -> String {
    percent(p).replace('%', "per cent")
}

/// A count with its thousands apart: "10,000".
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number in words up to ten, in figures above.
pub(in crate::text) fn in_words(n: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| n.to_string(), |&word| word.to_owned())
}

/// "first", "second", up to the tenth; "11th" and so on above.
pub(in crate::text) fn ordinal(n: u32) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let word = WORDS.get((n as usize).wrapping_sub(1));
    word.map_or_else(|| format!("{n}{ending}"), |&word| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_stand_in_words() {
        assert_eq!(
            (in_words(1), in_words(10), in_words(11)),
            ("one".into(), "ten".into(), "11".into())
        );
        assert_eq!(
            [ordinal(1), ordinal(10), ordinal(11), ordinal(22)],
            ["first", "tenth", "11th", "22nd"]
        );
    }

    #[test]
    fn small_and_large_chances_are_not_rounded_to_certainty() {
        assert_eq!(percent(0.001), "under 1 %");
        assert_eq!(percent(0.999), "over 99 %");
        assert_eq!(percent(0.0), "0 %");
    }
}

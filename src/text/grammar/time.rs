//! Dates and times as the Council prints them.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date "2024-06-20" as "20 June 2024"; as it is, if it is no date.
pub fn long_date(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else {
        return iso.to_owned();
    };
    let month = month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    match (month, day.parse::<u8>()) {
        (Some(month), Ok(day)) => format!("{day} {month} {year}"),
        _ => iso.to_owned(),
    }
}

/// The time "10:00" as the Council prints it: "10 a.m.", "3.05 p.m.".
pub(in crate::text) fn clock(time: &str) -> String {
    let Some((hours, minutes)) = time.split_once(':') else {
        return time.to_owned();
    };
    let (Ok(hours), Ok(minutes)) = (hours.parse::<u32>(), minutes.parse::<u32>()) else {
        return time.to_owned();
    };
    clock_face(hours, minutes)
}

/// A time in minutes after midnight, to the nearest five minutes, as records give it.
pub(in crate::text) fn clock_at(minutes: f64) -> String {
    let minutes = ((minutes / 5.0).round().max(0.0) as u32 * 5) % (24 * 60);
    clock_face(minutes / 60, minutes % 60)
}

fn clock_face(hours: u32, minutes: u32) -> String {
    let half = if hours < 12 { "a.m." } else { "p.m." };
    match (hours, minutes) {
        (0, 0) => return "12 midnight".to_owned(),
        (12, 0) => return "12 noon".to_owned(),
        _ => {}
    }
    let hour = match hours % 12 {
        0 => 12,
        hour => hour,
    };
    if minutes == 0 { format!("{hour} {half}") } else { format!("{hour}.{minutes:02} {half}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_printed_as_the_council_does() {
        assert_eq!(long_date("2024-06-20"), "20 June 2024");
        assert_eq!(long_date("soon"), "soon");
        assert_eq!(clock("10:00"), "10 a.m.");
        assert_eq!(clock("15:05"), "3.05 p.m.");
        assert_eq!(clock("12:00"), "12 noon");
        assert_eq!(clock("00:30"), "12.30 a.m.");
        assert_eq!(clock_at(781.4), "1 p.m.");
        assert_eq!(clock_at(783.0), "1.05 p.m.");
    }
}

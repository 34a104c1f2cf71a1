//! The date, the hour, and the articles of names.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::nearest::shown;
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    if let Some(date) = file.date.sound().filter(|date| !is_date(date)) {
        let message = format!("`date` is \"{}\", not a day of the calendar", shown(date));
        let is_written_so = date.len() == 10 && date.split('-').map(str::len).eq([4, 2, 2]);
        let hint = if is_written_so {
            "months have up to 31 days, and years 12 months"
        } else {
            "write year, month and day as in \"2024-06-20\""
        };
        problems.report(Code::BadDate, file.date.span, message, hint);
    }
    if let Some(starts) = &file.starts
        && let Some(time) = starts.sound().filter(|time| !is_time(time))
    {
        let message = format!("`starts` is \"{}\", not a time of day", shown(time));
        let hint = "write hours and minutes as in \"10:00\"";
        problems.report(Code::BadTime, starts.span, message, hint);
    }
    for member in &file.members {
        let Some(article) = &member.value.article else {
            continue;
        };
        if article.sound().is_some_and(|article| !matches!(article.as_str(), "" | "the")) {
            let message = format!("`article` is \"{}\", not \"the\"", shown(&article.value));
            let hint = "write \"the\", or leave it out";
            problems.report(Code::BadArticle, article.span, message, hint);
        }
    }
}

/// Whether a text is `YYYY-MM-DD` and such a day has been.
fn is_date(text: &str) -> bool {
    let numbers: Option<Vec<u32>> = text.split('-').map(digits).collect();
    let Some(&[year, month, day]) = numbers.as_deref() else {
        return false;
    };
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    text.len() == 10 && text.as_bytes()[4] == b'-' && (1..=last).contains(&day)
}

/// Whether a text is `HH:MM` from 00:00 to 23:59.
fn is_time(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else {
        return false;
    };
    text.len() == 5
        && digits(hours).is_some_and(|hours| hours < 24)
        && hours.len() == 2
        && digits(minutes).is_some_and(|minutes| minutes < 60)
}

/// A number of digits only: `parse` alone would take a sign.
fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_time};

    #[test]
    fn dates_are_days_of_the_calendar() {
        for date in ["2024-06-20", "2024-02-29", "2000-02-29", "1945-10-24"] {
            assert!(is_date(date), "{date}");
        }
        for date in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-6-20",
            "20 June 2024",
            "",
            "2024-06-00",
            "2024-06-+1",
        ] {
            assert!(!is_date(date), "{date}");
        }
    }

    #[test]
    fn times_have_hours_and_minutes() {
        assert!(is_time("10:00") && is_time("00:00") && is_time("23:59"));
        for time in ["24:00", "10:60", "10", "1:000", "10h00", "+1:00", ""] {
            assert!(!is_time(time), "{time}");
        }
    }
}

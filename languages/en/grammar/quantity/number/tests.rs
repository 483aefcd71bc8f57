use super::*;

#[track_caller]
fn check(text: &str, value: f64) {
    assert_eq!(parse(text).map(|n| n.value), Some(value), "{text}");
}

#[track_caller]
fn check_step(text: &str, step: f64) {
    assert_eq!(parse(text).map(|n| n.step), Some(step), "{text}");
}

#[track_caller]
fn not_a_number(text: &str) {
    assert_eq!(parse(text), None, "{text}");
}

#[test]
fn digits_and_scales() {
    check("192", 192.0);
    check("23,000", 23_000.0);
    check("1,20,000", 120_000.0);
    check("10\u{a0}000", 10_000.0);
    check("3.7 million", 3_700_000.0);
    check("51.25 billion", 51_250_000_000.0);
    check("1.2tn", 1.2e12);
    check("5bn", 5e9);
    check("40k", 40_000.0);
    check("2.5 lakh", 250_000.0);
    check("3 lakh crore", 3e12);
    check("12 hundred", 1200.0);
    check("3 1/2", 3.5);
    check("3-1/2", 3.5);
    check("3½ million", 3_500_000.0);
    check("1/2", 0.5);
    check("2 and a half", 2.5);
    check("0.1", 0.1);
    not_a_number("9/11");
    not_a_number("24/7");
    not_a_number("5m");
    not_a_number("1.2.3");
}

#[test]
fn words_compose() {
    check("seventeen", 17.0);
    check("twenty-one", 21.0);
    check("one hundred and four", 104.0);
    check("three hundred and ninety-nine", 399.0);
    check("a hundred", 100.0);
    check("a thousand", 1000.0);
    check("two thousand five hundred", 2500.0);
    check("one million two hundred thousand and six", 1_200_006.0);
    check("a dozen", 12.0);
    check("two dozen", 24.0);
    check("half a dozen", 6.0);
    check("half a million", 500_000.0);
    check("half-billion", 5e8);
    check("two and a half million", 2_500_000.0);
    check("three point five million", 3_500_000.0);
    check("two-thirds", 2.0 / 3.0);
    check("three-quarters", 0.75);
    not_a_number("three quarters");
}

#[test]
fn ordinals_are_told() {
    for (text, value) in [
        ("fourth", 4.0),
        ("21st", 21.0),
        ("twenty-first", 21.0),
        ("one hundred and third", 103.0),
    ] {
        let n = parse(text);
        assert_eq!(
            n.map(|n| (n.value, n.form)),
            Some((value, Form::Ordinal)),
            "{text}"
        );
    }
}

#[test]
fn steps_follow_the_writing() {
    check_step("23,000", 1000.0);
    check_step("3.7 million", 100_000.0);
    check_step("3 million", 1_000_000.0);
    check_step("10", 1.0);
    check_step("400", 10.0);
    check_step("17.46", 0.01);
    check_step("three million", 1_000_000.0);
}

#[test]
fn powers_of_ten_stay_finite() {
    check("10^300", 1e300);
    check("1.3x10^6", 1.3e6);
    check("2e6", 2e6);
    check("6×10⁴", 60_000.0);
    not_a_number("10^400");
    not_a_number("1e999999999999");
}

#[test]
fn fractions_and_dozens() {
    check("one million and a half", 1_500_000.0);
    check("two-and-a-half", 2.5);
    check("two thirds of a million", 2e6 / 3.0);
    check("a quarter of a million", 250_000.0);
    check("3 dozen", 36.0);
    check("two hundredth", 200.0);
    check("4,5", 4.5);
    check("1.250.000", 1_250_000.0);
    check("１２，５００", 12_500.0);
}

#[test]
fn huge_digit_strings_are_no_number() {
    not_a_number(&"9".repeat(60));
    not_a_number("");
    not_a_number("and");
    not_a_number("a");
}

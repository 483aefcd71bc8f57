//! Units of measure, by their plain English names.

use std::sync::LazyLock;

use super::lex::{Kind, View};
use dossier_world::hash::HashMap;

/// What a unit measures, as far as the reading of numbers depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    /// A length of time: usually a time expression rather than a quantity.
    Duration,
    /// Everything else.
    Other,
}

/// Plain name, and the writings: in lower case where they are words, as printed where they are symbols.
struct Row {
    name: &'static str,
    words: &'static [&'static str],
    symbols: &'static [&'static str],
}

const fn row(name: &'static str, words: &'static [&'static str], symbols: &'static [&'static str]) -> Row {
    Row { name, words, symbols }
}

#[rustfmt::skip]
const UNITS: &[Row] = &[
    // Length.
    row("kilometre", &["kilometre", "kilometer", "klick"], &["km", "kms", "KM"]),
    row("decimetre", &["decimetre", "decimeter"], &["dm"]),
    row("picometre", &["picometre", "picometer"], &[]),
    row("metre", &["metre", "meter"], &["m"]),
    row("centimetre", &["centimetre", "centimeter"], &["cm"]),
    row("millimetre", &["millimetre", "millimeter"], &["mm"]),
    row("micrometre", &["micrometre", "micrometer", "micron"], &["µm", "μm"]),
    row("nanometre", &["nanometre", "nanometer"], &["nm"]),
    row("mile", &["mile"], &["mi"]),
    row("yard", &["yard"], &["yd", "yds"]),
    row("foot", &["foot", "feet"], &["ft"]),
    row("inch", &["inch", "inches"], &["″"]),
    row("nautical mile", &["nautical mile"], &["nmi"]),
    row("light year", &["light year"], &[]),
    row("astronomical unit", &["astronomical unit"], &["AU"]),
    // Area.
    row("square kilometre", &["square kilometre", "square kilometer", "sq km", "sq . km", "sqkm"], &["km²", "km ²", "km 2"]),
    row("square metre", &["square metre", "square meter", "sq m", "sq . m", "sqm"], &["m²", "m ²", "m 2"]),
    row("square centimetre", &["square centimetre", "square centimeter", "sq cm"], &["cm ²", "cm 2"]),
    row("square mile", &["square mile", "sq mile", "sq . mile"], &["sq mi"]),
    row("square foot", &["square foot", "square feet", "sq ft", "sq . ft", "sqft"], &["ft ²"]),
    row("square yard", &["square yard"], &[]),
    row("square inch", &["square inch", "square inches"], &[]),
    row("hectare", &["hectare"], &["ha"]),
    row("acre", &["acre"], &[]),
    // Mass.
    row("kilogram", &["kilogram", "kilogramme", "kilo"], &["kg", "kgs", "KG"]),
    row("gram", &["gram", "gramme"], &["g"]),
    row("milligram", &["milligram", "milligramme"], &["mg"]),
    row("microgram", &["microgram", "microgramme"], &["µg", "μg", "mcg"]),
    row("tonne", &["tonne", "metric ton", "metric tonne"], &["t"]),
    row("ton", &["ton", "short ton", "long ton"], &[]),
    row("kilotonne", &["kilotonne", "kiloton"], &["kt"]),
    row("megatonne", &["megatonne", "megaton"], &["Mt"]),
    row("gigatonne", &["gigatonne", "gigaton"], &["Gt"]),
    row("pound", &["pound"], &["lb", "lbs"]),
    row("ounce", &["ounce", "troy ounce"], &["oz"]),
    row("stone", &[], &["st"]),
    row("carat", &["carat"], &["ct"]),
    row("quintal", &["quintal"], &[]),
    // Volume.
    row("litre", &["litre", "liter"], &["l", "L", "ltr"]),
    row("millilitre", &["millilitre", "milliliter"], &["ml", "mL"]),
    row("hectolitre", &["hectolitre", "hectoliter"], &["hl"]),
    row("cubic metre", &["cubic metre", "cubic meter", "cu m"], &["m³", "m ³", "m 3", "cbm"]),
    row("cubic kilometre", &["cubic kilometre", "cubic kilometer"], &["km ³"]),
    row("cubic centimetre", &["cubic centimetre", "cubic centimeter"], &["cc", "cm ³"]),
    row("cubic inch", &["cubic inch", "cubic inches"], &[]),
    row("cup", &["cup"], &[]),
    row("teaspoon", &["teaspoon", "tsp"], &[]),
    row("tablespoon", &["tablespoon", "tbsp"], &[]),
    row("cubic foot", &["cubic foot", "cubic feet"], &["cf"]),
    row("cubic yard", &["cubic yard"], &[]),
    row("gallon", &["gallon"], &["gal"]),
    row("pint", &["pint"], &[]),
    row("quart", &["quart"], &[]),
    row("barrel", &["barrel"], &["bbl"]),
    row("bushel", &["bushel"], &[]),
    row("acre foot", &["acre foot", "acre feet"], &[]),
    // Speed and rates with their own names.
    row("kilometre per hour", &["kilometres per hour", "kilometers per hour", "kilometres an hour", "kilometers an hour", "kph"], &["km / h", "km / hr", "kmh", "kmph", "km h"]),
    row("mile per hour", &["miles per hour", "mile per hour", "miles an hour", "mph"], &["mi / h"]),
    row("metre per second", &["metres per second", "meters per second", "metres a second"], &["m / s"]),
    row("knot", &["knot"], &["kn", "kts"]),
    row("mile per gallon", &["miles per gallon", "mpg"], &[]),
    row("barrel per day", &["barrels per day", "barrels a day", "barrel per day", "barrel a day", "bpd"], &["b / d", "bbl / d"]),
    row("revolution per minute", &["revolutions per minute", "rpm"], &[]),
    row("frame per second", &["frames per second", "fps"], &[]),
    row("beat per minute", &["beats per minute", "bpm"], &[]),
    // Temperature.
    row("degree Celsius", &["degree celsius", "degrees celsius", "degrees centigrade", "degree centigrade", "deg celsius", "celcius", "degrees celcius", "centigrate", "degree c", "degrees c", "deg c", "celsius", "centigrade"], &["° C", "ºC", "º C", "℃", "C"]),
    row("degree Fahrenheit", &["degree fahrenheit", "degrees fahrenheit", "degree f", "degrees f", "deg f", "fahrenheit", "farenheit", "degrees farenheit", "deg fahrenheit"], &["° F", "ºF", "º F", "℉", "F"]),
    row("kelvin", &["kelvin"], &[]),
    row("degree", &["degree", "deg"], &["°", "º"]),
    // Energy, power, electricity.
    row("watt hour", &["watt hour"], &["Wh"]),
    row("kilowatt hour", &["kilowatt hour"], &["kWh", "KWh", "kwh"]),
    row("megawatt hour", &["megawatt hour"], &["MWh"]),
    row("gigawatt hour", &["gigawatt hour"], &["GWh"]),
    row("terawatt hour", &["terawatt hour"], &["TWh"]),
    row("watt", &["watt"], &["W"]),
    row("kilowatt", &["kilowatt"], &["kW", "KW", "kw"]),
    row("megawatt", &["megawatt"], &["MW"]),
    row("gigawatt", &["gigawatt"], &["GW"]),
    row("terawatt", &["terawatt"], &["TW"]),
    row("horsepower", &["horsepower", "horse power"], &["hp", "HP", "bhp", "PS"]),
    row("joule", &["joule"], &["J"]),
    row("kilojoule", &["kilojoule"], &["kJ"]),
    row("megajoule", &["megajoule"], &["MJ"]),
    row("gigajoule", &["gigajoule"], &["GJ"]),
    row("terajoule", &["terajoule"], &["TJ"]),
    row("calorie", &["calorie"], &["cal"]),
    row("kilocalorie", &["kilocalorie"], &["kcal"]),
    row("million British thermal units", &["million british thermal unit", "million btu"], &["mmBTU", "mmBtu", "MMBtu", "MMBTU"]),
    row("British thermal unit", &["british thermal unit", "btu"], &[]),
    row("volt", &["volt"], &["V"]),
    row("kilovolt", &["kilovolt"], &["kV"]),
    row("ampere", &["ampere", "amp"], &[]),
    row("milliampere hour", &["milliamp hour", "milliampere hour"], &["mAh"]),
    row("ohm", &["ohm"], &["Ω"]),
    row("newton metre", &["newton metre", "newton meter"], &["Nm", "N m", "N - m"]),
    row("foot pound", &["foot pound", "pound foot", "pound feet"], &["lb - ft", "lb ft", "ft - lb", "ft lb"]),
    // Data and signals.
    row("bit", &[], &["bit"]),
    row("byte", &["byte"], &[]),
    row("kilobyte", &["kilobyte"], &["kB", "KB"]),
    row("megabyte", &["megabyte"], &["MB"]),
    row("kilobit", &["kilobit"], &["kbit"]),
    row("megabit", &["megabit"], &["Mbit"]),
    row("gigabit", &["gigabit"], &["Gbit"]),
    row("gigabyte per second", &["gigabytes per second"], &["GB / s", "GBps"]),
    row("megabyte per second", &["megabytes per second"], &["MB / s", "MBps"]),
    row("teraflop", &["teraflop", "tflops"], &["TFLOPS"]),
    row("lumen", &["lumen"], &[]),
    row("nit", &["nit"], &[]),
    row("gigabyte", &["gigabyte", "gig"], &["GB"]),
    row("terabyte", &["terabyte"], &["TB"]),
    row("petabyte", &["petabyte"], &["PB"]),
    row("exabyte", &["exabyte"], &["EB"]),
    row("kilobit per second", &["kilobits per second", "kbps"], &["kbit / s"]),
    row("megabit per second", &["megabits per second", "mbps"], &["Mbit / s", "Mb / s"]),
    row("gigabit per second", &["gigabits per second", "gbps"], &["Gbit / s", "Gb / s"]),
    row("megapixel", &["megapixel"], &["MP"]),
    row("hertz", &["hertz"], &["Hz", "HZ"]),
    row("kilohertz", &["kilohertz"], &["kHz"]),
    row("megahertz", &["megahertz"], &["MHz"]),
    row("gigahertz", &["gigahertz"], &["GHz"]),
    row("decibel", &["decibel"], &["dB", "dBA"]),
    // Pressure, dose, share.
    row("millimetre of mercury", &[], &["mmHg"]),
    row("millimole per litre", &[], &["mmol / l", "mmol / L"]),
    row("milligram per decilitre", &[], &["mg / dl", "mg / dL"]),
    row("international unit", &["international unit"], &["IU"]),
    row("radian", &["radian"], &["rad"]),
    row("pascal", &["pascal"], &["Pa"]),
    row("hectopascal", &["hectopascal"], &["hPa"]),
    row("kilopascal", &["kilopascal"], &["kPa"]),
    row("megapascal", &["megapascal"], &["MPa"]),
    row("millibar", &["millibar"], &["mbar", "mb"]),
    row("pound per square inch", &["pounds per square inch", "psi"], &[]),
    row("kilopound per square inch", &["ksi"], &[]),
    row("sievert", &["sievert"], &["Sv"]),
    row("millisievert", &["millisievert"], &["mSv"]),
    row("becquerel", &["becquerel"], &["Bq"]),
    row("part per million", &["parts per million", "ppm"], &[]),
    row("part per billion", &["parts per billion", "ppb"], &[]),
    row("gram per kilometre", &[], &["g / km"]),
    row("microgram per cubic metre", &["micrograms per cubic metre", "micrograms per cubic meter"], &["µg / m3", "μg / m ³", "µg / m ³"]),
    row("twenty-foot equivalent unit", &["twenty foot equivalent unit", "teu"], &["TEUs"]),
];

const DURATIONS: &[Row] = &[
    row("second", &["second"], &["sec", "secs"]),
    row("millisecond", &["millisecond"], &["ms"]),
    row("minute", &["minute"], &["min", "mins"]),
    row("hour", &["hour"], &["hr", "hrs"]),
    row("day", &["day"], &[]),
    row("week", &["week"], &["wk", "wks"]),
    row("fortnight", &["fortnight"], &[]),
    row("month", &["month"], &[]),
    row("quarter", &["quarter"], &[]),
    row("year", &["year"], &["yr", "yrs"]),
    row("decade", &["decade"], &[]),
    row("century", &["century", "centuries"], &[]),
];

/// The forms of all units and then of all durations, each with its row, by their first word.
struct Forms {
    words: HashMap<&'static str, Vec<(usize, &'static str)>>,
    symbols: HashMap<&'static str, Vec<(usize, &'static str)>>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms {
        words: HashMap::default(),
        symbols: HashMap::default(),
    };
    let first = |form: &'static str| form.split(' ').next().unwrap_or(form);
    for (i, r) in UNITS.iter().chain(DURATIONS).enumerate() {
        for w in r.words {
            forms.words.entry(first(w)).or_default().push((i, w));
        }
        for s in r.symbols {
            forms.symbols.entry(first(s)).or_default().push((i, s));
        }
    }
    forms
});

/// A unit as found behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Plain name.
    pub name: &'static str,
    /// Pieces, a joining hyphen in front included.
    pub used: usize,
    /// What it measures.
    pub dimension: Dimension,
}

/// The longest unit from piece `i` on; a hyphen may join it to the number. Symbols are only read behind
/// digits.
pub(crate) fn after(view: View<'_>, i: usize, digits: bool) -> Option<Found> {
    let hyphen = usize::from(view.joins(i));
    let k = i + hyphen;
    if view.is(k, Kind::Digits) || matches!(view.raw(k), "" | "," | "." | ")") {
        return None;
    }
    // The longest form, of equals the one listed first.
    let mut best: Option<(usize, usize)> = None;
    let mut offer = |forms: Option<&Vec<(usize, &str)>>, symbol: bool| {
        for &(row, form) in forms.into_iter().flatten() {
            let used = spelled(view, k, form, symbol);
            if used > 0 && best.is_none_or(|(r, u)| used > u || used == u && row < r) {
                best = Some((row, used));
            }
        }
    };
    let word = view.low(k);
    offer(FORMS.words.get(word), false);
    offer(word.strip_suffix('s').and_then(|w| FORMS.words.get(w)), false);
    if digits {
        offer(FORMS.symbols.get(view.raw(k)), true);
    }
    let (row, used) = best?;
    let duration = row.checked_sub(UNITS.len());
    let found = Found {
        name: duration
            .map_or_else(|| UNITS.get(row), |d| DURATIONS.get(d))?
            .name,
        used,
        dimension: duration.map_or(Dimension::Other, |_| Dimension::Duration),
    };
    if found.used == 1 && !believable(view, k, hyphen == 1) {
        return None;
    }
    Some(Found {
        used: found.used + hyphen,
        ..found
    })
}

/// Whether a lone short symbol is one here: "5 m" and "20C" are, "5 C" and "20 l" in running text are not.
fn believable(view: View<'_>, k: usize, hyphen: bool) -> bool {
    let raw = view.raw(k);
    match raw {
        "C" | "F" => {
            // "20 F-16s" are no degrees.
            let ends =
                !view.is(k + 1, Kind::Word) && !view.joins(k + 1) || super::noun::closed(view.low(k + 1));
            !hyphen && (view.glued(k) || ends && !view.is(k + 1, Kind::Digits))
        }
        "g" | "l" | "L" | "t" | "J" | "V" | "W" | "m" | "st" | "ha" | "mi" | "cf" | "bit" | "mb" | "ct"
        | "MP" | "AU" | "PS" => {
            view.glued(k) || matches!(raw, "m" | "ha" | "t" | "L" | "W" | "V" | "PS") && !view.capital(k + 1)
        }
        // "5 stone walls", "the 3 min" and the like are rare enough.
        _ => true,
    }
}

/// How many pieces spell a unit; the last word may be in the plural.
fn spelled(view: View<'_>, i: usize, form: &str, symbol: bool) -> usize {
    let mut k = i;
    let mut parts = form.split(' ').peekable();
    let mut first = true;
    while let Some(part) = parts.next() {
        k += usize::from(!first && part != "-" && view.joins(k));
        let last = parts.peek().is_none();
        let same = if symbol {
            view.raw(k) == part
        } else {
            let w = view.low(k);
            w == part || (last && w.strip_suffix('s') == Some(part))
        };
        if !same || (symbol && !first && !view.glued(k) && part != "m" && part != "C" && part != "F") {
            return 0;
        }
        first = false;
        k += 1;
    }
    k - i
}

/// The name of a unit or period that may follow "per", "a" or "/" and its pieces, from piece `i` on.
pub(crate) fn per(view: View<'_>, i: usize) -> Option<(String, usize)> {
    if let Some(f) = after(view, i, true).filter(|_| !view.joins(i)) {
        return Some((f.name.to_owned(), f.used));
    }
    let word = view.low(i);
    let name = match word {
        "annum" | "yr" => "year",
        "capita" | "head" => "capita",
        "h" | "hr" => "hour",
        "s" | "sec" => "second",
        "pc" => return None,
        _ => word,
    };
    (view.is(i, Kind::Word) && word.len() > 1 || name.len() > 1).then(|| (super::noun::singular(name), 1))
}

//! Currencies: ISO 4217 codes, marks, and the names that news gives them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lex::{Kind, View};

/// Code and plain name, and the words that mean this currency without a country in front.
const CURRENCIES: &[(&str, &str, &[&str])] = &[
    (
        "AED",
        "UAE dirham",
        &["emirati dirham", "united arab emirates dirham"],
    ),
    ("AFN", "Afghan afghani", &["afghani"]),
    ("ALL", "Albanian lek", &["lek"]),
    ("AMD", "Armenian dram", &["dram"]),
    ("AOA", "Angolan kwanza", &["kwanza"]),
    ("ARS", "Argentine peso", &["argentinian peso", "argentinean peso"]),
    ("AUD", "Australian dollar", &["aussie dollar"]),
    ("AWG", "Aruban florin", &[]),
    ("AZN", "Azerbaijani manat", &["azeri manat"]),
    ("BAM", "Bosnian convertible mark", &["convertible mark"]),
    ("BBD", "Barbadian dollar", &["barbados dollar"]),
    ("BDT", "Bangladeshi taka", &["taka"]),
    ("BGN", "Bulgarian lev", &["leva"]),
    ("BHD", "Bahraini dinar", &[]),
    ("BIF", "Burundian franc", &["burundi franc"]),
    ("BMD", "Bermudian dollar", &["bermuda dollar"]),
    ("BND", "Brunei dollar", &[]),
    ("BOB", "Bolivian boliviano", &["boliviano"]),
    ("BRL", "Brazilian real", &["reais", "brazilian reais"]),
    ("BSD", "Bahamian dollar", &[]),
    ("BTN", "Bhutanese ngultrum", &["ngultrum"]),
    ("BWP", "Botswana pula", &["pula"]),
    ("BYN", "Belarusian rouble", &["belarusian ruble"]),
    ("BZD", "Belize dollar", &[]),
    ("CAD", "Canadian dollar", &["loonie"]),
    ("CDF", "Congolese franc", &[]),
    ("CHF", "Swiss franc", &[]),
    ("CLP", "Chilean peso", &[]),
    (
        "CNY",
        "Chinese yuan",
        &["yuan", "renminbi", "rmb", "yuan renminbi", "yuan rmb"],
    ),
    ("COP", "Colombian peso", &[]),
    ("CRC", "Costa Rican colon", &["costa rican colón"]),
    ("CUP", "Cuban peso", &[]),
    ("CVE", "Cape Verdean escudo", &[]),
    (
        "CZK",
        "Czech koruna",
        &["koruna", "koruny", "korun", "czech crown"],
    ),
    ("DJF", "Djiboutian franc", &[]),
    ("DKK", "Danish krone", &["danish kroner", "danish crown"]),
    ("DOP", "Dominican peso", &[]),
    ("DZD", "Algerian dinar", &[]),
    ("EGP", "Egyptian pound", &[]),
    ("ERN", "Eritrean nakfa", &["nakfa"]),
    ("ETB", "Ethiopian birr", &["birr"]),
    ("EUR", "euro", &["euros"]),
    ("FJD", "Fijian dollar", &["fiji dollar"]),
    ("FKP", "Falkland Islands pound", &[]),
    (
        "GBP",
        "pound sterling",
        &["british pound", "sterling", "uk pound", "quid"],
    ),
    ("GEL", "Georgian lari", &["lari"]),
    ("GHS", "Ghanaian cedi", &["cedi", "ghana cedi"]),
    ("GIP", "Gibraltar pound", &[]),
    ("GMD", "Gambian dalasi", &["dalasi"]),
    ("GNF", "Guinean franc", &[]),
    ("GTQ", "Guatemalan quetzal", &["quetzal"]),
    ("GYD", "Guyanese dollar", &["guyana dollar"]),
    ("HKD", "Hong Kong dollar", &[]),
    ("HNL", "Honduran lempira", &["lempira"]),
    ("HTG", "Haitian gourde", &["gourde"]),
    ("HUF", "Hungarian forint", &["forint"]),
    ("IDR", "Indonesian rupiah", &["rupiah"]),
    ("ILS", "Israeli shekel", &["shekel", "new israeli shekel"]),
    ("INR", "Indian rupee", &[]),
    ("IQD", "Iraqi dinar", &[]),
    ("IRR", "Iranian rial", &["toman"]),
    (
        "ISK",
        "Icelandic krona",
        &["icelandic króna", "icelandic kronur", "icelandic crown"],
    ),
    ("JMD", "Jamaican dollar", &[]),
    ("JOD", "Jordanian dinar", &[]),
    ("JPY", "Japanese yen", &["yen"]),
    ("KES", "Kenyan shilling", &["kenya shilling"]),
    ("KGS", "Kyrgyz som", &["kyrgyzstani som"]),
    ("KHR", "Cambodian riel", &["riel"]),
    ("KMF", "Comorian franc", &[]),
    ("KPW", "North Korean won", &[]),
    ("KRW", "South Korean won", &["korean won", "won"]),
    ("KWD", "Kuwaiti dinar", &[]),
    ("KYD", "Cayman Islands dollar", &[]),
    ("KZT", "Kazakh tenge", &["tenge", "kazakhstani tenge"]),
    ("LAK", "Lao kip", &["kip", "laotian kip"]),
    ("LBP", "Lebanese pound", &["lebanese lira"]),
    ("LKR", "Sri Lankan rupee", &[]),
    ("LRD", "Liberian dollar", &[]),
    ("LSL", "Lesotho loti", &["loti", "maloti"]),
    ("LYD", "Libyan dinar", &[]),
    ("MAD", "Moroccan dirham", &[]),
    ("MDL", "Moldovan leu", &["moldovan lei"]),
    ("MGA", "Malagasy ariary", &["ariary"]),
    ("MKD", "Macedonian denar", &["denar"]),
    ("MMK", "Myanmar kyat", &["kyat", "burmese kyat"]),
    ("MNT", "Mongolian tugrik", &["tugrik", "tögrög", "togrog"]),
    ("MOP", "Macanese pataca", &["pataca"]),
    ("MRU", "Mauritanian ouguiya", &["ouguiya"]),
    ("MUR", "Mauritian rupee", &["mauritius rupee"]),
    ("MVR", "Maldivian rufiyaa", &["rufiyaa"]),
    ("MWK", "Malawian kwacha", &["malawi kwacha"]),
    ("MXN", "Mexican peso", &[]),
    ("MYR", "Malaysian ringgit", &["ringgit"]),
    ("MZN", "Mozambican metical", &["metical", "meticais"]),
    ("NAD", "Namibian dollar", &["namibia dollar"]),
    ("NGN", "Nigerian naira", &["naira"]),
    ("NIO", "Nicaraguan cordoba", &["cordoba", "córdoba"]),
    ("NOK", "Norwegian krone", &["norwegian kroner", "norwegian crown"]),
    ("NPR", "Nepalese rupee", &["nepali rupee"]),
    ("NZD", "New Zealand dollar", &["kiwi dollar"]),
    ("OMR", "Omani rial", &[]),
    ("PAB", "Panamanian balboa", &["balboa"]),
    (
        "PEN",
        "Peruvian sol",
        &["soles", "nuevo sol", "nuevos soles", "peruvian soles"],
    ),
    (
        "PGK",
        "Papua New Guinean kina",
        &["kina", "papua new guinea kina"],
    ),
    ("PHP", "Philippine peso", &["filipino peso"]),
    ("PKR", "Pakistani rupee", &["pakistan rupee"]),
    (
        "PLN",
        "Polish zloty",
        &["zloty", "zlotys", "zlotych", "złoty", "polish złoty"],
    ),
    ("PYG", "Paraguayan guarani", &["guarani", "guaranies", "guaraní"]),
    ("QAR", "Qatari riyal", &["qatari rial"]),
    ("RON", "Romanian leu", &["romanian lei"]),
    ("RSD", "Serbian dinar", &[]),
    ("RUB", "Russian rouble", &["rouble", "ruble", "russian ruble"]),
    ("RWF", "Rwandan franc", &["rwanda franc"]),
    ("SAR", "Saudi riyal", &["saudi arabian riyal", "saudi rial"]),
    ("SBD", "Solomon Islands dollar", &[]),
    ("SCR", "Seychellois rupee", &["seychelles rupee"]),
    ("SDG", "Sudanese pound", &[]),
    ("SEK", "Swedish krona", &["swedish kronor", "swedish crown"]),
    ("SGD", "Singapore dollar", &["singaporean dollar"]),
    ("SHP", "Saint Helena pound", &[]),
    ("SLE", "Sierra Leonean leone", &["leone"]),
    ("SOS", "Somali shilling", &[]),
    ("SRD", "Surinamese dollar", &[]),
    ("SSP", "South Sudanese pound", &[]),
    ("STN", "Sao Tome dobra", &["dobra"]),
    ("SYP", "Syrian pound", &["syrian lira"]),
    ("SZL", "Swazi lilangeni", &["lilangeni", "emalangeni"]),
    ("THB", "Thai baht", &["baht"]),
    ("TJS", "Tajik somoni", &["somoni", "tajikistani somoni"]),
    ("TMT", "Turkmen manat", &[]),
    ("TND", "Tunisian dinar", &[]),
    ("TOP", "Tongan paanga", &["paanga", "pa'anga"]),
    ("TRY", "Turkish lira", &["lira", "liras"]),
    ("TTD", "Trinidad and Tobago dollar", &[]),
    ("TWD", "New Taiwan dollar", &["taiwan dollar", "taiwanese dollar"]),
    ("TZS", "Tanzanian shilling", &["tanzania shilling"]),
    (
        "UAH",
        "Ukrainian hryvnia",
        &["hryvnia", "hryvnias", "hryvnya", "hryvna"],
    ),
    ("UGX", "Ugandan shilling", &["uganda shilling"]),
    ("USD", "US dollar", &["american dollar", "greenback"]),
    ("UYU", "Uruguayan peso", &[]),
    ("UZS", "Uzbek som", &["uzbek sum", "uzbekistani som"]),
    (
        "VES",
        "Venezuelan bolivar",
        &["bolivar", "bolívar", "bolivares", "bolívares"],
    ),
    ("VND", "Vietnamese dong", &["dong", "đồng", "vietnam dong"]),
    ("VUV", "Vanuatu vatu", &["vatu"]),
    ("WST", "Samoan tala", &["tala"]),
    ("XAF", "Central African CFA franc", &["central african franc"]),
    ("XCD", "East Caribbean dollar", &[]),
    ("XOF", "West African CFA franc", &["cfa franc", "cfa"]),
    ("XPF", "CFP franc", &[]),
    ("YER", "Yemeni rial", &["yemeni riyal"]),
    ("ZAR", "South African rand", &["rand"]),
    ("ZMW", "Zambian kwacha", &[]),
    ("ZWG", "Zimbabwean gold", &[]),
    ("ZWL", "Zimbabwean dollar", &["zimbabwe dollar"]),
    // Not national, or gone, but printed.
    ("BTC", "bitcoin", &["bitcoins"]),
    ("ETH", "ether", &[]),
    ("XDR", "special drawing right", &["sdr"]),
    ("DEM", "Deutsche mark", &["deutschmark", "deutschemark", "d-mark"]),
    ("FRF", "French franc", &[]),
    ("ITL", "Italian lira", &["italian lire"]),
    ("HRK", "Croatian kuna", &["kuna"]),
];

/// Marks and abbreviations that stand before a number, longest first.
const MARKS: &[(&[&str], &str)] = &[
    (&["us", "$"], "US dollar"),
    (&["u", ".", "s", ".", "$"], "US dollar"),
    (&["$", "us"], "US dollar"),
    (&["usd", "$"], "US dollar"),
    (&["au", "$"], "Australian dollar"),
    (&["aud", "$"], "Australian dollar"),
    (&["a", "$"], "Australian dollar"),
    (&["$", "a"], "Australian dollar"),
    (&["ca", "$"], "Canadian dollar"),
    (&["cad", "$"], "Canadian dollar"),
    (&["can", "$"], "Canadian dollar"),
    (&["cdn", "$"], "Canadian dollar"),
    (&["c", "$"], "Canadian dollar"),
    (&["$", "c"], "Canadian dollar"),
    (&["nz", "$"], "New Zealand dollar"),
    (&["$", "nz"], "New Zealand dollar"),
    (&["hk", "$"], "Hong Kong dollar"),
    (&["$", "hk"], "Hong Kong dollar"),
    (&["nt", "$"], "New Taiwan dollar"),
    (&["tw", "$"], "New Taiwan dollar"),
    (&["sg", "$"], "Singapore dollar"),
    (&["s", "$"], "Singapore dollar"),
    (&["b", "$"], "Brunei dollar"),
    (&["r", "$"], "Brazilian real"),
    (&["mx", "$"], "Mexican peso"),
    (&["mex", "$"], "Mexican peso"),
    (&["tt", "$"], "Trinidad and Tobago dollar"),
    (&["j", "$"], "Jamaican dollar"),
    (&["fj", "$"], "Fijian dollar"),
    (&["n", "$"], "Namibian dollar"),
    (&["z", "$"], "Zimbabwean dollar"),
    (&["zim", "$"], "Zimbabwean dollar"),
    (&["e", "£"], "Egyptian pound"),
    (&["le"], "Egyptian pound"),
    (&["cn", "¥"], "Chinese yuan"),
    (&["rmb", "¥"], "Chinese yuan"),
    (&["rmb"], "Chinese yuan"),
    (&["jp", "¥"], "Japanese yen"),
    (&["rs", "."], "rupee"),
    (&["rs"], "rupee"),
    (&["rp", "."], "Indonesian rupiah"),
    (&["rp"], "Indonesian rupiah"),
    (&["rm"], "Malaysian ringgit"),
    (&["tk"], "Bangladeshi taka"),
    (&["ksh"], "Kenyan shilling"),
    (&["kshs"], "Kenyan shilling"),
    (&["ush"], "Ugandan shilling"),
    (&["sh"], "shilling"),
    (&["shs"], "shilling"),
    (&["gh", "₵"], "Ghanaian cedi"),
    (&["fr", "."], "franc"),
    (&["sfr"], "Swiss franc"),
    (&["dh", "s"], "UAE dirham"),
    (&["dhs"], "UAE dirham"),
    (&["dh"], "dirham"),
    (&["kr"], "krona or krone"),
    (&["skr"], "Swedish krona"),
    (&["nok", "."], "Norwegian krone"),
    // "£" as some ASCII transliterations write it.
    (&["ps"], "pound sterling"),
    (&["$"], DOLLAR),
    (&["€"], "euro"),
    (&["£"], "pound sterling"),
    (&["¥"], "yen or yuan"),
    (&["￥"], "yen or yuan"),
    (&["₩"], "South Korean won"),
    (&["₫"], "Vietnamese dong"),
    (&["₹"], "Indian rupee"),
    (&["₨"], "rupee"),
    (&["₽"], "Russian rouble"),
    (&["₺"], "Turkish lira"),
    (&["₴"], "Ukrainian hryvnia"),
    (&["₦"], "Nigerian naira"),
    (&["₱"], "Philippine peso"),
    (&["₪"], "Israeli shekel"),
    (&["฿"], "Thai baht"),
    (&["₸"], "Kazakh tenge"),
    (&["₮"], "Mongolian tugrik"),
    (&["₭"], "Lao kip"),
    (&["₲"], "Paraguayan guarani"),
    (&["₡"], "Costa Rican colon"),
    (&["₵"], "Ghanaian cedi"),
    (&["₼"], "Azerbaijani manat"),
    (&["₾"], "Georgian lari"),
    (&["֏"], "Armenian dram"),
    (&["৳"], "Bangladeshi taka"),
    (&["៛"], "Cambodian riel"),
    (&["₿"], "bitcoin"),
];

/// Names that several countries share: without a country they stay as they are.
const SHARED: &[(&str, &[&str])] = &[
    (DOLLAR, &["dollar", "dollars", "bucks"]),
    ("pound", &["pound", "pounds"]),
    ("franc", &["franc", "francs"]),
    ("peso", &["peso", "pesos"]),
    ("rupee", &["rupee", "rupees"]),
    ("dinar", &["dinar", "dinars"]),
    ("riyal", &["riyal", "riyals"]),
    ("rial", &["rial", "rials"]),
    ("dirham", &["dirham", "dirhams"]),
    ("shilling", &["shilling", "shillings"]),
    ("krona", &["krona", "kronor", "kronur"]),
    ("krone", &["krone", "kroner"]),
    ("crown", &["crowns"]),
    ("manat", &["manat", "manats"]),
    ("som", &["som", "soms"]),
    ("leu", &["lei"]),
    ("kwacha", &["kwacha"]),
    ("escudo", &["escudos"]),
    ("cent", &["cent", "cents", "¢"]),
    ("penny", &["penny", "pence"]),
];

/// What a bare "$" and "dollars" mean, before the article is asked whether it marks US dollars ("US$").
pub(crate) const DOLLAR: &str = "dollar";

/// Codes that are English words, sports or names in capitals too: taken for money only with a large number.
const DOUBTFUL: &[&str] = &[
    "ALL", "TOP", "CUP", "TRY", "MAD", "COP", "PEN", "SOS", "GEL", "BAM", "MOP", "LAK", "BOB", "RON", "ETH",
];

/// Whether a number of this size and writing may follow a doubtful code.
pub(crate) fn doubtful(code: &str) -> bool {
    DOUBTFUL.contains(&code)
}

/// A currency as found: its plain name and how many pieces it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Plain name: "US dollar".
    pub name: &'static str,
    /// Pieces.
    pub used: usize,
    /// Whether a large number is needed to believe it.
    pub doubtful: bool,
}

fn by_code(raw: &str) -> Option<&'static str> {
    let code = raw.len() == 3 && raw.bytes().all(|b| b.is_ascii_uppercase());
    let i = code
        .then(|| CURRENCIES.iter().position(|c| c.0 == raw))
        .flatten()?;
    CURRENCIES.get(i).map(|c| c.1)
}

/// The mark or code that stands before a number, from piece `i` on.
pub(crate) fn before(view: View<'_>, i: usize) -> Option<Found> {
    let number = |k: usize| view.is(k, Kind::Digits);
    if view.glued(i) && view.is(i, Kind::Word) && !view.is(i.wrapping_sub(1), Kind::Mark) {
        return None;
    }
    for (mark, name) in MARKS {
        let used = mark.len();
        let same = mark
            .iter()
            .enumerate()
            .all(|(k, m)| view.low(i + k) == *m && (k == 0 || view.glued(i + k) || *m == "$"));
        if !same || !number(i + used) {
            continue;
        }
        let letters = mark
            .iter()
            .all(|m| m.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.'));
        // Letters alone need a capital and, but for the best known, the digits at once behind them.
        let known = matches!(
            *name,
            "rupee" | "Malaysian ringgit" | "Chinese yuan" | "Indonesian rupiah"
        );
        if letters && (!view.capital(i) || !(known || view.glued(i + used))) {
            continue;
        }
        // "A $5 note" is no Australian dollar, "US $5" is an American one.
        if !letters && mark.len() == 2 && view.is(i, Kind::Word) {
            let upper = view.raw(i).bytes().all(|b| b.is_ascii_uppercase());
            let apart = !view.glued(i + 1);
            if !upper || (apart && view.raw(i).len() < 2) {
                continue;
            }
        }
        // "$C" and "$A" take their letter glued to the digits: "$ A 5" does not occur.
        return Some(Found {
            name,
            used,
            doubtful: false,
        });
    }
    let raw = view.raw(i);
    let name = by_code(raw)?;
    number(i + 1).then(|| Found {
        name,
        used: 1,
        doubtful: doubtful(raw),
    })
}

/// The code, mark or name that stands behind a number, from piece `i` on.
pub(crate) fn after(view: View<'_>, i: usize) -> Option<Found> {
    let raw = view.raw(i);
    if view.is(i, Kind::Digits) || matches!(raw, "" | "," | "." | ")" | "-") {
        return None;
    }
    if let Some(name) = by_code(raw) {
        return Some(Found {
            name,
            used: 1,
            doubtful: doubtful(raw),
        });
    }
    for (mark, name) in MARKS {
        if mark.len() == 1 && !mark.iter().any(|m| m.is_ascii()) && view.raw(i) == mark.concat() {
            return Some(Found {
                name,
                used: 1,
                doubtful: false,
            });
        }
    }
    if view.raw(i) == "$" && !view.is(i + 1, Kind::Digits) {
        return Some(Found {
            name: DOLLAR,
            used: 1,
            doubtful: false,
        });
    }
    let mut best: Option<Found> = None;
    let mut offer = |name: &'static str, used: usize| {
        if used > 0 && best.is_none_or(|b| used > b.used) {
            best = Some(Found {
                name,
                used,
                doubtful: false,
            });
        }
    };
    // "U.S. dollars", "US dollars", "New Zealand dollars".
    if matches!(view.low(i), "u") && view.low(i + 2) == "s" {
        let k = i + 3 + usize::from(view.raw(i + 3) == ".");
        if matches!(view.low(k), "dollar" | "dollars") {
            offer("US dollar", k + 1 - i);
        }
    }
    let first = view.low(i);
    if first.len() >= 2 && view.is(i, Kind::Word) {
        let singular = first.strip_suffix('s');
        for key in [Some(first), singular].into_iter().flatten() {
            for &(name, form) in SPELLED.get(key).map_or(&[][..], Vec::as_slice) {
                offer(name, spelled(view, i, form));
            }
        }
        for (name, words) in SHARED {
            if words.contains(&first) {
                offer(name, 1);
            }
        }
    }
    best
}

/// Plain names and spelled forms by the first word of the form, in lower case.
static SPELLED: LazyLock<HashMap<String, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut map: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
    for (_, name, words) in CURRENCIES {
        for form in std::iter::once(name).chain(*words) {
            let first = form.split([' ', '-']).next().unwrap_or(form);
            map.entry(first.to_ascii_lowercase())
                .or_default()
                .push((name, form));
        }
    }
    map
});

/// How many pieces spell `name`, the last one in singular or plural; 0 where they do not.
fn spelled(view: View<'_>, i: usize, name: &str) -> usize {
    let mut k = i;
    let mut parts = name.split([' ', '-']).peekable();
    while let Some(part) = parts.next() {
        k += usize::from(k > i && view.joins(k));
        let word = view.low(k);
        let plural = parts.peek().is_none() && word.strip_suffix('s').is_some_and(|w| ascii_same(w, part));
        if !(ascii_same(word, part) || plural) {
            return 0;
        }
        k += 1;
    }
    k - i
}

fn ascii_same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

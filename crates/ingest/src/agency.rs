//! News agencies and how they sign.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// An agency's short name: from the list, or as an article itself writes it.
pub(crate) type Name = Cow<'static, str>;

/// Whether a name could be an agency's abbreviation: two to six capitals.
#[must_use]
pub(crate) fn is_abbreviation(name: &str) -> bool {
    (2..=6).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether an abbreviation in front of a lead may be an agency that is not on the list: not a broadcaster or paper
/// that heads its own reports with its name, and not a state or country behind a town.
#[must_use]
pub(crate) fn may_sign(name: &str) -> bool {
    const OTHERS: &[&str] = &[
        "CNN", "BBC", "NBC", "ABC", "CBS", "FOX", "MSNBC", "CNBC", "NPR", "PBS", "RT", "DW", "NHK", "CGTN",
        "CCTV", "ITV", "RTE", "CBC", "CTV", "NYT", "WSJ", "FT", "VOA", "RFA", "RFE", "RFI", "WNYC", "KNX",
        "SBS", "TVNZ", "RNZ", "SCMP", "VOV", "VTV", "USA", "UAE", "UK", "US", "DRC", "CAR", "DPRK", "ROK",
        "PRC", "NSW", "QLD", "ACT", "NCR", "HCMC", "CDMX", "LIVE", "UPDATE", "VIDEO", "PHOTO", "PHOTOS",
        "WATCH", "FILE", "NEW", "FIRST", "LEAD", "EDS", "ED", "UN", "EU", "NATO", "AU", "ASEAN", "WHO",
        "NASA", "EST", "GMT", "UTC", "PST", "CET", "IST",
    ];
    // American stations have call signs of four letters.
    let station = name.len() == 4 && name.starts_with(['K', 'W']);
    is_abbreviation(name) && name.len() >= 3 && !station && !OTHERS.contains(&name)
}

/// Whether a text writes the abbreviation in brackets behind a press body's full name: "Northern Press Network
/// (NPN)".
#[must_use]
pub(crate) fn is_spelled_out(letters: &str, text: &str) -> bool {
    const PRESS: &[&str] = &[
        "press",
        "news",
        "agency",
        "wire",
        "telegraph",
        "telegraphic",
        "information",
        "media",
    ];
    let mark = format!("({letters})");
    text.match_indices(&mark).take(8).any(|(at, _)| {
        let before = text.get(..at).unwrap_or("");
        let line = before.rsplit(['\n', '.']).next().unwrap_or("");
        let mut words: Vec<&str> = line.split_whitespace().rev().take(letters.len() + 3).collect();
        words.retain(|w| w.starts_with(char::is_uppercase));
        words.truncate(letters.len());
        let initials: String = words.iter().rev().filter_map(|w| w.chars().next()).collect();
        initials == letters && words.iter().any(|w| PRESS.contains(&w.to_lowercase().as_str()))
    })
}

/// The usual short name of an agency, by any of its names. Case counts for abbreviations: "ant" is no agency.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches('.').trim();
    let name = name
        .strip_prefix("The ")
        .or_else(|| name.strip_prefix("the "))
        .unwrap_or(name);
    // Most of what is asked for is a whole line.
    if name.len() > LISTED.longest {
        return None;
    }
    let exact = LISTED.exact.get(name);
    let any_case = LISTED.any_case.get(&name.to_ascii_lowercase());
    let first = exact.into_iter().chain(any_case).min()?;
    AGENCIES.get(*first).map(|(short, _)| *short)
}

/// Places in [`AGENCIES`] by name, the first of several.
struct Listed {
    /// Short names are words as well ("beta", "trend"): only their own spelling counts.
    exact: HashMap<&'static str, usize>,
    /// The others in lower case.
    any_case: HashMap<String, usize>,
    longest: usize,
}

static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut listed = Listed {
        exact: HashMap::new(),
        any_case: HashMap::new(),
        longest: 0,
    };
    for (i, (short, others)) in AGENCIES.iter().enumerate() {
        for name in std::iter::once(*short)
            .chain(others.split('|'))
            .filter(|n| !n.is_empty())
        {
            let abbreviation = name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
            if abbreviation || name.len() < 6 {
                listed.exact.entry(name).or_insert(i);
            } else {
                listed.any_case.entry(name.to_ascii_lowercase()).or_insert(i);
            }
            listed.longest = listed.longest.max(name.len());
        }
    }
    listed
});

/// The agency in a credit that may name two or a desk: "Xinhua/VNA", "VNA/VNS", "AP Photo", "Reuters Staff".
/// The first one counts, as the one who wrote.
#[must_use]
pub fn in_credit(credit: &str) -> Option<&'static str> {
    by_name(credit).or_else(|| {
        credit
            .split(['/', '|', ',', ';', '&'])
            .flat_map(|p| p.split(" and "))
            .find_map(by_name)
    })
}

/// Short name, and other names between bars.
const AGENCIES: &[(&str, &str)] = &[
    ("AP", "A.P.|Associated Press|AP News|美联社|美聯社|AP通信|АП"),
    (
        "AFP",
        "Agence France-Presse|Agence France Presse|A.F.P.|法新社|AFP通信|АФП",
    ),
    (
        "Reuters",
        "Thomson Reuters|Reuters News|Reuters Staff|RTRS|路透社|路透|ロイター|로이터",
    ),
    ("UPI", "United Press International"),
    ("Bloomberg", "Bloomberg News|彭博社|ブルームバーグ"),
    (
        "dpa",
        "DPA|Deutsche Presse-Agentur|dpa-AFX|dpa international|德新社",
    ),
    ("EFE", "Agencia EFE|EFE News|Efe-Epa|埃菲社"),
    ("Europa Press", ""),
    ("ANSA", "Agenzia ANSA|Agenzia Nazionale Stampa Associata|安莎社"),
    ("Adnkronos", "AKI"),
    ("AGI", ""),
    ("Lusa", "LUSA|Agência Lusa"),
    ("APA", "Austria Presse Agentur"),
    ("Keystone-SDA", "Keystone-ATS|SDA|ATS"),
    ("Belga", "Belga News Agency"),
    ("ANP", "Algemeen Nederlands Persbureau"),
    (
        "PA",
        "PA Media|Press Association|PA news agency|UK Press Association",
    ),
    ("TT", "TT News Agency"),
    ("NTB", "Norsk Telegrambyrå"),
    ("Ritzau", ""),
    ("STT", ""),
    ("BNS", "Baltic News Service"),
    ("LETA", ""),
    ("ELTA", ""),
    ("PAP", "Polish Press Agency"),
    ("CTK", "ČTK|Czech News Agency"),
    ("TASR", "News Agency of the Slovak Republic"),
    ("SITA", ""),
    ("MTI", "Hungarian News Agency"),
    ("Agerpres", "AGERPRES"),
    ("BTA", "Bulgarian News Agency"),
    ("HINA", "Hina"),
    ("STA", "Slovenian Press Agency"),
    ("Tanjug", "TANJUG"),
    ("Beta", "BETA"),
    ("FENA", "Fena"),
    ("MIA", ""),
    ("ATA", "Albanian Telegraphic Agency"),
    ("AMNA", "ANA-MPA|Athens News Agency|Athens-Macedonian News Agency"),
    (
        "CNA",
        "Central News Agency|Focus Taiwan|Cyprus News Agency|中央社",
    ),
    ("TASS", "ITAR-TASS|Itar-Tass|ТАСС|塔斯社|タス通信"),
    ("RIA Novosti", "RIA|Ria Novosti|РИА Новости"),
    ("Sputnik", ""),
    ("Interfax", "Interfax-Ukraine|Interfax Ukraine|Интерфакс"),
    ("Ukrinform", "UKRINFORM"),
    ("UNIAN", "Unian"),
    ("BelTA", "BELTA"),
    ("Moldpres", "MOLDPRES|IPN|INFOTAG"),
    ("Armenpress", "ARMENPRESS"),
    ("AZERTAC", "Azertac|AZERTAG"),
    ("Trend", "Trend News Agency"),
    ("Kazinform", ""),
    ("Kabar", "KABAR"),
    ("UzA", ""),
    ("Khovar", ""),
    ("Anadolu", "AA|Anadolu Agency|Anadolu Ajansı"),
    ("DHA", "Demirören News Agency"),
    ("IHA", "İHA"),
    ("IRNA", "Islamic Republic News Agency"),
    ("ISNA", "Iranian Students News Agency"),
    ("Mehr", "MNA|Mehr News Agency"),
    ("Tasnim", "Tasnim News Agency"),
    ("Fars", "FNA|Fars News Agency"),
    ("SANA", "Syrian Arab News Agency"),
    ("SPA", "Saudi Press Agency"),
    ("WAM", "Emirates News Agency"),
    ("QNA", "Qatar News Agency"),
    ("KUNA", "Kuwait News Agency"),
    ("BNA", "Bahrain News Agency"),
    ("ONA", "Oman News Agency"),
    ("Petra", "PETRA|Jordan News Agency"),
    ("NNA", "National News Agency"),
    ("INA", "Iraqi News Agency"),
    ("SABA", "Saba|Yemen News Agency"),
    ("WAFA", "Palestine News and Information Agency"),
    ("MENA", "Middle East News Agency"),
    ("APS", "Algeria Press Service"),
    ("MAP", "Maghreb Arabe Presse"),
    ("TAP", "Tunis Afrique Presse"),
    ("LANA", ""),
    ("SUNA", "Sudan News Agency"),
    ("ENA", "Ethiopian News Agency"),
    ("KNA", "Kenya News Agency"),
    ("NAN", "News Agency of Nigeria"),
    ("GNA", "Ghana News Agency"),
    ("PANA", "Panapress|PANAPRESS"),
    ("SAnews", "South African Government News Agency"),
    ("SAPA", ""),
    ("ANGOP", "Angop"),
    ("NAMPA", "Nampa"),
    ("ZIANA", "New Ziana"),
    (
        "Xinhua",
        "XINHUA|Xinhua News Agency|New China News Agency|新华社|新華社|新华网|新華網|신화통신",
    ),
    ("CNS", "China News Service|ECNS|中新社|中新网|中新網|中国新闻社"),
    ("Kyodo", "KYODO|Kyodo News|KYODO NEWS|共同社|共同|共同通信"),
    ("Jiji", "JIJI|Jiji Press|JIJI PRESS|時事|時事通信"),
    (
        "Yonhap",
        "YONHAP|Yonhap News|Yonhap News Agency|연합뉴스|韩联社|韓聯社|聯合ニュース",
    ),
    ("Newsis", "뉴시스"),
    ("News1", "뉴스1"),
    ("KCNA", "Korean Central News Agency|朝中社|조선중앙통신"),
    ("Montsame", "MONTSAME"),
    (
        "VNA",
        "TTXVN|Thông tấn xã Việt Nam|越通社|Vietnam News Agency|Việt Nam News Agency|Viet Nam News Agency",
    ),
    ("VNS", "Viet Nam News Service|Vietnam News Service"),
    ("KPL", "Lao News Agency"),
    ("AKP", "Agence Kampuchea Presse"),
    ("Bernama", "BERNAMA|马新社|馬新社"),
    ("Antara", "ANTARA|Antara News|安塔拉通讯社"),
    ("PNA", "Philippine News Agency"),
    ("TNA", "Thai News Agency"),
    ("PTI", "Press Trust of India"),
    ("ANI", "Asian News International"),
    ("IANS", "Indo-Asian News Service|Indo Asian News Service"),
    ("UNI", "United News of India"),
    ("APP", "Associated Press of Pakistan"),
    ("BSS", "Bangladesh Sangbad Sangstha"),
    ("UNB", "United News of Bangladesh"),
    ("RSS", "Rastriya Samachar Samiti"),
    ("Pajhwok", "Pajhwok Afghan News"),
    ("AAP", "Australian Associated Press"),
    ("CP", "Canadian Press"),
    ("Notimex", "NOTIMEX"),
    ("Télam", "TELAM|Telam"),
    ("Agência Brasil", "Agencia Brasil"),
    ("Prensa Latina", ""),
    ("ACN", "Cuban News Agency"),
    ("Andina", "ANDINA"),
    ("ABI", "Agencia Boliviana de Información"),
    ("CMC", "Caribbean Media Corporation"),
    ("IPS", "Inter Press Service"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_a_text_spells_out() {
        assert!(is_spelled_out(
            "NPN",
            "It told the Northern Press Network (NPN) on Monday."
        ));
        assert!(!is_spelled_out(
            "NPN",
            "It told the Northern Pier Network of Ports (NPN)."
        ));
        assert!(!is_spelled_out("NHF", "The Northern Harbour Fund (NHF) paid."));
        assert!(may_sign("NPN"));
        for other in ["CNN", "KXYZ", "ME", "UAE", "Npn", "NPNNPNN"] {
            assert!(!may_sign(other), "{other}");
        }
    }

    #[test]
    fn knows_agencies() {
        for (name, expected) in [
            ("VNA", Some("VNA")),
            ("The Associated Press", Some("AP")),
            ("ASSOCIATED PRESS", Some("AP")),
            ("Xinhua", Some("Xinhua")),
            ("reuters", Some("Reuters")),
            ("DPA", Some("dpa")),
            ("aap", None),
            ("Trending", None),
            ("", None),
        ] {
            assert_eq!(by_name(name), expected, "{name}");
        }
        assert_eq!(in_credit("VNA/VNS"), Some("VNA"));
        assert_eq!(in_credit("Ana Ruiz, Associated Press"), Some("AP"));
        assert_eq!(in_credit("Getty Images"), None);
    }
}

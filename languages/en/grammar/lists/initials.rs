//! Words in capitals that name no body: units of money, arms, techniques, posts, diseases and marks of the trade.

use std::sync::LazyLock;

use super::hash::HashSet;

/// Codes of ISO 4217 and others that the trade writes like them.
const MONEY: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY CNH RMB COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS NIS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD NTD UAH UGX USD UYU UZS VES VND VUV WST XAF XAG XAU XCD XDR XOF XPF YER ZAR ZMW ZWL BTC ETH XRP";

/// What else stands in capitals. Where a body bears the same letters, an article that means it writes its name out.
const THINGS: &str = "\
ICBM IRBM SLBM MIRV WMD IED RPG AK UAV UFO EMP DMZ SUV ATV RV ATM PIN SIM USB GPS LED OLED LCD TV HD HDTV DVD CD PC CPU GPU AI VR AR IT ICT IOT API URL HTML HTTP WWW PDF FAQ SMS MMS CCTV CGI 3D \
GDP GNP GNI CPI PPI PMI IPO ETF REIT VAT GST FDI ODA GMV ARPU EBITDA EPS ROI ROE NPL QE IRA \
CEO CFO COO CTO CIO CMO VP EVP SVP MVP MP MPS MEP MSP MLA MLAS GP PM FM DA VIP PHD MBA MA BA BSC MD JD RN CPA QC KC OBE CBE MBE PR HR \
DNA RNA HIV AIDS SARS MERS COVID ADHD PTSD ALS MRI ICU ER CPR IQ IVF LGBT LGBTQ LGBTI GMO BMI \
ID RIP SOS ASAP FYI OK LOL OMG DIY Q&A A&E AC DC AM FM AD BC BCE GMT UTC EST EDT PST PDT CST CDT MST MDT BST CET CEST IST JST KST ET PT CT MT \
KM KG MPH KPH KWH MW GW TWH MMBTU BTU TEU DWT CO2 LNG LPG HP CC FT SQ NM \
DUI DWI GSW DOA MIA POW KIA AWOL POTUS FLOTUS SCOTUS VPOTUS \
RBI RBIS ERA MLS QB NLCS ALCS NLDS ALDS PPG TD FG OT PK WR LB DH \
USS HMS RMS PS PTO RSVP NB TBC TBA AKA VS NO NOS ST AVE RD BLVD APT PO TEL FAX EXT VOL PP ED EDS ISBN \
EV EVS SKU BTW ADVERTISEMENT UPDATE UPDATED BREAKING VIDEO PHOTO PHOTOS WATCH READ MORE LIVE EXCLUSIVE";

static MONEY_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| MONEY.split_ascii_whitespace().collect());
static THING_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| THINGS.split_ascii_whitespace().collect());

/// Whether a word, as written, is the code of a currency.
#[must_use]
pub fn is_currency(raw: &str) -> bool {
    MONEY_SET.contains(raw)
}

/// Whether letters in capitals, points and a plural's "s" left aside, stand for something that is no body.
#[must_use]
pub fn is_no_body(raw: &str) -> bool {
    if raw.len() > 24 {
        return false;
    }
    let letters: String = raw.chars().filter(|c| *c != '.').collect();
    let one = letters.strip_suffix('s').unwrap_or(&letters);
    [letters.as_str(), one]
        .iter()
        .any(|w| MONEY_SET.contains(w) || THING_SET.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_no_bodies() {
        for (word, expected) in [
            ("USD", true),
            ("EUR", true),
            ("ICBMs", true),
            ("G.D.P.", true),
            ("NATO", false),
            ("usd", false),
        ] {
            assert_eq!(is_no_body(word), expected, "{word}");
        }
        assert!(is_currency("VND") && !is_currency("ICBM"));
    }
}

//! One form for all addresses of one page.

use url::{Host, Url};

dossier_world::words!(TRACKING = "address/tracking_parameters.txt");

/// Parameters that say where a reader came from, by their beginning: those of analytics suites.
const TRACKING_STARTS: [&str; 5] = ["utm_", "at_", "mtm_", "pk_", "_hs"];

/// Hosts under which publishers serve one page for other devices.
const DEVICES: [&str; 5] = ["www", "m", "mobile", "amp", "wap"];

/// What an address names, whoever linked to it and for whatever device: the host without its device, the path, and the
/// parameters that choose the page, sorted. `None` where it is no address of the web, or that of a whole site.
pub(super) fn normal(address: &str) -> Option<String> {
    let url = parsed(address)?;
    let host = plain_host(&url)?;
    let path = path(&url);
    let query = query(&url);
    // Routes of pages that are one program stand behind "#!".
    let route = url.fragment().filter(|f| f.starts_with('!')).unwrap_or("");
    if path.is_empty() && query.is_empty() && route.is_empty() {
        return None;
    }
    let port = url.port().map(|p| format!(":{p}")).unwrap_or_default();
    Some(format!("{host}{port}{path}{query}{route}"))
}

/// The host of an address, without its device.
pub(super) fn host(address: &str) -> Option<String> {
    plain_host(&parsed(address)?)
}

fn parsed(address: &str) -> Option<Url> {
    let url = Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    Some(origin_of_cached(&url).unwrap_or(url))
}

/// The publisher's address behind one of the AMP Cache: "…cdn.ampproject.org/c/s/HOST/PATH", as its format is published.
fn origin_of_cached(url: &Url) -> Option<Url> {
    let host = url.host_str()?;
    if host != "cdn.ampproject.org" && !host.ends_with(".cdn.ampproject.org") {
        return None;
    }
    let (_, rest) = url.path().strip_prefix('/')?.split_once('/')?;
    let rest = rest.strip_prefix("s/").unwrap_or(rest);
    let query = url.query().map(|q| format!("?{q}")).unwrap_or_default();
    Url::parse(&format!("https://{rest}{query}")).ok()
}

fn plain_host(url: &Url) -> Option<String> {
    let Host::Domain(name) = url.host()? else {
        return url.host_str().map(str::to_owned);
    };
    let name = name.trim_end_matches('.');
    let plain = match name.split_once('.') {
        // What is left must be a name under a country or the like, as in "m.harbour.example".
        Some((device, rest)) if DEVICES.contains(&device) && rest.contains('.') => rest,
        _ => name,
    };
    Some(plain.to_owned())
}

/// The path without the marks of a variant and of a folder's own page; nothing for the root.
fn path(url: &Url) -> String {
    let mut parts: Vec<&str> = url.path().split('/').filter(|p| !p.is_empty()).collect();
    if let Some(&last) = parts.last()
        && matches!(last, "index.html" | "index.htm" | "index.php")
    {
        parts.pop();
    }
    // "/news/ferry/amp" and "/amp/news/ferry" show "/news/ferry"; "/amp" alone may be a page on amplifiers.
    if parts.len() > 1 && parts.last() == Some(&"amp") {
        parts.pop();
    }
    if parts.len() > 1 && parts.first() == Some(&"amp") {
        parts.remove(0);
    }
    let mut path: String = parts.iter().flat_map(|p| ["/", p]).collect();
    if let Some(plain) = path.strip_suffix(".amp") {
        path.truncate(plain.len());
    } else if let Some(plain) = path.strip_suffix(".amp.html") {
        path = format!("{plain}.html");
    }
    with_upper_escapes(&path)
}

/// "%e1" and "%E1" are one letter (RFC 3986, 6.2.2.1).
fn with_upper_escapes(path: &str) -> String {
    let mut digits = 0;
    (path.chars())
        .map(|c| {
            let is_digit = digits > 0 && c.is_ascii_hexdigit();
            digits = match c {
                '%' => 2,
                _ if is_digit => digits - 1,
                _ => 0,
            };
            if is_digit { c.to_ascii_uppercase() } else { c }
        })
        .collect()
}

fn query(url: &Url) -> String {
    let mut pairs: Vec<(String, String)> = (url.query_pairs())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .filter(|(name, value)| chooses(&name.to_lowercase(), &value.to_lowercase()))
        .collect();
    pairs.sort();
    let mut out = String::new();
    for (name, value) in pairs {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(&name);
        out.push('=');
        out.push_str(&value);
    }
    out
}

/// Whether a parameter chooses what is shown, not for which device or by whose link.
fn chooses(name: &str, value: &str) -> bool {
    let is_variant = match name {
        "amp" => matches!(value, "" | "1" | "true"),
        "outputtype" | "output" => value == "amp",
        _ => false,
    };
    let is_tracking = TRACKING.has(name) || TRACKING_STARTS.iter().any(|s| name.starts_with(s));
    !is_variant && !is_tracking
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(normal(address).as_deref(), Some(expected), "{address}");
    }

    #[test]
    fn one_page_has_one_form() {
        let one = "harbour.example/news/ferry-42";
        for address in [
            "https://harbour.example/news/ferry-42",
            "http://www.harbour.example/news/ferry-42/",
            "HTTPS://Harbour.Example:443/news//ferry-42#comments",
            " https://harbour.example/news/ferry-42?utm_source=letter&fbclid=x&CMP=share",
            "https://m.harbour.example/news/ferry-42",
            "https://amp.harbour.example/news/ferry-42",
            "https://harbour.example/news/ferry-42/amp/",
            "https://harbour.example/amp/news/ferry-42",
            "https://harbour.example/news/ferry-42.amp",
            "https://harbour.example/news/ferry-42?outputType=amp",
            "https://harbour-example.cdn.ampproject.org/c/s/harbour.example/news/ferry-42",
        ] {
            check(address, one);
        }
        check(
            "http://harbour.example/h%e1ng?b=2&a=1",
            "harbour.example/h%E1ng?a=1&b=2",
        );
        check("http://harbour.example:8080/a", "harbour.example:8080/a");
    }

    #[test]
    fn what_chooses_the_page_stays() {
        check(
            "https://harbour.example/article?id=42",
            "harbour.example/article?id=42",
        );
        check("https://harbour.example/#!/ferry/42", "harbour.example!/ferry/42");
        check("https://harbour.example/amp", "harbour.example/amp");
        check("https://m.example/ferry", "m.example/ferry");
    }

    #[test]
    fn a_site_is_no_article_and_a_path_no_address() {
        for address in [
            "https://harbour.example/",
            "https://www.harbour.example/index.html?utm_source=x",
            "ferry.html",
            "javascript:alert(1)",
            "mailto:a@harbour.example",
            "https://",
        ] {
            assert_eq!(normal(address), None, "{address}");
        }
    }
}

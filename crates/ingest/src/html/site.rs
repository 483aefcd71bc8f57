//! Which addresses belong to the site of a page.

dossier_world::words!(SECOND_LEVELS = "html/second_level_domains.txt");

/// The site of a page; where it is not known every address counts as its own.
#[derive(Debug, Clone, Default)]
pub(super) struct Site(Option<String>);

impl Site {
    /// The site of an address.
    pub(super) fn of(url: Option<&str>) -> Self {
        Self(url.and_then(host).map(|h| domain(&h).to_owned()))
    }

    /// Whether an address leads to a page of the site.
    pub(super) fn is_own(&self, href: &str) -> bool {
        let href = href.trim();
        let absolute = href.starts_with("//") || href.contains("://");
        match (&self.0, absolute) {
            (Some(own), true) => host(href).is_none_or(|h| domain(&h) == own),
            _ => !href.starts_with("mailto:") && !href.starts_with("tel:"),
        }
    }
}

pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("//")?.1;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?;
    let host = host.split(':').next()?.to_ascii_lowercase();
    host.contains('.').then_some(host)
}

/// The part of a host that is registered: two labels, three where the second last is one that countries register
/// under ("co.uk").
pub(super) fn domain(host: &str) -> &str {
    let mut dots = host.rmatch_indices('.').map(|(i, _)| i);
    let (Some(_), Some(second)) = (dots.next(), dots.next()) else {
        return host;
    };
    let tail = host.get(second + 1..).unwrap_or(host);
    let under = tail.split('.').next().unwrap_or("");
    let country = tail.len() - under.len() == 3;
    if country && SECOND_LEVELS.has(under) {
        return match dots.next() {
            Some(third) => host.get(third + 1..).unwrap_or(host),
            None => host,
        };
    }
    tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_addresses() {
        let site = Site::of(Some("https://www.harbour.co.uk/ferry"));
        for own in [
            "/pier",
            "#top",
            "ferry?page=2",
            "https://sport.harbour.co.uk/1",
            "//harbour.co.uk/x",
        ] {
            assert!(site.is_own(own), "{own}");
        }
        for other in [
            "https://shop.example/1",
            "http://pier.co.uk/",
            "mailto:ana@harbour.co.uk",
        ] {
            assert!(!site.is_own(other), "{other}");
        }
        assert!(Site::of(None).is_own("https://shop.example/1"));
    }
}

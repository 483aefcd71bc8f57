//! The parts of an organisation's name put into one order: "Ministry of Foreign Affairs of X", "X Foreign Ministry".

dossier_world::words!(LEGAL_FORMS = "mention/legal_forms.txt");
/// Leaves a firm's legal form away: "Norvik Energy Inc."
pub(super) fn drop_form(parts: &mut Vec<String>) {
    while parts.len() > 1 && parts.last().is_some_and(|p| is_legal_form(p)) {
        parts.pop();
    }
}

/// Words behind a firm's name that tell its legal form or that it has daughters.
fn is_legal_form(folded: &str) -> bool {
    LEGAL_FORMS.has(folded)
}

/// The key of a body from its folded parts, countries given as codes of two capitals. A ministry's field and
/// country may stand on either side of it.
pub(super) fn order(parts: &[String]) -> String {
    let mut country: Vec<&str> = Vec::new();
    let mut field: Vec<&str> = Vec::new();
    let mut body = None;
    let is_code = |p: &str| p.len() == 2 && p.bytes().all(|b| b.is_ascii_uppercase());
    for part in parts.iter().map(String::as_str) {
        match part {
            "ministry" | "department" if body.is_none() => body = Some(part),
            "ministry" | "department" => return parts.join(" "),
            code if is_code(code) => country.push(code),
            word => field.push(spelling(word)),
        }
    }
    let Some(body) = body.filter(|_| country.len() < 2) else {
        return parts.join(" ");
    };
    // "Department of Physics of the University of X" is no government's.
    if field.iter().filter(|w| **w == "of").count() > 2
        || field.iter().any(|w| matches!(*w, "university" | "city" | "county" | "state" if body == "department" && field.len() > 2))
    {
        return parts.join(" ");
    }
    field.retain(|w| !matches!(*w, "of" | "the" | "and" | "&" | "for"));
    if field.len() > 1 {
        field.retain(|w| *w != "affairs");
    }
    country.extend(field);
    country.push(body);
    country.join(" ")
}

fn spelling(word: &str) -> &str {
    match word {
        "defence" => "defense",
        "labour" => "labor",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> String {
        order(&name.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn a_ministry_has_one_key() {
        let foreign = key("NO foreign ministry");
        assert_eq!(key("NO ministry of foreign affairs"), foreign);
        assert_eq!(key("ministry of foreign affairs of NO"), foreign);
        assert_eq!(key("NO foreign affairs ministry"), foreign);
        assert_eq!(key("ministry of defence"), key("defense ministry"));
        assert_eq!(key("department of state"), key("state department"));
    }

    #[test]
    fn not_every_of_may_be_turned() {
        assert_ne!(key("university of oslo"), key("oslo university"));
        assert_ne!(key("NO foreign ministry"), key("SE foreign ministry"));
        assert_ne!(
            key("ministry of foreign affairs"),
            key("ministry of internal affairs")
        );
        assert_eq!(
            key("department of physics of the university of oslo"),
            "department of physics of the university of oslo"
        );
    }
}

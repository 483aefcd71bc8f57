use super::*;

#[test]
fn plurals_have_singulars() {
    for (p, s) in [
        ("students", "student"),
        ("women", "woman"),
        ("countries", "country"),
        ("businesses", "business"),
        ("people", "people"),
        ("firefighters", "firefighter"),
        ("policemen", "policeman"),
        ("viruses", "virus"),
        ("Americans", "American"),
        ("houses", "house"),
        ("matches", "match"),
        ("agencies", "agency"),
        ("boxes", "box"),
    ] {
        assert!(plural(&p.to_lowercase()), "{p}");
        assert_eq!(singular(p), s);
    }
}

#[test]
fn not_plurals() {
    for w in ["bus", "crisis", "glass", "always", "Paris", "gas", "trade"] {
        assert!(!plural(&w.to_lowercase()), "{w}");
    }
}

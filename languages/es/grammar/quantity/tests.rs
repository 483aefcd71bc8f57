use dossier_model::{Article, Layer, Span};

use super::find;

/// Each quantity as its value or ends, its unit's key and its bound.
fn read(text: &str) -> Vec<String> {
    let article = Article::plain(text, None);
    let sentence = Span::new(0, article.text().len());
    let found = find(&article, &[sentence], &Layer::default());
    let show = |q: &dossier_model::Quantity| {
        let value = match q.value {
            Some(v) => v.to_string(),
            None => format!("{}..{}", q.low.unwrap_or(f64::NAN), q.high.unwrap_or(f64::NAN)),
        };
        let unit = q.unit.as_ref().map_or(String::new(), |u| format!(" {u}"));
        let order = if q.ordinal { " #" } else { "" };
        format!("{} {value}{unit}{order}", q.bound.as_str())
    };
    found.iter().map(|a| show(&a.value)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn words_add_up() {
    check("dos mil trescientos cuarenta y siete", &["exact 2347"]);
    check("Vinieron mil cien invitados.", &["exact 1100"]);
    check(
        "tres billones cuatrocientos cincuenta y cinco mil millones",
        &["exact 3455000000000"],
    );
    check("Hubo dos docenas.", &["exact 24"]);
    check("medio millón de votos", &["exact 500000"]);
    check("tres millones y medio", &["exact 3500000"]);
    check("siete con cincuenta", &["exact 7.5"]);
    check("doscientos coma cero tres", &["exact 200.03"]);
}

#[test]
fn digits_are_grouped_by_points() {
    check("Llegaron 1.234 barcos.", &["exact 1234"]);
    check("El total es 1.234.567,5.", &["exact 1234567.5"]);
    check("2 mil millones", &["exact 2000000000"]);
    check("10k", &["exact 10000"]);
}

#[test]
fn parts_of_a_whole() {
    check("dos tercios de la clase", &["exact 0.6666666666666666"]);
    check("tres veinteavos", &["exact 0.15"]);
    check("veinte veinticincoavos", &["exact 0.8"]);
    check("La mitad de la clase", &["exact 0.5"]);
    check("1/4 de milla", &["exact 0.25 [mi_i]"]);
}

#[test]
fn shares() {
    check("Subió un 27 % en marzo.", &["exact 27 %"]);
    check("cien por cien", &["exact 100 %"]);
    check("Bajó dos puntos porcentuales.", &["exact 2 %-point"]);
    check("más del 15 por ciento", &["over 15 %"]);
}

#[test]
fn money() {
    check("Costó 48.000 millones de dólares.", &["exact 48000000000 USD"]);
    check("Pagó US$ 2,5 millones.", &["exact 2500000 USD"]);
    check("Vale $ 1.234.", &["exact 1234 dollar-or-peso"]);
    check("528 millones de francos", &["exact 528000000 franc"]);
    check("trece euros y cuarenta y cinco céntimos", &["exact 13.45 EUR"]);
    check("Cuesta 300 pesos mexicanos al mes.", &["exact 300 MXN/mo"]);
    check("más de 20 euros", &["over 20 EUR"]);
}

#[test]
fn measures_and_ranges() {
    check("a 90 kilómetros por hora", &["exact 90 km/h"]);
    check("entre 3 y 5 millones de toneladas", &["range 3000000..5000000 t"]);
    check("al menos 75ml", &["at-least 75 mL"]);
    check("de 10 a 12 kilos", &["range 10..12 kg"]);
}

#[test]
fn places_in_an_order() {
    check("el vigésimo quinto", &["exact 25 #"]);
    check("la 2da vez", &["exact 2 #"]);
    check(
        "cincuenta y dos milésimo tricentésimo cuadragésimo séptimo",
        &["exact 52347 #"],
    );
}

#[test]
fn not_quantities() {
    check("Una vaca y un perro.", &[]);
    check("En 2019 ganó la COVID-19.", &[]);
    check("Jugaron 3-1 en la cancha.", &[]);
}

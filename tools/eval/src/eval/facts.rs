//! Facts read by hand from reports of one event, looked up in the record that is built from them.

use std::path::Path;

use serde_json::Value;

/// Looks up every fact of `gold` (TOML) in `record` (`dossier.json`); prints each miss and the share found.
///
/// # Errors
/// Where the gold file is no TOML of the expected shape.
pub fn score(record: &Value, gold: &str) -> Result<(usize, usize, Vec<String>), String> {
    let gold: toml::Table = toml::from_str(gold).map_err(|e| format!("gold: {e}"))?;
    let stories = record["stories"].as_array().cloned().unwrap_or_default();
    let story = stories.first().cloned().unwrap_or_default();
    let view = View {
        record,
        story: &story,
    };
    let (mut all, mut found, mut missed) = (0, 0, Vec::new());
    for (kind, rows) in &gold {
        for row in rows.as_array().into_iter().flatten() {
            let checks = view.check(kind, row);
            for (fact, holds) in checks {
                all += 1;
                if holds {
                    found += 1;
                } else {
                    missed.push(format!("{kind}: {fact}"));
                }
            }
        }
    }
    Ok((found, all, missed))
}

struct View<'a> {
    record: &'a Value,
    story: &'a Value,
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or("")
}

fn words(row: &toml::Value, field: &str) -> Vec<String> {
    match row.get(field) {
        Some(toml::Value::String(s)) => vec![s.clone()],
        Some(toml::Value::Array(a)) => a.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

fn word(row: &toml::Value, field: &str) -> String {
    words(row, field).first().cloned().unwrap_or_default()
}

/// Whether `hay` holds one of the alternatives of `needle` ("line|railway"), without regard to case.
fn holds(hay: &str, needle: &str) -> bool {
    let hay = hay.to_lowercase();
    needle.split('|').any(|n| hay.contains(&n.to_lowercase()))
}

impl View<'_> {
    /// The article whose file name begins with `doc`.
    fn article(&self, doc: &str) -> Option<&Value> {
        list(self.record, "articles").iter().find(|a| {
            let source = text(a, "source");
            Path::new(source)
                .file_name()
                .is_some_and(|n| n.to_string_lossy().starts_with(doc))
        })
    }

    fn id(&self, doc: &str) -> String {
        self.article(doc)
            .map_or(String::new(), |a| text(a, "id").to_owned())
    }

    /// The entities one of whose spellings is one of the alternatives of `name`.
    fn entity(&self, name: &str) -> Vec<&Value> {
        list(self.story, "entities")
            .iter()
            .filter(|e| {
                list(e, "names")
                    .iter()
                    .any(|n| name.split('|').any(|alt| text(n, "text") == alt))
            })
            .collect()
    }

    fn entity_by_id(&self, id: &str) -> Option<&Value> {
        list(self.story, "entities").iter().find(|e| text(e, "id") == id)
    }

    fn is_named(&self, id: &Value, names: &[String]) -> bool {
        id.as_str().and_then(|id| self.entity_by_id(id)).is_some_and(|e| {
            list(e, "names").iter().any(|n| {
                names
                    .iter()
                    .any(|x| x.split('|').any(|alt| alt == text(n, "text")))
            })
        })
    }

    fn check(&self, kind: &str, row: &toml::Value) -> Vec<(String, bool)> {
        match kind {
            "article" => self.check_article(row),
            "absent" => words(row, "names")
                .iter()
                .map(|n| (n.clone(), self.entity(n).is_empty()))
                .collect(),
            "person" => self.check_person(row),
            "joined" => vec![(
                words(row, "names").join(" = "),
                self.are_joined(&words(row, "names"), &word(row, "kind")),
            )],
            "apart" => {
                let names = words(row, "names");
                let rows: Vec<_> = names
                    .iter()
                    .flat_map(|n| self.entity(n))
                    .map(|e| text(e, "id"))
                    .collect();
                vec![(
                    names.join(" ≠ "),
                    rows.len() > 1 && rows.windows(2).all(|w| w[0] != w[1]),
                )]
            }
            "figure" => vec![self.check_figure(row)],
            "agreement" => vec![self.check_agreement(row)],
            "event" => vec![self.check_event(row)],
            "statement" => vec![self.check_statement(row)],
            "copy" => vec![self.check_copy(row)],
            "origin" => vec![self.check_origin(row)],
            "quote" => vec![self.check_quote(row)],
            "timeline" => vec![self.check_timeline(row)],
            "digest" => {
                let rows = list(self.story, "digest");
                let size = |f: &str| row.get(f).and_then(toml::Value::as_integer).unwrap_or(0) as usize;
                let fits = (size("least")..=size("most")).contains(&rows.len());
                vec![(
                    "size and subject".to_owned(),
                    fits && rows.iter().any(|d| holds(text(d, "text"), &word(row, "words"))),
                )]
            }
            other => vec![(format!("unknown kind {other}"), false)],
        }
    }

    fn check_article(&self, row: &toml::Value) -> Vec<(String, bool)> {
        let doc = word(row, "doc");
        let article = self.article(&doc);
        ["agency", "title", "byline", "published"]
            .iter()
            .filter(|f| row.get(**f).is_some())
            .map(|field| {
                let expected = word(row, field);
                let value = article.map_or(&Value::Null, |a| &a[*field]);
                let value = if *field == "published" {
                    &value["value"]
                } else {
                    value
                };
                let right = if expected == "unknown" {
                    value.is_null()
                } else {
                    value.as_str() == Some(&expected)
                };
                (
                    format!("{doc} {field} {expected} (is {value})"),
                    right && article.is_some(),
                )
            })
            .collect()
    }

    fn are_joined(&self, names: &[String], kind: &str) -> bool {
        let Some(first) = names.first() else { return false };
        self.entity(first).iter().any(|e| {
            (kind.is_empty() || text(e, "kind") == kind)
                && names
                    .iter()
                    .all(|n| list(e, "names").iter().any(|x| text(x, "text") == n))
        })
    }

    fn check_person(&self, row: &toml::Value) -> Vec<(String, bool)> {
        let names = words(row, "names");
        let mut out = vec![(names.join(" = "), self.are_joined(&names, "person"))];
        let roles = row
            .get("roles")
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default();
        for role in roles {
            let part = |i: usize| role.get(i).and_then(toml::Value::as_str).unwrap_or("").to_owned();
            let (title, organization) = (part(0), part(1));
            let has = self.entity(&names[0]).iter().any(|e| {
                list(e, "roles").iter().any(|r| {
                    let all = format!("{} {}", text(r, "title"), text(r, "organization"));
                    holds(&all, &title)
                        && (organization.is_empty()
                            || holds(&all, &organization)
                            || organization == "China" && holds(&all, "chin"))
                })
            });
            out.push((format!("{}: {title}, {organization}", names[0]), has));
        }
        out
    }

    fn check_figure(&self, row: &toml::Value) -> (String, bool) {
        let value = number(row.get("value"));
        let (bound, unit, basis, period) = (
            word(row, "bound"),
            word(row, "unit"),
            word(row, "basis"),
            word(row, "period"),
        );
        let article = self.id(&word(row, "doc"));
        let found = list(self.story, "figures").iter().any(|f| {
            list(f, "reports").iter().any(|r| {
                let unit_text = r["unit"].as_str().or(f["unit"].as_str()).unwrap_or("");
                r["value"].as_f64() == value
                    && text(r, "bound") == bound
                    && holds(unit_text, &unit)
                    && text(&r["cite"], "article") == article
                    && (basis.is_empty() || holds(text(r, "basis"), &basis))
                    && (period.is_empty() || text(&f["period"], "from").starts_with(&period))
            })
        });
        (format!("{value:?} {bound} {unit} {basis} {period}"), found)
    }

    fn check_agreement(&self, row: &toml::Value) -> (String, bool) {
        let values: Vec<f64> = row
            .get("values")
            .and_then(toml::Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|v| number(Some(v)))
            .collect();
        let expected = word(row, "is");
        let found = list(self.story, "figures").iter().any(|f| {
            text(f, "agreement") == expected
                && values
                    .iter()
                    .all(|v| list(f, "reports").iter().any(|r| r["value"].as_f64() == Some(*v)))
        });
        (format!("{values:?} {expected}"), found)
    }

    fn check_event(&self, row: &toml::Value) -> (String, bool) {
        let (kind, who, place) = (word(row, "type"), words(row, "who"), words(row, "place"));
        let (from, to, object) = (word(row, "from"), word(row, "to"), word(row, "object"));
        let (statuses, docs) = (words(row, "status"), words(row, "docs"));
        let found = list(self.story, "events").iter().any(|e| {
            let own = text(e, "type");
            let is_kind = kind == "*" || own == kind || kind == "talks" && own == "meeting";
            let participants = list(e, "participants");
            let told: Vec<&str> = list(e, "cites").iter().map(|c| text(c, "article")).collect();
            let told_by = docs.iter().filter(|d| told.contains(&self.id(d).as_str())).count();
            is_kind
                && who.iter().all(|w| participants.iter().any(|p| self.is_named(&p["entity"], std::slice::from_ref(w))))
                && (place.is_empty()
                    || self.is_named(&e["place"], &place)
                    || participants.iter().any(|p| self.is_named(&p["entity"], &place)))
                && (from.is_empty() || text(&e["when"], "from").starts_with(&from))
                && (to.is_empty() || text(&e["when"], "to").starts_with(&to))
                && (statuses.is_empty() || statuses.iter().any(|s| text(e, "status") == s))
                && (object.is_empty()
                    || holds(text(e, "label"), &object)
                    || list(e, "cites").iter().any(|c| holds(text(c, "text"), &object)))
                // Half of the articles that tell it, rounded up, must stand behind the row.
                && told_by * 2 >= docs.len()
        });
        (
            format!(
                "{kind} {} {} {from} {to} {object}",
                who.join(", "),
                place.join("/")
            ),
            found,
        )
    }

    fn check_statement(&self, row: &toml::Value) -> (String, bool) {
        let (needles, docs) = (words(row, "words"), words(row, "docs"));
        let found = list(self.story, "statements").iter().any(|s| {
            let reports = list(s, "reports");
            let told = |d: &String| {
                let id = self.id(d);
                reports.iter().any(|r| text(&r["cite"], "article") == id)
            };
            let says = |r: &Value| needles.iter().all(|w| holds(text(&r["cite"], "text"), w));
            reports.iter().any(says) && docs.iter().filter(|d| told(d)).count() * 2 > docs.len()
        });
        (format!("{} in {}", needles.join(", "), docs.join(" ")), found)
    }

    fn check_copy(&self, row: &toml::Value) -> (String, bool) {
        let docs: Vec<String> = words(row, "docs").iter().map(|d| self.id(d)).collect();
        let needle = word(row, "words");
        let least = row.get("least").and_then(toml::Value::as_integer).unwrap_or(0);
        let found = list(self.story, "copies").iter().any(|c| {
            let sides = [&c["from"], &c["to"]];
            docs.iter().all(|d| sides.iter().any(|s| text(s, "article") == d))
                && sides.iter().all(|s| holds(text(s, "text"), &needle))
                && c["words"].as_i64().unwrap_or(0) >= least
        });
        (format!("{needle} in {}", words(row, "docs").join(" ")), found)
    }

    fn check_origin(&self, row: &toml::Value) -> (String, bool) {
        let origin = |doc: &String| {
            let id = self.id(doc);
            list(self.story, "origins")
                .iter()
                .position(|o| list(o, "articles").iter().any(|a| a.as_str() == Some(&id)))
        };
        let (together, apart) = (words(row, "together"), words(row, "apart"));
        let places: Vec<_> = together.iter().chain(&apart).map(origin).collect();
        let right = places.iter().all(Option::is_some)
            && places.windows(2).all(|w| (w[0] == w[1]) != together.is_empty());
        (format!("{}{}", together.join(" = "), apart.join(" ≠ ")), right)
    }

    fn check_quote(&self, row: &toml::Value) -> (String, bool) {
        let (article, needle) = (self.id(&word(row, "doc")), word(row, "words"));
        let (speaker, form) = (word(row, "speaker"), word(row, "form"));
        let found = list(self.story, "quotes").iter().any(|q| {
            text(&q["cite"], "article") == article
                && holds(text(q, "words"), &needle)
                && (form.is_empty() || text(q, "form") == form)
                && (self.is_named(&q["speaker"], std::slice::from_ref(&speaker))
                    || text(q, "speaker_text") == speaker)
        });
        (format!("{} {needle} ({speaker})", word(row, "doc")), found)
    }

    fn check_timeline(&self, row: &toml::Value) -> (String, bool) {
        let (from, needle) = (word(row, "from"), word(row, "words"));
        let found = list(self.story, "timeline")
            .iter()
            .any(|t| text(&t["when"], "from").starts_with(&from) && holds(text(t, "label"), &needle));
        (format!("{from} {needle}"), found)
    }
}

fn number(value: Option<&toml::Value>) -> Option<f64> {
    match value? {
        toml::Value::Integer(i) => Some(*i as f64),
        toml::Value::Float(f) => Some(*f),
        _ => None,
    }
}

/// Builds the record of the folder `articles` and looks up the facts of the file `gold` in it.
///
/// # Errors
/// Where either cannot be read.
pub fn run(articles: &Path, gold: &Path) -> Result<String, String> {
    use std::fmt::Write as _;
    let json = dossier::publish::json::render(&crate::chain::record(articles)?);
    let record: Value = serde_json::from_str(&json).map_err(|e| format!("record: {e}"))?;
    let facts = std::fs::read_to_string(gold).map_err(|e| format!("{}: {e}", gold.display()))?;
    let (found, all, missed) = score(&record, &facts)?;
    let mut out = String::new();
    for miss in missed {
        let _ = writeln!(out, "missing  {miss}");
    }
    let _ = write!(
        out,
        "facts    {found} of {all} ({:.1} %)",
        found as f64 * 100.0 / all.max(1) as f64
    );
    Ok(out)
}

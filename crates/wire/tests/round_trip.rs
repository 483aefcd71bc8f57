//! What was written is read back as it was.

mod support;

use dossier_wire::{annotations, record};
use proptest::prelude::*;
use support::Maker;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn annotations_come_back(seed in any::<u64>()) {
        let read = Maker::new(seed).read();
        let line = annotations::write(&read);
        prop_assert!(!line.contains('\n'));
        let back = annotations::read(&line).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&back, &read);
        prop_assert_eq!(annotations::write(&back), line);
    }

    #[test]
    fn a_record_comes_back(seed in any::<u64>()) {
        let dossier = Maker::new(seed).dossier();
        let json = serde_json::to_string(&record::to_wire(&dossier, &ToString::to_string)).expect("json");
        let back = record::read(&json).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&back, &dossier);
    }

    #[test]
    fn the_structs_come_back(seed in any::<u64>()) {
        let mut maker = Maker::new(seed);
        let (read, dossier) = (maker.read(), maker.dossier());
        let line = annotations::to_wire(&read);
        let json = serde_json::to_string(&line).expect("json");
        prop_assert_eq!(serde_json::from_str::<annotations::v1::Line<'_>>(&json).expect("a line"), line);
        let record = record::to_wire(&dossier, &ToString::to_string);
        let json = serde_json::to_string(&record).expect("json");
        prop_assert_eq!(serde_json::from_str::<record::v1::Record<'_>>(&json).expect("a record"), record);
    }
}

#[test]
fn fields_of_later_versions_are_passed_over() {
    let read = Maker::new(7).read();
    let line = annotations::write(&read);
    let later = line.replacen("\"sentences\":", "\"weather\":[{\"x\":[1]}],\"sentences\":", 1);
    assert_ne!(later, line);
    assert_eq!(annotations::read(&later), Ok(read));
}

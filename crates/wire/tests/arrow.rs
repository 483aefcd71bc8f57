//! The Arrow schemas are those of the tables.

use dossier_wire::{arrow, tables};

#[test]
fn each_table_has_a_schema_with_documented_columns() {
    for table in tables::all().concat() {
        let schema = arrow::schema(&table);
        assert_eq!(schema.fields().len(), table.columns.len());
        for field in schema.fields() {
            assert!(
                field.metadata().get("doc").is_some_and(|d| !d.is_empty()),
                "{}",
                field.name()
            );
        }
    }
}

//! The table of codes in the documentation.

use std::fmt::Write;

use ulabel::Code;
use ulabel::language::{Language, Messages};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/docs/codes.md");

/// The whole page.
fn page() -> String {
    let messages = Messages::new(Language::En);
    let mut page = String::from(
        "# The codes of findings\n\n\
         A code is stable: it is never renamed and never used again for another rule. The severity and the clause\n\
         are those a finding has unless its policy or protocol gives it others. *Way out*: yes if `explain` can say\n\
         what to do instead.\n\n\
         `ULABEL_REFRESH=1 cargo test --test integration codes` writes this page from the catalogue.\n\n\
         | code | severity | clause | what was found | way out |\n\
         |---|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let way_out = if messages.has_way_out(*code) { "yes" } else { "" };
        let (severity, clause) = (code.severity(), code.clause());
        writeln!(page, "| `{code}` | {severity} | {clause} | {} | {way_out} |", code.summary())
            .expect("writing to a String cannot fail");
    }
    page
}

#[test]
fn the_page_of_codes_is_fresh() {
    let page = page();
    if std::env::var_os("ULABEL_REFRESH").is_some() {
        std::fs::write(PATH, &page).expect("the page can be written");
    }
    let committed = std::fs::read_to_string(PATH).expect("src/docs/codes.md");
    assert!(committed == page, "src/docs/codes.md is stale; the page itself says how to refresh it");
    for code in Code::ALL {
        assert!(committed.contains(&format!("| `{code}` | ")), "{code} is not in src/docs/codes.md");
    }
}

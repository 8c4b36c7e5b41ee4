//! Help, manual pages and completions, all from one definition.

use super::assert_snapshot;
use crate::support::ulabel;

const COMMANDS: [&str; 6] = ["check", "explain", "convert", "tables", "completions", "man"];

#[test]
fn help() {
    let found = ulabel(&["--help"]);
    assert_snapshot("help.txt", &found.stdout);
    for command in COMMANDS {
        assert!(found.stdout.contains(&format!("\n  {command} ")), "{command}");
    }
    assert!(found.stdout.contains("Exit status:"));
    assert_snapshot("help-check.txt", &ulabel(&["check", "--help"]).stdout);
    for command in COMMANDS {
        assert_eq!(ulabel(&[command, "--help"]).status, 0);
    }
}

#[test]
fn manual_pages() {
    let folder =
        std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("man-{}", std::process::id()));
    let found = ulabel(&["man", folder.to_str().unwrap()]);
    assert_eq!((found.status, found.stderr.as_str()), (0, ""));
    for command in COMMANDS {
        let page = std::fs::read_to_string(folder.join(format!("ulabel-{command}.1"))).unwrap();
        assert!(page.contains(".TH"), "{command}");
    }
    let page = std::fs::read_to_string(folder.join("ulabel.1")).unwrap();
    assert_eq!(ulabel(&["man"]).stdout, page);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let found = ulabel(&["completions", shell]);
        assert_eq!(found.status, 0);
        for command in COMMANDS {
            assert!(found.stdout.contains(command), "{shell}: {command}");
        }
    }
}

//! The code points of which labels are eligible in whatever order.

use alloc::vec::Vec;

use super::CompiledLgr;
use super::action::Trigger;
use super::rule::{CompiledRule, UNKNOWN};

/// The code points about which a ruleset asks nothing more than that they are there: each label of them alone is
/// eligible.
#[derive(Debug)]
pub(crate) struct AlwaysEligible<'a> {
    lgr: &'a CompiledLgr,
    /// The rules of the actions that decide, each with letters of which no label is matched.
    rules: Vec<(&'a CompiledRule, Vec<u8>)>,
}

impl CompiledLgr {
    /// Those code points; none where an action refuses labels for what they lack.
    pub(crate) fn always_eligible(&self) -> Option<AlwaysEligible<'_>> {
        let mut rules = Vec::new();
        // A label without variants of itself has no types (RFC 7940 section 8.3).
        for action in self.actions.list.iter().filter(|action| matches!(action.trigger, Trigger::None)) {
            match action.rule {
                None if action.is_invalid => return None,
                None => return Some(AlwaysEligible { lgr: self, rules }),
                Some((_, false)) => return None,
                Some((place, true)) => {
                    let rule = self.actions.rules.get(place)?;
                    rules.push((&**rule, rule.letters_without_match()));
                }
            }
        }
        None
    }
}

impl CompiledRule {
    /// Letters of which no label is matched; as many as are found by adding one after the other.
    fn letters_without_match(&self) -> Vec<u8> {
        let mut letters: Vec<u8> = self.letters_in_use().collect();
        letters.sort_unstable();
        letters.dedup();
        let mut found = Vec::new();
        for letter in letters {
            found.push(letter);
            if self.can_hold(&found) {
                found.pop();
            }
        }
        found
    }
}

impl AlwaysEligible<'_> {
    /// True if the code point is one of them.
    pub(crate) fn has(&self, c: char) -> bool {
        let table = &self.lgr.table;
        let slot = table.slot(c);
        let is_reflexive = |entry: u32| table.entry(entry).is_none_or(|entry| entry.has_reflexive);
        // A variant of itself has a type, that of a sequence too.
        let mut nodes: Vec<_> = table.sequences(slot).into_iter().collect();
        while let Some(node) = nodes.pop() {
            if node.entry.is_some_and(is_reflexive) {
                return false;
            }
            nodes.extend(node.children.values());
        }
        slot.is_plain
            && slot.class != UNKNOWN
            && !is_reflexive(slot.entry)
            && self.rules.iter().all(|(rule, letters)| letters.contains(&rule.letter(slot.class)))
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use crate::lgr::CompiledLgr;
    use crate::lgr::xml;

    fn always_eligible(body: &str) -> Option<Vec<char>> {
        let text = format!(r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0">{body}</lgr>"#);
        let lgr = xml::read(text.as_bytes(), crate::lgr::Strictness::default()).unwrap().lgr;
        let lgr = CompiledLgr::new(&lgr).unwrap();
        let found = lgr.always_eligible()?;
        Some(('a'..='h').filter(|c| found.has(*c)).collect())
    }

    #[test]
    fn contexts_sequences_rules_and_types_are_told() {
        let found = always_eligible(
            r#"<data><char cp="0061"/><char cp="0062" not-when="first"/><char cp="0063 0064"/>
            <char cp="0068"/><char cp="0068 0061"><var cp="0068 0061" type="r"/></char>
            <char cp="0063"/><char cp="0064"/><char cp="0065"/><char cp="0066"/>
            <char cp="0067"><var cp="0067" type="r"/></char></data>
            <rules><rule name="first"><look-behind><start/></look-behind><anchor/></rule>
            <rule name="e-f"><char cp="0065"/><char cp="0066"/></rule>
            <action disp="invalid" match="e-f"/><action disp="invalid" any-variant="r"/></rules>"#,
        );
        // U+0065 then U+0066 is refused, so only one of the two is free.
        assert_eq!(found.unwrap().iter().collect::<String>(), "acde");
    }

    #[test]
    fn what_a_label_lacks_is_refused() {
        let data = r#"<data><char cp="0061"/><char cp="0062"/></data>"#;
        let rule = r#"<rule name="a"><char cp="0061"/></rule>"#;
        let not_match = format!(r#"{data}<rules>{rule}<action disp="invalid" not-match="a"/></rules>"#);
        assert_eq!(always_eligible(&not_match), None);
        assert_eq!(always_eligible(&format!(r#"{data}<rules><action disp="invalid"/></rules>"#)), None);
        assert_eq!(always_eligible(data).unwrap(), ['a', 'b']);
    }
}

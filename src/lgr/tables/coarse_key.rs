//! A key that no variant mapping changes, so that labels which collide share it.
//!
//! Each code point has an *image*: a code point, several, or none. The coarse key of a label is the images
//! of its code points one after the other. The images are made so that the two sides of every mapping of
//! every table have the same images, whatever the context of the mapping.
//!
//! The proof that this is enough is in the documentation of [`crate::lgr`].
//!
//! *How the images are made.* Each mapping is an equation between two strings. What both sides begin or end
//! with alike is taken off. If one side is then empty, the other must be: its code points get empty images.
//! A code point alone against a string without it gets that string as its image; two code points alone
//! get the lesser of them. Strings of one length are made equal place by place. All else gets empty images.
//! Each step puts images in place of code points in all images made before, so an equation that holds
//! goes on to hold, and one pass over the equations solves them all.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::lgr::Lgr;
use crate::lgr::compile::universe::Universe;

/// Code points of an image; those of a longer one are left out of all keys.
const MAX_IMAGE: usize = 8;

/// The images of code points, as far as they are not the code points themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct CoarseKeys {
    universe: Universe,
    /// For each code point of the universe, where its image ends among `images`.
    ends: Vec<u32>,
    images: Vec<char>,
}

impl CoarseKeys {
    /// The images under these tables.
    pub(super) fn new<'a>(tables: impl Iterator<Item = &'a Lgr>) -> Self {
        let mut equations: Vec<[&[char]; 2]> = Vec::new();
        for char in tables.flat_map(Lgr::chars).filter(|char| !char.cp.is_empty()) {
            for variant in char.variants.iter().filter(|variant| variant.cp != char.cp) {
                equations.push([&char.cp, &variant.cp]);
            }
        }
        // Short equations first: they say most about single code points. The order is the same whatever
        // the order of the tables, and whatever other equations there are.
        let length = |sides: &[&[char]; 2]| sides.iter().map(|side| side.len()).sum::<usize>();
        equations.iter_mut().for_each(|sides| sides.sort_unstable());
        equations.sort_unstable_by(|a, b| length(a).cmp(&length(b)).then_with(|| a.cmp(b)));
        equations.dedup();
        let mut points: Vec<char> =
            equations.iter().flatten().flat_map(|side| side.iter().copied()).collect();
        points.sort_unstable();
        points.dedup();
        let mut solver = Solver { points: &points, images: alloc::vec![Image::Itself; points.len()] };
        equations.iter().for_each(|[a, b]| solver.solve(a, b));
        Self::of_images(solver.finish())
    }

    fn of_images(images: BTreeMap<char, Vec<char>>) -> Self {
        let universe = Universe::new(images.keys().copied().collect());
        let mut keys = Self { universe, ..Self::default() };
        for image in images.into_values() {
            keys.images.extend(image);
            keys.ends.push(keys.images.len() as u32);
        }
        keys
    }

    /// The key of a label, code point by code point.
    #[inline]
    pub(super) fn key_of<'k>(&'k self, label: &'k str) -> impl Iterator<Item = char> + 'k {
        label.chars().flat_map(|c| {
            let number = self.universe.number(c);
            let image = number.map_or(&[][..], |number| self.image(number as usize));
            number.is_none().then_some(c).into_iter().chain(image.iter().copied())
        })
    }

    /// Each code point that its image is not, with the image.
    #[cfg(feature = "policy")]
    pub(super) fn images(&self) -> impl Iterator<Item = (char, &[char])> {
        self.universe.points().iter().enumerate().map(|(number, c)| (*c, self.image(number)))
    }

    fn image(&self, number: usize) -> &[char] {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let image = self.images.get(number.checked_sub(1).map_or(0, end)..end(number));
        debug_assert!(image.is_some(), "every code point of the universe has an image");
        image.unwrap_or_default()
    }
}

/// The image of a code point while equations are solved.
#[derive(Clone, Debug)]
enum Image {
    Itself,
    /// The images of these, by their numbers, one after the other.
    Of(Vec<u32>),
}

struct Solver<'a> {
    /// The code points of mappings, ascending; a code point is known by its place.
    points: &'a [char],
    images: Vec<Image>,
}

/// An image is too long to be worked with.
struct TooLong;

impl Solver<'_> {
    /// Makes the images of two strings equal.
    fn solve(&mut self, a: &[char], b: &[char]) {
        let (Ok(own), Ok(other)) = (self.image_of(a), self.image_of(b)) else {
            return self.erase_all(a.iter().chain(b));
        };
        let begin = own.iter().zip(&other).take_while(|(own, other)| own == other).count();
        let (own, other) = (own.get(begin..).unwrap_or_default(), other.get(begin..).unwrap_or_default());
        let end = own.iter().rev().zip(other.iter().rev()).take_while(|(own, other)| own == other).count();
        let own = own.get(..own.len() - end).unwrap_or_default();
        let other = other.get(..other.len() - end).unwrap_or_default();
        match (own, other) {
            ([], []) => {}
            (&[own], &[other]) => self.set(own.max(other), alloc::vec![own.min(other)]),
            (&[one], many) | (many, &[one]) if many.len() <= MAX_IMAGE && !many.contains(&one) => {
                self.set(one, many.to_vec());
            }
            (own, other) if own.len() == other.len() => {
                for (&own, &other) in own.iter().zip(other) {
                    // Earlier places may have made these equal, or others of them.
                    if let (Some(own), Some(other)) = (self.root(own), self.root(other))
                        && own != other
                    {
                        self.set(own.max(other), alloc::vec![own.min(other)]);
                    }
                }
            }
            (own, other) => own.iter().chain(other).for_each(|&number| self.erase(number)),
        }
    }

    /// The code point that stands for one which had no image but itself when the equation was read.
    fn root(&self, mut number: u32) -> Option<u32> {
        loop {
            match self.images.get(number as usize)? {
                Image::Itself => return Some(number),
                Image::Of(image) => number = *image.first()?,
            }
        }
    }

    /// The image of a string, in code points that have no image but themselves.
    fn image_of(&mut self, text: &[char]) -> Result<Vec<u32>, TooLong> {
        let mut image = Vec::new();
        let mut open: Vec<u32> = text.iter().rev().filter_map(|&c| self.number(c)).collect();
        let mut steps_left = 64 + 2 * MAX_IMAGE * text.len();
        while let Some(number) = open.pop() {
            match self.images.get(number as usize) {
                Some(Image::Of(next)) => {
                    steps_left = steps_left.checked_sub(next.len().saturating_sub(1)).ok_or(TooLong)?;
                    let next = next.clone();
                    open.extend(next.iter().rev());
                    self.shorten(number, &next);
                }
                _ => image.push(number),
            }
        }
        Ok(image)
    }

    /// Makes the way from a code point to the one that stands for it shorter (union-find).
    fn shorten(&mut self, number: u32, image: &[u32]) {
        if let &[next] = image
            && let Some(Image::Of(further)) = self.images.get(next as usize)
            && further.len() <= 1
        {
            let further = further.clone();
            self.set(number, further);
        }
    }

    fn number(&self, c: char) -> Option<u32> {
        let number = self.points.binary_search(&c);
        debug_assert!(number.is_ok(), "every code point of an equation is known");
        number.ok().map(|number| number as u32)
    }

    fn set(&mut self, number: u32, image: Vec<u32>) {
        if let Some(place) = self.images.get_mut(number as usize) {
            *place = Image::Of(image);
        }
    }

    fn erase(&mut self, number: u32) {
        self.set(number, Vec::new());
    }

    /// Gives empty images to all that these code points lead to.
    fn erase_all<'c>(&mut self, points: impl Iterator<Item = &'c char>) {
        let mut open: Vec<u32> = points.filter_map(|&c| self.number(c)).collect();
        while let Some(number) = open.pop() {
            let image = self.images.get_mut(number as usize);
            if let Some(Image::Of(next)) = image.map(|image| core::mem::replace(image, Image::Of(Vec::new())))
            {
                open.extend(next);
            }
        }
    }

    /// The images that differ from the code points, none longer than [`MAX_IMAGE`].
    fn finish(mut self) -> BTreeMap<char, Vec<char>> {
        let points = self.points;
        // Emptying an image may make others shorter, never longer.
        for &point in points {
            if !self.image_of(&[point]).is_ok_and(|image| image.len() <= MAX_IMAGE) {
                self.erase_all([point].iter());
            }
        }
        let mut images = BTreeMap::new();
        for &point in points {
            let image = self.image_of(&[point]).unwrap_or_default();
            let image: Vec<char> =
                image.iter().filter_map(|&number| points.get(number as usize)).copied().collect();
            if image != [point] {
                images.insert(point, image);
            }
        }
        images
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::lgr::{CharEntry, Entry, Variant};

    fn keys(mappings: &[(&str, &str)]) -> CoarseKeys {
        let points = |text: &str| text.chars().collect();
        let mut lgr = Lgr::default();
        for (source, target) in mappings {
            let variants = alloc::vec![Variant { cp: points(target), ..Variant::default() }];
            lgr.data.push(Entry::Char(CharEntry { variants, ..CharEntry::new(points(source)) }));
        }
        CoarseKeys::new([&lgr].into_iter())
    }

    fn key(keys: &CoarseKeys, label: &str) -> String {
        keys.key_of(label).collect()
    }

    #[test]
    fn sides_of_mappings_have_one_key() {
        for mappings in [
            &[("a", "b"), ("c", "b"), ("d", "c")][..],
            &[("ss", "ß")],
            &[("ab", "axb"), ("x", "y")],
            &[("ab", "ba")],
            &[("a", "bb"), ("b", "cc"), ("c", "dd"), ("d", "ee"), ("e", "ff")],
            &[("a", "aa"), ("bc", "cbc")],
            &[("abc", "de"), ("a", "f"), ("e", "")],
            &[("ab", "cd"), ("bd", "da"), ("abab", "xyz")],
            &[("a", "bc"), ("b", "ca"), ("c", "ab")],
        ] {
            let keys = keys(mappings);
            for (source, target) in mappings {
                assert_eq!(key(&keys, source), key(&keys, target), "{mappings:?}");
            }
        }
    }

    #[test]
    fn keys_keep_apart_what_no_mapping_connects() {
        let one = keys(&[("ss", "ß"), ("a", "b")]);
        assert_eq!(key(&one, "straße"), "strasse");
        assert_ne!(key(&one, "mase"), key(&one, "masse"));
        // Code points that mappings take out or bring in are left out.
        let one = keys(&[("kt", "kzt")]);
        assert_eq!((&*key(&one, "kzt"), &*key(&one, "ktk")), ("kt", "ktk"));
        // Other equations change nothing.
        let other = keys(&[("kt", "kzt"), ("x", "yy"), ("mn", "n")]);
        assert_eq!(key(&one, "ktzt"), key(&other, "ktzt"));
    }
}

//! In: the lines between the heading and the foot of a certificate, and the room there.
//! Out: each at its place, all of them smaller and closer where they are too many.

use super::compose::Said;
use super::page::{Page, SHRINKINGS, Set, least_gap};
use crate::diagnostic::CertificateFault;

/// How much of the gaps that the profile wants should be left before lines shrink.
const EASE: f64 = 0.4;

impl Page<'_> {
    /// The lines between heading and foot. Where they would stand too close, all
    /// of them shrink towards their least sizes, and stand closer the more they
    /// have shrunk.
    pub(super) fn middle(
        &mut self,
        said: &Said<'_>,
        heading: (f64, f64),
        foot: f64,
    ) -> Result<(), CertificateFault> {
        let mut result = Err(CertificateFault::TooTall);
        for step in 0..=SHRINKINGS {
            let shrunk = f64::from(step) / f64::from(SHRINKINGS);
            result = self.lines(said, heading, foot, (shrunk, EASE * (1.0 - shrunk)));
            if !matches!(result, Err(CertificateFault::TooTall)) {
                break;
            }
        }
        result
    }

    /// The same at one size with so much ease, the room left over shared out.
    fn lines(
        &mut self,
        said: &Said<'_>,
        (above, above_size): (f64, f64),
        foot: f64,
        (shrunk, ease): (f64, f64),
    ) -> Result<(), CertificateFault> {
        let profile = self.composer.profile;
        let lines = said.lines.iter().filter(|(_, text)| !text.trim().is_empty());
        let sets: Vec<_> = lines
            .map(|(style, text)| {
                let (name, _) = profile.styles.get_key_value(*style).ok_or(CertificateFault::TooTall)?;
                self.set(name, text, profile.paper.width, shrunk)
            })
            .collect::<Result<_, _>>()?;
        let before = std::iter::once(above_size).chain(sets.iter().map(|set| set.fitted.size));
        let least: Vec<f64> =
            sets.iter().zip(before).map(|(set, above)| least_gap(above, set.fitted.size)).collect();
        let wanted: Vec<f64> = sets
            .iter()
            .zip(&least)
            .map(|(set, least)| set.style.gap.unwrap_or_default().max(*least))
            .collect();
        let inside: f64 = sets.iter().map(Set::height).sum();
        let room = foot - profile.foot.clearance - above - inside;
        let (wanted_sum, least_sum): (f64, f64) = (wanted.iter().sum(), least.iter().sum());
        if room < least_sum + (wanted_sum - least_sum) * ease {
            return Err(CertificateFault::TooTall);
        }
        // Gaps grow a little before the block moves to the middle of its room; a
        // full page takes them down to what the marks need.
        let gaps: Vec<f64> = if room >= wanted_sum {
            let factor = (room / wanted_sum).min(profile.stretch.most);
            wanted.iter().map(|gap| gap * factor).collect()
        } else {
            let part = (room - least_sum) / (wanted_sum - least_sum);
            wanted.iter().zip(&least).map(|(gap, least)| least + (gap - least) * part).collect()
        };
        let mut y = above + (room - gaps.iter().sum::<f64>()) * 0.4;
        for (set, gap) in sets.into_iter().zip(gaps) {
            y += gap;
            let height = set.height();
            self.centred(set, y);
            y += height;
        }
        Ok(())
    }
}

//! What Musterstadt is like: all numbers that were chosen, in one place. They resemble German cities of this size;
//! everything else is computed from them.

/// The years that are told.
pub(super) const YEARS: [u64; 10] = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

/// The code of the city.
pub(super) const CITY: &str = "99999000";

/// A neighbourhood, whose code begins with that of its borough.
pub(super) struct Neighbourhood {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// Residents in 2015.
    pub(super) residents: i64,
    /// Growth a year, per 1,000 residents of 2015.
    pub(super) growth_per_1000: f64,
    /// Foreign citizens per 1,000 residents in 2015 and 2024.
    pub(super) foreign_per_1000: (f64, f64),
    /// Above 1: lower incomes than in the city.
    pub(super) strain: f64,
}

const fn neighbourhood(
    code: &'static str,
    name: &'static str,
    residents: i64,
    growth_per_1000: f64,
    foreign_per_1000: (f64, f64),
    strain: f64,
) -> Neighbourhood {
    Neighbourhood { code, name, residents, growth_per_1000, foreign_per_1000, strain }
}

/// The twenty neighbourhoods.
#[rustfmt::skip]
pub(super) const NEIGHBOURHOODS: [Neighbourhood; 20] = [
    //            code  name               residents growth  foreign          strain
    //                                       2015   per 1000 2015→2024
    neighbourhood("11", "Altmarkt",           4_200,  2.0, (190.0, 245.0), 0.90),
    neighbourhood("12", "Glockenviertel",     6_100,  4.0, (170.0, 225.0), 0.85),
    neighbourhood("13", "Gerberinsel",        3_600,  9.0, (150.0, 200.0), 0.75),
    neighbourhood("14", "Bahnhofsvorstadt",   8_300,  7.0, (310.0, 385.0), 1.30),
    neighbourhood("21", "Hafenwiesen",        5_400, 14.0, (250.0, 320.0), 1.20),
    neighbourhood("22", "Weidenufer",         7_200,  3.0, (160.0, 215.0), 0.95),
    neighbourhood("23", "Fährgrund",          4_900,  6.0, (170.0, 240.0), 1.00),
    neighbourhood("24", "Salzlände",          6_300,  5.0, (220.0, 290.0), 1.15),
    neighbourhood("31", "Lindenhang",         6_800,  1.0, (110.0, 155.0), 0.75),
    neighbourhood("32", "Ziegelberg",         7_600,  4.0, (140.0, 190.0), 0.90),
    neighbourhood("33", "Kirschgarten",       5_200,  0.0, ( 95.0, 135.0), 0.70),
    neighbourhood("34", "Hohe Warte",         3_900, -1.0, ( 80.0, 115.0), 0.65),
    neighbourhood("41", "Webersiedlung",      8_800,  5.0, (260.0, 335.0), 1.35),
    neighbourhood("42", "Neue Heide",         9_700,  4.0, (285.0, 350.0), 1.40),
    neighbourhood("43", "Kupferhof",          5_600,  8.0, (190.0, 255.0), 1.10),
    neighbourhood("44", "Sternbusch",         4_600,  3.0, (140.0, 195.0), 0.95),
    neighbourhood("51", "Obermühle",          5_100,  2.0, (110.0, 155.0), 0.80),
    neighbourhood("52", "Rabenfeld",          4_300,  6.0, (100.0, 140.0), 0.75),
    neighbourhood("53", "Torfwiesen",         3_400, 11.0, ( 85.0, 120.0), 0.70),
    neighbourhood("54", "Schäferlage",        6_500,  1.0, (130.0, 185.0), 0.90),
];

/// Everything that chance decides about the people follows from this number.
pub(super) const SEED: u64 = 1;

/// Households of foreign origin for each foreign person, and how much faster their share must rise among those who
/// move in than it rises among those who live here; found by trying.
pub(super) const HOUSEHOLDS_TO_PERSONS: f64 = 1.5;
pub(super) const MOVING_IN_TO_LIVING_HERE: f64 = 0.7;

/// A share that moves evenly from 2015 to 2024.
#[derive(Clone, Copy)]
pub(super) struct Path(pub(super) f64, pub(super) f64);

impl Path {
    /// The share in the year of this number.
    pub(super) fn at(self, year: usize) -> f64 {
        self.0 + (self.1 - self.0) * year as f64 / 9.0
    }
}

/// Work, by German and foreign citizenship and then female and male. The gap in employment closes; that in skilled
/// work widens, because many begin in helper jobs.
pub(super) const EMPLOYED: [[Path; 2]; 2] =
    [[Path(0.565, 0.625), Path(0.615, 0.650)], [Path(0.340, 0.455), Path(0.480, 0.580)]];
pub(super) const SKILLED: [[Path; 2]; 2] =
    [[Path(0.840, 0.872), Path(0.832, 0.858)], [Path(0.620, 0.570), Path(0.628, 0.586)]];
pub(super) const UNEMPLOYED: [[Path; 2]; 2] =
    [[Path(0.038, 0.030), Path(0.045, 0.036)], [Path(0.092, 0.084), Path(0.098, 0.082)]];
pub(super) const BASIC_SUPPORT: [[Path; 2]; 2] =
    [[Path(0.072, 0.054), Path(0.070, 0.052)], [Path(0.205, 0.232), Path(0.190, 0.204)]];

/// What the pandemic did to unemployment: a factor a year.
pub(super) const PANDEMIC_UNEMPLOYED: [f64; 10] = [1.0, 1.0, 0.98, 0.95, 0.93, 1.16, 1.10, 1.0, 1.02, 1.04];
/// What was missing in training, day care and learning: points a year.
pub(super) const PANDEMIC_MISSING: [f64; 10] = [0.0, 0.0, 0.0, 0.0, 0.0, 0.018, 0.030, 0.016, 0.006, 0.0];

/// School, by German and foreign citizenship.
pub(super) const GYMNASIUM: [Path; 2] = [Path(0.460, 0.490), Path(0.225, 0.280)];
pub(super) const WITHOUT_CERTIFICATE: [Path; 2] = [Path(0.048, 0.050), Path(0.150, 0.132)];
pub(super) const ENTRANCE: [Path; 2] = [Path(0.425, 0.455), Path(0.185, 0.255)];
/// How much more often a Gymnasium is attended in schools of each borough.
pub(super) const GYMNASIUM_BY_BOROUGH: [f64; 5] = [1.12, 0.98, 1.10, 0.84, 1.02];
/// How much more girls (less boys) attend, and leave with a certificate: a factor.
pub(super) const GIRLS_AHEAD: f64 = 0.06;

/// Company-based training, by citizenship and then female and male. The gap closes for the wrong reason: there are
/// fewer German trainees, and hardly more foreign ones.
pub(super) const TRAINEES: [[Path; 2]; 2] =
    [[Path(0.215, 0.150), Path(0.335, 0.255)], [Path(0.120, 0.123), Path(0.225, 0.230)]];

/// School entry, by family language: German, German and others, others.
pub(super) const THREE_YEARS: [Path; 3] = [Path(0.780, 0.835), Path(0.660, 0.735), Path(0.440, 0.540)];
pub(super) const SUPPORT_NEED: [Path; 3] = [Path(0.095, 0.090), Path(0.225, 0.205), Path(0.470, 0.440)];
pub(super) const BOOKLETS: [Path; 3] = [Path(0.955, 0.960), Path(0.915, 0.930), Path(0.790, 0.830)];
pub(super) const U8: [Path; 3] = [Path(0.945, 0.965), Path(0.915, 0.940), Path(0.845, 0.900)];
/// Boys need support more often: a factor up for them and down for girls.
pub(super) const BOYS_NEED: f64 = 0.12;

/// Rights: share with secure residence, share with the required length of residence (eight, from 2024 five years),
/// naturalised among them.
pub(super) const SECURE: [f64; 10] = [0.715, 0.672, 0.668, 0.676, 0.688, 0.702, 0.711, 0.664, 0.658, 0.661];
pub(super) const ELIGIBLE: [f64; 10] = [0.470, 0.462, 0.441, 0.436, 0.431, 0.430, 0.434, 0.441, 0.428, 0.596];
pub(super) const NATURALISED: [f64; 10] =
    [0.0226, 0.0231, 0.0240, 0.0247, 0.0262, 0.0223, 0.0279, 0.0342, 0.0391, 0.0468];

/// Survey: the years, and what respondents with and without migration background answered.
pub(super) const SURVEYS: [usize; 4] = [0, 3, 6, 9];
pub(super) const RESPONDING: [f64; 2] = [0.019, 0.026];
pub(super) const BELONGING: [Path; 2] = [Path(0.575, 0.645), Path(0.640, 0.655)];
pub(super) const DISCRIMINATION: [Path; 2] = [Path(0.265, 0.292), Path(0.052, 0.058)];
pub(super) const CROWDED: [Path; 2] = [Path(0.182, 0.205), Path(0.041, 0.045)];
/// How the answers differ from young to old: a factor for 18–29, 30–64, 65 and over.
pub(super) const BELONGING_BY_AGE: [f64; 3] = [0.86, 0.99, 1.12];
pub(super) const DISCRIMINATION_BY_AGE: [f64; 3] = [1.38, 1.02, 0.55];

/// Staff: survey years, staff who gave information in the first and last of them, share in leading positions, share
/// with immigration history without and with a leading position.
pub(super) const STAFF_SURVEYS: [usize; 5] = [1, 3, 5, 7, 9];
pub(super) const STAFF: Path = Path(1_120.0, 1_430.0);
pub(super) const LEADING: f64 = 0.115;
pub(super) const STAFF_WITH_HISTORY: [Path; 2] = [Path(0.142, 0.214), Path(0.060, 0.112)];

//! Sentences of our own with invented names of every origin: what news writes often and the corpora hold seldom.

use dossier_model::{MentionKind, Span};
use dossier_world::fold::fold;

use super::corpus::{Marked, Name};
use crate::perceptron::Random;

const SENTENCES: &str = include_str!("../../texts/names.txt");

/// How often each sentence is filled.
const ROUNDS: usize = 24;

/// Given names, then surnames, by habit of naming.
const PEOPLE: [(&str, &str); 12] = [
    (
        "Ann Tom Karen Peter Laura Colin Ruth Martin Helen Craig Judith Neil Emma Howard Alice Trevor",
        "Miller Barker Holt Whitfield Carter Sloane Ashby Pruitt Langley Marsh Dolan McBride O'Hara Fenwick Tate",
    ),
    (
        "Jürgen Anke Henk Sven Ingrid Lars Matthias Greta Wim Annika",
        "von_Berg van_der_Laan Lindqvist Brandt Kessler de_Vries Haugen Sørensen Vogel Jansen",
    ),
    (
        "Juan María Carlos Lucía Diego Rosa José_Luis Ana_Belén Andrés Pilar",
        "Ortega_Ruiz García_Peña de_la_Torre Salinas Morales_Vega Fuentes Quiroga y_Serrano Ibáñez",
    ),
    (
        "João Beatriz Paulo Inês Rui Tiago Luiza",
        "dos_Santos da_Costa Ferreira Carvalho de_Almeida Moreira Teixeira",
    ),
    (
        "Pierre Claire Jean-Luc Amélie Étienne Marie-Anne Giulia Marco Paolo Chiara",
        "Lefèvre de_Villiers Rousseau di_Stefano Bianchi Moretti Le_Goff Dubois",
    ),
    (
        "Ahmed Fatima Omar Leila Abdul_Rahman Khalid Mariam Yusuf Abu_Hassan",
        "al-Masri bin_Saleh al-Khatib Haddad el-Sayed ibn_Rashid Mansour Nasser Al_Jaber",
    ),
    (
        "Ivan Olga Dmitry Katarzyna Łukasz Milan Svetlana Andriy Jelena",
        "Petrenko Sokolova Wójcik Novák Jovanović Kowalska Orlov Marchenko Horvat",
    ),
    (
        "Arjun Priya Rajesh Anjali Imran Sunita Farooq",
        "Sharma Iyer Chowdhury Patil Qureshi Reddy Banerjee Siddiqui",
    ),
    (
        "Kwame Ngozi Thabo Amina Chukwudi Wanjiru Desta",
        "Osei Okonkwo Dlamini Mwangi Abubakar Tesfaye Banda Diallo",
    ),
    (
        "Haruto Yuki Kenji Sakura Mehmet Elif Giorgi Nino Gulnara",
        "Tanaka Yamamoto Fujita Yılmaz Demir Beridze Akhmetov Nakamura",
    ),
    (
        "Budi Sri Joko Dewi Agus Megawati",
        "Santoso Wijaya Hartono Pranowo Lestari Setiawan",
    ),
    (
        "Tama Leilani Sione Aroha Mele",
        "Tuilagi Parata Fonoti Kahale Ngata",
    ),
];

const VIETNAMESE: [&str; 3] = [
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Tô Đinh Trương Lương",
    "Văn Thị Minh Quang Thanh Xuân Hữu Đức Ngọc Thế Bá Công Đình Kim",
    "Hải Lâm Sơn Chính Hùng Dũng Lan Mai Hương Thắng Tùng Bình Phúc Thưởng Huệ Trọng Hà Anh Tú Thu Giang Long",
];
const CHINESE: [&str; 2] = [
    "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Xi Qin Tang Cai",
    "Wei Jun Min Hong Ping Lifeng Jinhua Xiaoming Yi Jianguo Guoqiang Meiling Haitao Zhen Keqing Jiabao Yun Tao",
];
const KOREAN: [&str; 2] = [
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Moon",
    "Jong-suk Min-ho Jae-in Sung Hee Yong-nam Hyun Woo Ki-young Geun-hye Dong Won Il-sung Soo-jin",
];
const COUNTRIES: &str = "China Vietnam Russia France Germany Japan India Brazil Peru Chile Poland Kenya Nigeria Egypt Turkey Iran Iraq Laos Cambodia Malaysia \
Indonesia Thailand Spain Italy Canada Australia Ukraine Israel Syria Cuba Mexico Norway Sweden Greece Hungary Mongolia Kazakhstan United_Kingdom United_States Viet_Nam Việt_Nam \
South_Korea North_Korea South_Africa New_Zealand Saudi_Arabia Sri_Lanka Czech_Republic UK US U.S. UAE Myanmar Philippines Pakistan";
const PEOPLES: &str = "Chinese Vietnamese Russian French German Japanese Indian Brazilian Peruvian Chilean Polish Kenyan Nigerian Egyptian Turkish Iranian Iraqi Lao \
Cambodian Malaysian Indonesian Thai Spanish Italian Canadian Australian Ukrainian Israeli Syrian Cuban Mexican Norwegian British American Korean";
const TOWNS: &str = "Hanoi Hà_Nội Hải_Phòng Đà_Nẵng Lào_Cai Lao_Cai Hai_Phong Da_Nang Cần_Thơ Vinh Huế Beijing Kunming Shanghai Guangzhou Nanning Moscow Paris Berlin Tokyo Delhi Lima Santiago \
Warsaw Nairobi Lagos Cairo Ankara Tehran Baghdad Vientiane Kuala_Lumpur Jakarta Bangkok Madrid Rome Ottawa Sydney Kyiv Jerusalem Aleppo Havana New_York Los_Angeles Ho_Chi_Minh_City \
São_Paulo Buenos_Aires Washington London Geneva Brussels Seoul Pyongyang Chicago Boston Houston Phnom_Penh Rabat Addis_Ababa Cape_Town";
const LETTERS: &str =
    "UN EU NATO ASEAN WTO IMF WHO BBC CNN AFP AP VNA IAEA OPEC NASA FBI CIA FIFA UEFA NRC OECD UNICEF";
const OFFICES: &str = "President;Prime Minister;Foreign Minister;Deputy Prime Minister;Defence Minister;King;Party General Secretary;General Secretary;State President;Vice President;Chancellor;Speaker;Secretary of State;Governor;Mayor;Chairman";
const SMALL_OFFICES: &str = "president;prime minister;foreign minister;spokesman;director;chief executive;mayor;ambassador;governor;head coach;chairwoman;professor;secretary general";
const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
const MONTHS: &str = "January February March April May June July August September October November December";
const STARTS: &str = "Vel Kar Mor Tan Bel Dra Lin Os Pel Quor Ral Sel Tor Ur Ven Wes Zan Bri Cal Dor Fen Gar Hol Jar Kes Lor Mer Nor Al Har";
const MIDDLES: &str = "a e i o u an er in or el ";
const ENDS: &str =
    "dale mora vina ton burg ska ria tec nex mont wick ford stad polis by ara en ix o land ova ley";
const FIELDS: &str = "Foreign_Affairs Defence Finance Trade Health Education Public_Security Transport Agriculture Science_and_Technology Justice Culture,_Sports_and_Tourism";
const BODIES: &str = "{n} Group;{n} Corp;{n} Inc.;{n} Bank;Bank of {c};Ministry of {field};{g} {field} Ministry;{t} University;University of {t};{n} Airlines;{n} Motors;{t} City Council;National Assembly;{n} Institute;{t} United;{n} FC;{g} Football Federation;{n} Foundation;{n} & {n};{n};{s} Brothers;{n} Times;{t} Police Department;{g} Navy;Department of {field};Supreme Court;{n} News;Association of {n} Workers;{n} Technologies;{c} Airlines;{n} Party;Party of {n};{t} Chamber of Commerce;Radio {n}";

struct Filler {
    random: Random,
    surname: String,
}

impl Filler {
    fn of(&mut self, list: &str) -> String {
        let words: Vec<&str> = list.split_ascii_whitespace().collect();
        self.pick(&words).replace('_', " ")
    }

    fn pick<'s>(&mut self, items: &[&'s str]) -> &'s str {
        items[(self.random.next() % items.len() as u64) as usize]
    }

    fn phrase(&mut self, list: &str) -> String {
        let items: Vec<&str> = list.split(';').collect();
        self.pick(&items).to_owned()
    }

    fn word(&mut self) -> String {
        let (a, c) = (self.of(STARTS), self.of(ENDS));
        let middles: Vec<&str> = MIDDLES.split(' ').collect();
        format!("{a}{}{c}", self.pick(&middles))
    }

    fn person(&mut self) -> String {
        match self.random.next() % 10 {
            0 | 1 => {
                let (family, mut name) = (self.of(VIETNAMESE[0]), String::new());
                if self.random.share() < 0.6 {
                    name = format!(" {}", self.of(VIETNAMESE[1]));
                }
                let given = self.of(VIETNAMESE[2]);
                let plain = self.random.share() < 0.5;
                let whole = format!("{family}{name} {given}");
                self.surname = given;
                if plain {
                    self.surname = capitals(&self.surname);
                    return capitals(&whole);
                }
                whole
            }
            2 => {
                self.surname = self.of(CHINESE[0]);
                let given = self.of(CHINESE[1]);
                format!("{} {given}", self.surname)
            }
            3 => {
                self.surname = self.of(KOREAN[0]);
                let given = self.of(KOREAN[1]);
                format!("{} {given}", self.surname)
            }
            n => {
                let (given, family) = PEOPLE[(self.random.next() % PEOPLE.len() as u64) as usize];
                let given = self.of(given);
                self.surname = if n == 4 { self.word() } else { self.of(family) };
                let middle = if self.random.share() < 0.1 {
                    format!(" {}.", self.pick(&["J", "R", "M", "A", "T"]))
                } else {
                    String::new()
                };
                format!("{given}{middle} {}", self.surname)
            }
        }
    }

    fn letters(&mut self) -> String {
        (0..3 + self.random.next() % 2)
            .map(|_| self.pick(&["A", "C", "D", "E", "N", "R", "S", "T", "V", "B"]))
            .collect()
    }

    /// The words of a gap, and the kind of name that they are.
    fn fill(&mut self, gap: &str) -> (String, Option<MentionKind>) {
        let made_up = self.random.share() < 0.4;
        let text = match gap {
            "P" => self.person(),
            "S" => self.surname.clone(),
            "S1" => {
                self.person();
                self.surname.clone()
            }
            "C" | "c" => self.of(COUNTRIES),
            "T" | "t" | "L" if made_up => self.word(),
            "T" | "t" => self.of(TOWNS),
            "L" => self.of(COUNTRIES),
            "G" | "g" => self.of(PEOPLES),
            "A" => self.of(LETTERS),
            "A2" => self.letters(),
            "O" => {
                let body = self.phrase(BODIES);
                self.expand(&body)
            }
            "n" => self.word(),
            "f" => self.of(PEOPLE[0].0),
            "s" => self.of(PEOPLE[0].1),
            "field" => self.of(FIELDS),
            "R" => self.phrase(OFFICES),
            "r" => self.phrase(SMALL_OFFICES),
            "d" => self.of(DAYS),
            "m" => self.of(MONTHS),
            "num" => (11 + self.random.next() % 80).to_string(),
            _ => String::new(),
        };
        let kind = match gap {
            "P" | "S" | "S1" => Some(MentionKind::Person),
            "C" | "T" | "L" => Some(MentionKind::Place),
            "O" | "A" => Some(MentionKind::Organization),
            "G" => Some(MentionKind::Group),
            _ => None,
        };
        (text, kind)
    }

    /// Fills the gaps inside a name.
    fn expand(&mut self, pattern: &str) -> String {
        let mut out = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (gap, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(&self.fill(gap).0);
            rest = after;
        }
        out + rest
    }

    fn sentence(&mut self, pattern: &str) -> Marked {
        let mut text = String::new();
        let mut names = Vec::new();
        let mut rest = pattern;
        while let Some(at) = rest.find(['{', '<']) {
            text.push_str(&rest[..at]);
            let start = text.len();
            let (words, kind, after) = if let Some(r) = rest[at..].strip_prefix('{') {
                let (gap, after) = r.split_once('}').unwrap_or((r, ""));
                let (words, kind) = self.fill(gap);
                (words, kind, after)
            } else {
                let (inner, after) = rest[at + 1..].split_once('>').unwrap_or((&rest[at + 1..], ""));
                let (letter, words) = inner.split_once(' ').unwrap_or((inner, ""));
                (self.expand(words), kind_of(letter), after)
            };
            text.push_str(&words);
            if let Some(kind) = kind {
                names.push(Name {
                    span: Span::new(start, text.len()),
                    kinds: vec![kind],
                });
            }
            rest = after;
        }
        text.push_str(rest);
        let mut doc = Marked::default();
        doc.add_sentence(&text);
        doc.names = names;
        doc
    }
}

fn kind_of(letter: &str) -> Option<MentionKind> {
    Some(match letter {
        "O" => MentionKind::Organization,
        "L" => MentionKind::Place,
        "W" => MentionKind::Work,
        "E" => MentionKind::Event,
        "X" => MentionKind::Other,
        _ => return None,
    })
}

/// Without diacritics, each word with a capital.
fn capitals(name: &str) -> String {
    let words = name.split(' ').map(|w| {
        let folded = fold(w);
        let mut chars = folded.chars();
        chars
            .next()
            .map(|c| c.to_uppercase().chain(chars).collect::<String>())
            .unwrap_or_default()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Every sentence filled some times, the same on every run.
#[must_use]
pub fn documents() -> Vec<Marked> {
    let mut filler = Filler {
        random: Random(0x5EED_0007),
        surname: String::new(),
    };
    let patterns: Vec<&str> = SENTENCES.lines().filter(|l| !l.starts_with('#')).collect();
    (0..ROUNDS)
        .flat_map(|_| patterns.iter())
        .map(|p| filler.sentence(p))
        .collect()
}

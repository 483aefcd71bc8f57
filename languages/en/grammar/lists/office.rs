//! Titles, offices, occupations and honorifics.

use std::sync::LazyLock;

use dossier_model::Gender;

use super::hash::{HashMap, HashSet};

/// Nouns that can end a title before or after a name, and stand for its bearer ("the ambassador").
const OFFICES: &str = "\
president minister premier chancellor ambassador secretary chairman chairwoman chairperson chair speaker governor mayor senator congressman congresswoman representative lawmaker legislator deputy mp mep councillor councilor councilman councilwoman alderman commissioner commissar envoy diplomat consul attache negotiator mediator delegate \
king queen prince princess emperor empress sultan emir duke duchess earl baron baroness count countess crown-prince monarch \
leader chief head boss founder co-founder cofounder director director-general managing-director manager executive ceo cfo coo cto chief-executive co-chair co-chairman vice-president vice-chairman vice-chair vice-minister deputy-minister undersecretary under-secretary under-secretary-general secretary-general treasurer president-elect prime-minister whip frontman \
spokesman spokeswoman spokesperson adviser advisor aide counsel counsellor counselor strategist lobbyist campaigner activist dissident whistleblower organizer organiser coordinator co-ordinator administrator inspector superintendent constable sheriff marshal detective officer policeman policewoman trooper sergeant lieutenant captain major colonel general brigadier admiral commander commodore corporal private commandant commander-in-chief chief-of-staff warden ranger \
judge justice magistrate prosecutor attorney lawyer solicitor barrister ombudsman advocate jurist attorney-general \
pope cardinal archbishop bishop priest pastor reverend rabbi imam ayatollah mufti cleric sheikh monk nun lama patriarch preacher vicar deacon abbot \
professor lecturer researcher scientist scholar academic analyst expert economist historian physicist chemist biologist engineer astronomer astronaut cosmonaut psychologist sociologist anthropologist archaeologist seismologist meteorologist climatologist geologist epidemiologist virologist virologist statistician mathematician philosopher dean rector principal teacher provost fellow student sinologist \
doctor physician surgeon nurse paramedic psychiatrist coroner pathologist veterinarian pharmacist midwife \
journalist reporter correspondent editor editor-in-chief columnist commentator broadcaster presenter anchor host photographer cameraman blogger publisher author writer novelist poet playwright screenwriter critic translator interpreter \
actor actress singer songwriter musician composer conductor pianist violinist guitarist drummer rapper dj artist painter sculptor architect designer filmmaker producer comedian dancer model celebrity star \
footballer striker midfielder defender goalkeeper winger quarterback pitcher batsman bowler cricketer golfer boxer sprinter swimmer skater skier cyclist athlete driver jockey coach manager captain referee umpire player champion \
businessman businesswoman entrepreneur tycoon billionaire banker investor trader broker financier magnate shareholder accountant auditor \
pilot co-pilot captain sailor soldier veteran fighter rebel commander militant gunman suspect attacker bomber hacker fugitive defector spy agent operative insurgent terrorist warlord dictator strongman \
resident witness survivor victim farmer fisherman worker volunteer passenger driver neighbour neighbor refugee migrant candidate nominee politician opponent rival incumbent successor predecessor contender runner-up frontrunner front-runner member boss governor-general \
chairman-designate minister-designate premier-designate chief-executive-officer heiress heir firefighter fireman rescuer";

/// Offices that are written as people's titles right in front of a name with a capital, so what follows is
/// a person. Occupations in lower case ("actor", "striker") count too.
const NEVER_BEFORE_NAME: &str = "chair count general-private star model private driver fellow host anchor";

/// Words that qualify an office in front: "deputy", "foreign", "state".
const MODIFIERS: &str = "\
deputy vice acting former ex late senior chief assistant associate general permanent first second third executive managing honorary interim caretaker incoming outgoing newly-elected elected designate top high high-level supreme principal lead special royal crown joint regional provincial municipal state national federal central local district county city party opposition government parliamentary cabinet presidential congressional \
foreign defence defense finance financial interior home health education trade commerce energy economy economic agriculture environment transport transportation justice labour labor culture information technology science tourism development security public social industry industrial planning investment intelligence police military army navy naval air force political diplomatic press media legal budget treasury prime majority minority shadow junior republican democratic democrat conservative liberal labour independent communist socialist veteran retired longtime long-time founding inaugural current then new old two-time double three-time english-language world olympic \
lead sports football tennis cricket basketball baseball head attorney rear vice major lieutenant brigadier staff field air warrant master right hon visiting emeritus adjunct assistant postdoctoral research non-resident resident leading prominent renowned famous fellow respected influential noted well-known outspoken 20-year-old";

/// Whole titles of several words.
const PHRASES: &str = "\
general secretary;secretary general;prime minister;foreign minister;deputy prime minister;vice president;chief of staff;head of state;head of government;secretary of state;secretary of defense;attorney general;solicitor general;surgeon general;governor general;director general;chief executive;chief executive officer;chief financial officer;chief operating officer;chief justice;chief minister;lord mayor;lord chancellor;first minister;first lady;first secretary;state president;state secretary;national assembly chairman;house speaker;speaker of the house;majority leader;minority leader;commander in chief;crown prince;crown princess;high commissioner;high representative;special envoy;special representative;charge d'affaires;chargé d'affaires;press secretary;under secretary;permanent secretary;cabinet secretary;home secretary;foreign secretary;defence secretary;defense secretary;treasury secretary;education secretary;health secretary;party secretary;party chief;party leader;police chief;army chief;chairman of the joint chiefs of staff;national security adviser;national security advisor;supreme leader;grand ayatollah;grand mufti;dalai lama;vice premier;state councillor;state councilor;vice foreign minister;foreign ministry spokesman;foreign ministry spokesperson;foreign ministry spokeswoman;vice chairman;vice chair;deputy minister;member of parliament;lieutenant general;major general;brigadier general;rear admiral;vice admiral;lieutenant colonel;field marshal;air marshal;air chief marshal;staff sergeant;editor in chief;managing director;executive director;head coach;assistant professor;associate professor;right reverend";

/// `honorific gender` in front of names; `m`, `f` or `-`.
const HONORIFICS: &str = "\
mr m;mr. m;mrs f;mrs. f;ms f;ms. f;miss f;mx -;dr -;dr. -;prof -;prof. -;sir m;dame f;lord m;lady f;rev -;rev. -;fr m;fr. m;hon -;hon. -;gen -;gen. -;col -;col. -;lt -;lt. -;sgt -;sgt. -;capt -;capt. -;maj -;maj. -;cmdr -;cmdr. -;adm -;adm. -;gov -;gov. -;sen -;sen. -;rep -;rep. -;pres -;pres. -;cpl -;cpl. -;pvt -;pvt. -;supt -;supt. -;det -;det. -;insp -;insp. -;brig -;brig. -;amb -;amb. -;sec -;sec. -;\
sheikh m;sheik m;shaikh m;sayyid m;sayyed m;seyyed m;hajj m;haji m;ayatollah m;imam m;mullah m;maulana m;mufti m;datuk m;dato m;dato' m;datin f;tan sri m;tun -;tunku m;tengku -;pengiran -;pak m;bapak m;ibu f;bu f;daw f;shri m;sri -;smt f;smt. f;swami m;guru m;don m;dona f;doña f;señor m;senor m;señora f;senora f;monsieur m;madame f;mme f;herr m;frau f;signor m;signora f;monsignor m;msgr m;father m;brother m;sister f;mother f;\
king m;queen f;prince m;princess f;emperor m;empress f;sultan m;emir m;pope m;duke m;duchess f;count m;countess f;baron m;baroness f;tsar m;czar m;shah m;saint -;chairman m;chairwoman f;spokesman m;spokeswoman f;businessman m;businesswoman f;congressman m;congresswoman f;actress f;actor m;policeman m;policewoman f;councilman m;councilwoman f;cardinal m;archbishop m;nun f;monk m;fisherman m;fireman m;cameraman m;gunman m;heiress f;son m;daughter f;husband m;wife f;widow f;uncle m;aunt f;grandfather m;grandmother f;first lady f;mum f;dad m;mom f;boy m;girl f;man m;woman f";

/// Abbreviated and short courtesy titles: before a name they say that it is a person's, and they are no part
/// of it and no office.
const COURTESY: &str = "mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. sir dame lord lady rev rev. fr fr. hon hon. gen gen. col col. lt lt. sgt sgt. capt capt. maj maj. cmdr cmdr. adm adm. gov gov. sen sen. rep rep. pres pres. cpl cpl. pvt pvt. supt supt. det det. insp insp. brig brig. amb amb. sheik sheikh sayyid sayyed seyyed hajj haji ayatollah imam mullah maulana datuk dato dato' datin tunku tengku shri smt smt. monsieur madame mme herr frau señor senor señora senora signor signora monsignor msgr pak bapak ibu daw";

/// Abbreviated ranks and offices that are a role of the person behind them; courtesy titles and degrees are none.
const RANKS: &str = "gen gen. col col. lt lt. maj maj. brig brig. sgt sgt. capt capt. cmdr cmdr. adm adm. gov gov. sen sen. rep rep. amb amb. cpl cpl. pvt pvt. supt supt. det det. insp insp. prof prof. rev rev. sec sec.";

/// Offices that companies and bodies have, so that unknown capitals in front of them are one.
const OF_COMPANIES: &str = "ceo cfo coo cto executive chairman chairwoman chairperson founder co-founder cofounder spokesman spokeswoman spokesperson analyst economist strategist chief-executive";

/// Words of a title that tell its grade, not its field.
const GRADES: &str = "deputy vice acting former ex senior chief executive assistant associate general managing honorary interim incoming outgoing top principal lead joint co regional";

/// Offices that somebody is sent to by a place: "a senator from Texas".
const SEATS: &str = "senator representative congressman congresswoman lawmaker legislator mp mep councillor councilor councilman councilwoman delegate governor";

/// Words for who is close to somebody: what follows "the brother of the mayor," may be of either.
const RELATIVES: &str = "brother brothers sister sisters father mother son sons daughter daughters husband wife widow widower spouse partner ex-wife ex-husband fiance fiancé fiancee fiancée girlfriend ex-girlfriend boyfriend ex-boyfriend friend friends acquaintance neighbour neighbor colleague roommate housemate classmate parent parents relative relatives cousin cousins uncle aunt nephew niece grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter stepbrother stepsister half-brother half-sister brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law twin sibling siblings victim victims supporter follower associate accomplice target";

/// Nouns that charge their bearer with a crime, or hold one for suspect.
const CHARGES: &str = "gunman gunmen suspect attacker assailant bomber shooter killer murderer hacker fugitive terrorist militant insurgent spy warlord dictator strongman criminal culprit perpetrator";

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

static OFFICE_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(OFFICES));
static NOT_BEFORE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(NEVER_BEFORE_NAME));
static MODIFIER_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(MODIFIERS));
static PHRASE_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| PHRASES.split(';').collect());
static COURTESY_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(COURTESY));
static RANK_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(RANKS));
static COMPANY_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(OF_COMPANIES));
static GRADE_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(GRADES));
static SEAT_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(SEATS));
static RELATIVE_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(RELATIVES));
static CHARGE_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(CHARGES));
static GENDERS: LazyLock<HashMap<&'static str, char>> = LazyLock::new(|| {
    HONORIFICS
        .split(';')
        .filter_map(|h| h.rsplit_once(' '))
        .filter_map(|(word, g)| g.chars().next().map(|g| (word, g)))
        .collect()
});

/// Whether a folded noun is an office or occupation; a regular plural is one, too, where `plural` says so.
#[must_use]
pub fn is_office(folded: &str) -> bool {
    OFFICE_SET.contains(folded)
}

/// The noun without "ex-", "then-", "co-", "vice-" in front or "-elect", "-designate" behind.
#[must_use]
pub fn bare(folded: &str) -> &str {
    let rest = ["ex-", "then-", "former-", "co-", "vice-", "deputy-"]
        .iter()
        .find_map(|p| folded.strip_prefix(p))
        .unwrap_or(folded);
    ["-elect", "-designate"]
        .iter()
        .find_map(|s| rest.strip_suffix(s))
        .unwrap_or(rest)
}

/// Whether a folded noun says itself that the office is over: "ex-president", "then-mayor".
#[must_use]
pub fn says_former(folded: &str) -> bool {
    ["ex-", "then-", "former-"].iter().any(|p| folded.starts_with(p))
}

/// Whether a folded word is an abbreviated rank or office: "gen.", "sen.".
#[must_use]
pub fn is_rank(folded: &str) -> bool {
    RANK_SET.contains(folded)
}

/// Whether a folded noun is an office that companies have.
#[must_use]
pub fn is_of_company(folded: &str) -> bool {
    COMPANY_SET.contains(folded)
}

/// Whether a folded word in a title tells its grade: "deputy", "chief".
#[must_use]
pub fn is_grade(folded: &str) -> bool {
    GRADE_SET.contains(folded)
}

/// Whether a folded noun is an office that a place sends somebody to.
#[must_use]
pub fn sits_for(folded: &str) -> bool {
    SEAT_SET.contains(folded)
}

/// Whether a folded noun is the plural of an office: "ministers", "spokesmen".
#[must_use]
pub fn is_office_plural(folded: &str) -> bool {
    folded.strip_suffix('s').is_some_and(is_office)
        || folded
            .strip_suffix("men")
            .is_some_and(|s| OFFICE_SET.contains(format!("{s}man").as_str()))
        || folded
            .strip_suffix("ies")
            .is_some_and(|s| OFFICE_SET.contains(format!("{s}y").as_str()))
}

/// Whether an office may stand right before its bearer's name.
#[must_use]
pub fn precedes_name(folded: &str) -> bool {
    is_office(folded) && !NOT_BEFORE.contains(folded)
}

/// Whether a folded word qualifies an office in front of it.
#[must_use]
pub fn is_modifier(folded: &str) -> bool {
    MODIFIER_SET.contains(folded)
}

/// Whether folded words are a whole title.
#[must_use]
pub fn is_phrase(folded: &str) -> bool {
    PHRASE_SET.contains(folded)
}

/// Whether a folded word is a courtesy title or an abbreviated rank.
#[must_use]
pub fn is_courtesy(folded: &str) -> bool {
    COURTESY_SET.contains(folded)
}

/// Whether a folded noun is somebody close to another person: "brother", "friend".
#[must_use]
pub fn is_relative(folded: &str) -> bool {
    RELATIVE_SET.contains(folded)
}

/// Whether a folded noun is a crime or a suspicion: "gunman", "suspect".
#[must_use]
pub fn is_charge(folded: &str) -> bool {
    CHARGE_SET.contains(folded)
}

/// The gender that a folded honorific, office or noun states.
#[must_use]
pub fn gender_of(folded: &str) -> Option<Gender> {
    match GENDERS.get(folded) {
        Some('m') => Some(Gender::Male),
        Some('f') => Some(Gender::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_known() {
        assert!(is_office("ambassador") && is_office_plural("ministers") && is_office_plural("spokesmen"));
        assert!(!is_office("river") && !is_office("xi"));
        assert!(is_modifier("deputy") && is_phrase("general secretary") && is_courtesy("mr"));
        assert_eq!(gender_of("spokeswoman"), Some(Gender::Female));
        assert_eq!(gender_of("mr."), Some(Gender::Male));
        assert_eq!(gender_of("ambassador"), None);
    }
}

//! Words that open sentences or stand in headlines with a capital and are no names.

use std::sync::LazyLock;

use super::hash::HashSet;

/// Days, months and their abbreviations.
const CALENDAR: &str = "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun easter christmas ramadan eid tet thanksgiving gmt utc edt est pst pdt bst cet am pm bc ad ce";

/// Words that are hardly ever a name by themselves: closed classes, and the nouns, verbs and adjectives that
/// news writes with a capital at the head of a sentence, in a headline or out of respect.
const COMMON: &str = "\
replay watched watching mystery image images photo photos photograph picture pictures video videos caption features hurricane storm exchequer attention demonstration cabinet politburo palace series cross exchange exchanges humanistic read view watch share advertisement story stories related updated update breaking exclusive live close skip hide screen buy show champions championship curse victory superstitious overjoyed obscure incredible deploying rolling win wins lost joint opening divisional classic promised \
a an the this that these those it its he she they we i you him her his them us our your my their me mine who whom whose which what where when why how there here \
and or but nor so yet if then else because although though while whereas since unless until till whether as than like unlike about above across after against along amid among around at before behind below beneath beside besides between beyond by concerning despite down during except for from in inside into near of off on onto out outside over past per regarding through throughout to toward towards under underneath up upon via with within without \
not no none nothing nobody yes never always often sometimes usually rarely soon later earlier now today tomorrow yesterday tonight once twice again already still just only even also too very much many more most less least few several some any all both each every either neither other another such same own \
is are was were be been being am has have had having do does did done doing can could will would shall should may might must ought let lets let's \
one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions billions first second third fourth fifth last next previous new old good bad great big small large high low long short top key major minor main full half double early late recent current former future final total average overall \
however moreover furthermore meanwhile nevertheless nonetheless therefore thus hence instead otherwise likewise similarly additionally accordingly consequently finally initially originally previously recently currently lately eventually ultimately generally specifically particularly especially notably interestingly unfortunately fortunately sadly clearly obviously apparently reportedly allegedly perhaps maybe indeed actually basically essentially simply really certainly surely probably possibly officially unlike according given following including based regardless compared due thanks together separately elsewhere everywhere anyone everyone someone something everything anything people men women children officials police authorities experts analysts critics supporters opponents residents witnesses investigators prosecutors lawyers doctors scientists researchers reporters journalists protesters demonstrators soldiers troops rebels militants refugees migrants survivors victims voters lawmakers leaders members sources others \
says said saying told tells asked asks added adds called calls noted notes stressed warned urged claimed reported reports according speaking talking writing asked built build building set sets made make makes making taken take takes taking given give gives giving found find finds finding shown show shows showing seen see sees seeing know knows known think thinks want wants need needs look looks looking come comes coming go goes going get gets getting put puts keep keeps hold holds held begin begins start starts started stop stops end ends ended turn turns turned move moves moved bring brings brought leave leaves left meet meets met win wins won lose loses lost kill kills killed die dies died dead injured wounded wound hit hits strike strikes struck attack attacks attacked arrest arrests arrested fire fires fired shoot shooting shot crash crashes crashed explosion blast bomb bombing quake earthquake storm flood floods war wars peace ceasefire truce talks talk deal deals agreement visit visits visited meeting summit conference election elections vote votes voting poll polls campaign protest protests rally rallies trial court sentence sentenced charge charges charged law laws bill bills budget tax taxes trade economy market markets price prices growth jobs job work workers plan plans policy policies project projects programme program report study survey data statistics figures number numbers amount percent year years month months week weeks day days hour hours minute minutes time times morning afternoon evening night \
ambassador bilateral cooperation partnership strategic comprehensive friendship community relations ties diplomatic diplomacy foreign domestic international national local regional global public private state states party parties government governments country countries nation nations people's leader leaders president minister ministry prime premier secretary general deputy vice chief head chair chairman director spokesman spokesperson spokeswoman embassy consulate delegation official officials congress parliament assembly senate committee council commission department office agency bureau authority union federation association organization organisation company companies group groups team teams bank university school college hospital church police army military navy air force forces security defence defense health education science technology culture sports tourism transport energy environment agriculture industry finance investment infrastructure railway road port airport \
north south east west northern southern eastern western central middle upper lower left right center centre city town village province district county island river sea ocean mountain lake street road avenue square house home family father mother son daughter brother sister wife husband man woman boy girl child baby friend friends \
photo photos photograph picture image images video file courtesy caption read more related see watch click share follow subscribe advertisement breaking update updated exclusive opinion editorial analysis comment comments story stories article articles news live blog interview feature special edition page part chapter section table figure source copyright rights reserved illustration infographic \
mr mrs ms miss dr sir madam lord lady god dear hello hi thanks thank please sorry ok okay yeah oh wow hey well etc ps re fw fwd ie eg vs usd eur gbp vnd jpy cny rmb \
under-secretary anti pro non post pre ex co-operation online internet web site website email phone tv radio dna ceo cfo mp gdp gnp fdi oda hiv aids covid covid-19 sars ebola ai it vip ngo ngos un-backed id uk-based q&a pdf html url faq cd dvd usb gps sms suv atm pc ipo fta ftas m&a r&d ppp \
whoever whatever whenever wherever whichever nearly almost approximately roughly exactly despite amongst notwithstanding alongside aboard upon versus plus minus minus \
using used use uses having being seeing judging considering regarding speaking born raised educated elected appointed founded established located situated known named called described asked faced surrounded armed backed led founded inspired \
black white red green blue yellow orange brown grey gray silver golden big small young old rich poor free open public hot cold hard soft strong weak true false real fake \
human rights social political economic financial commercial industrial agricultural cultural educational environmental legal judicial legislative executive military civil civilian presidential parliamentary federal royal imperial catholic protestant muslim christian jewish buddhist hindu islamic democrat republican communist socialist liberal conservative nationalist populist \
democratic progressive radical unionist workers' peoples affairs planning resources communications veterans welfare interior construction labour labor immigration citizenship humanistic exchange exchanges cooperative interaction interactions assemblies area areas framework mechanism initiative initiatives dialogue forum programme visitors tourists students goods products goods services sector sectors \
article amendment chapter phase stage round game games match season cup league final finals goal goals point points score player players coach club clubs fans stadium olympic olympics championship tournament medal gold bronze record \
although whilst amidst amid unless lest provided supposing ever everybody hardly scarcely seldom nowhere somewhere anyway afterwards afterward beforehand meantime worldwide nationwide overnight indoors outdoors upstairs downstairs abroad ahead apart aside away back forward forth \
eu-wide pro-government anti-government self co step steps way ways thing things place places case cases fact facts issue issues problem problems question questions answer answers reason reasons result results effect effects impact change changes crisis conflict tension tensions threat threats risk risks danger concern concerns fear fears hope hopes love life death history world earth sun moon space nature water food oil gas gold power energy money business cash debt loan credit account dollar dollars euro euros pound pounds yen yuan dong";

static CALENDAR_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| CALENDAR.split_ascii_whitespace().collect());
static COMMON_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| COMMON.split_ascii_whitespace().collect());

/// Function words that no name starts or ends with, though it may hold them inside.
const FUNCTION: &str = "a an the this that these those it its he she they we i you him her his them us our your my their me who whom whose which what where when why how there here and or but nor so yet if then because although though while whereas since unless until whether as than about above across after against along amid among around at before behind below between beyond by despite down during except for from in inside into near of off on onto out outside over past per through throughout to toward towards under up upon via with within without not no none nothing yes never always often sometimes usually soon later now today tomorrow yesterday again already still just only even also too very much many more most less several some any all both each every either neither other another such same is are was were be been being am has have had do does did can could would shall should must let however moreover furthermore meanwhile nevertheless nonetheless therefore thus hence instead otherwise likewise similarly additionally consequently finally initially previously recently currently eventually ultimately generally especially notably unfortunately perhaps maybe indeed actually certainly probably possibly according including despite asked says said told added following given unlike yeah yes oh hi hello thanks thank please sorry ok";

static FUNCTION_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| FUNCTION.split_ascii_whitespace().collect());

/// Whether a folded word is a weekday, a month or a feast.
#[must_use]
pub fn is_calendar(folded: &str) -> bool {
    CALENDAR_SET.contains(folded.strip_suffix('.').unwrap_or(folded))
}

/// Whether a folded word alone is hardly ever a name.
#[must_use]
pub fn is_common(folded: &str) -> bool {
    COMMON_SET.contains(folded)
}

/// Whether a folded word belongs to a closed class.
#[must_use]
pub fn is_function(folded: &str) -> bool {
    FUNCTION_SET.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_no_names() {
        assert!(is_common("however") && is_common("party") && is_calendar("monday") && is_function("the"));
        assert!(!is_common("hanoi") && !is_calendar("xi") && !is_function("party"));
    }
}

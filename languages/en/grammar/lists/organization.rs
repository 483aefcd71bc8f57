//! Organisations: well-known ones with their abbreviations, and the words that head an organisation's name.

use std::sync::LazyLock;

use super::fold::fold;
use super::hash::{HashMap, HashSet};

/// `abbreviations | names` of organisations that news takes as known; `;` between several. The first name
/// is the one the others join. Abbreviations are compared with their case, names without.
const KNOWN: &str = "\
UN;U.N.;UNO|United Nations
UNSC|United Nations Security Council;UN Security Council;U.N. Security Council
UNGA|United Nations General Assembly;UN General Assembly;U.N. General Assembly
UNICEF;Unicef|United Nations Children's Fund
UNESCO;Unesco|United Nations Educational, Scientific and Cultural Organization
UNHCR|United Nations High Commissioner for Refugees;UN Refugee Agency;UN refugee agency
UNDP|United Nations Development Programme;UN Development Programme
UNEP|United Nations Environment Programme
UNODC|United Nations Office on Drugs and Crime
UNRWA|United Nations Relief and Works Agency
UNCTAD|United Nations Conference on Trade and Development
UNIDO|United Nations Industrial Development Organization
UNFPA|United Nations Population Fund
OCHA;UNOCHA|Office for the Coordination of Humanitarian Affairs;UN Office for the Coordination of Humanitarian Affairs
OHCHR|Office of the High Commissioner for Human Rights
WFP|World Food Programme;World Food Program
FAO|Food and Agriculture Organization;Food and Agriculture Organisation
ILO|International Labour Organization;International Labour Organisation;International Labor Organization
IOM|International Organization for Migration;International Organisation for Migration
IAEA|International Atomic Energy Agency
ICAO|International Civil Aviation Organization
IMO|International Maritime Organization
ITU|International Telecommunication Union
WIPO|World Intellectual Property Organization
WMO|World Meteorological Organization
WHO|World Health Organization;World Health Organisation
WTO|World Trade Organization;World Trade Organisation
IMF|International Monetary Fund
IPCC|Intergovernmental Panel on Climate Change
IPU|Inter-Parliamentary Union
ICC|International Criminal Court
ICJ|International Court of Justice
PCA|Permanent Court of Arbitration
ICRC|International Committee of the Red Cross
IFRC|International Federation of Red Cross and Red Crescent Societies
|Red Cross;Red Crescent
MSF|Medecins Sans Frontieres;Doctors Without Borders
|World Bank;World Bank Group
ADB|Asian Development Bank
AIIB|Asian Infrastructure Investment Bank
AfDB|African Development Bank
EBRD|European Bank for Reconstruction and Development
EIB|European Investment Bank
ECB|European Central Bank
BIS|Bank for International Settlements
NDB|New Development Bank
JICA|Japan International Cooperation Agency
KOICA|Korea International Cooperation Agency
USAID|United States Agency for International Development;US Agency for International Development
EU;E.U.|European Union
EC|European Commission
EEC|European Economic Community
EP|European Parliament
|European Council
|Council of Europe
ECJ|European Court of Justice
ECHR|European Court of Human Rights
|Europol;Interpol;Eurojust;Frontex;Eurostat;Eurogroup
NATO;Nato;N.A.T.O.|North Atlantic Treaty Organization;North Atlantic Treaty Organisation
OSCE|Organization for Security and Co-operation in Europe;Organization for Security and Cooperation in Europe;Organisation for Security and Cooperation in Europe
OECD|Organisation for Economic Co-operation and Development;Organization for Economic Cooperation and Development
OPEC;Opec|Organization of the Petroleum Exporting Countries
OPCW|Organisation for the Prohibition of Chemical Weapons;Organization for the Prohibition of Chemical Weapons
OAS|Organization of American States
OIC|Organisation of Islamic Cooperation;Organization of Islamic Cooperation
AU|African Union
ECOWAS|Economic Community of West African States
SADC|Southern African Development Community
IGAD|Intergovernmental Authority on Development
EAC|East African Community
GCC|Gulf Cooperation Council
|Arab League;League of Arab States
|League of Nations
ASEAN;Asean|Association of Southeast Asian Nations;Association of South East Asian Nations
APEC;Apec|Asia-Pacific Economic Cooperation
SAARC|South Asian Association for Regional Cooperation
SCO|Shanghai Cooperation Organisation;Shanghai Cooperation Organization
BRICS;Brics|BRICS
G7;G-7|Group of Seven
G20;G-20|Group of Twenty;Group of 20
G8;G-8|Group of Eight
G77;G-77|Group of 77
NAM|Non-Aligned Movement
CIS|Commonwealth of Independent States
CSTO|Collective Security Treaty Organization
EAEU;EEU|Eurasian Economic Union
|Commonwealth of Nations
MERCOSUR;Mercosur|Mercosur
UNASUR|Union of South American Nations
CELAC|Community of Latin American and Caribbean States
MRC|Mekong River Commission
FIFA;Fifa|FIFA
UEFA;Uefa|Union of European Football Associations
IOC|International Olympic Committee
IAAF|International Association of Athletics Federations
WADA;Wada|World Anti-Doping Agency
NBA|National Basketball Association
NFL|National Football League
MLB|Major League Baseball
NHL|National Hockey League
NCAA|National Collegiate Athletic Association
FA|Football Association
IATA|International Air Transport Association
FBI;F.B.I.|Federal Bureau of Investigation
CIA;C.I.A.|Central Intelligence Agency
NSA;N.S.A.|National Security Agency
NSC|National Security Council
DHS|Department of Homeland Security
DOJ|Department of Justice;Justice Department
|State Department;Department of State;Defense Department;Department of Defense;Treasury Department;Commerce Department;Department of Energy;Labor Department
TSA|Transportation Security Administration
FAA|Federal Aviation Administration
NTSB|National Transportation Safety Board
FDA|Food and Drug Administration
EPA|Environmental Protection Agency
CDC|Centers for Disease Control and Prevention;Centers for Disease Control
NIH|National Institutes of Health
NOAA|National Oceanic and Atmospheric Administration
NASA;Nasa|National Aeronautics and Space Administration
ESA|European Space Agency
FEMA|Federal Emergency Management Agency
DEA|Drug Enforcement Administration
ATF|Bureau of Alcohol, Tobacco, Firearms and Explosives
IRS|Internal Revenue Service
SEC|Securities and Exchange Commission;U.S. Securities and Exchange Commission;US Securities and Exchange Commission
FCC|Federal Communications Commission
FTC|Federal Trade Commission
FERC|Federal Energy Regulatory Commission
NRC|Nuclear Regulatory Commission
USGS;U.S.G.S.|US Geological Survey;U.S. Geological Survey;United States Geological Survey
USDA|Department of Agriculture
NYPD|New York Police Department
LAPD|Los Angeles Police Department
NRA|National Rifle Association
ACLU|American Civil Liberties Union
AARP|AARP
NAACP|National Association for the Advancement of Colored People
DNC|Democratic National Committee
RNC|Republican National Committee
GOP|Republican Party
|Democratic Party
|Federal Reserve;US Federal Reserve;Fed
|Congress;US Congress;U.S. Congress
|US Senate;U.S. Senate;Senate
|House of Representatives;US House of Representatives;U.S. House of Representatives
|Supreme Court
|Secret Service;US Secret Service;U.S. Secret Service
|Pentagon
|Ku Klux Klan;KKK
MI5|MI5
MI6|MI6
GCHQ|Government Communications Headquarters
NHS|National Health Service
BoE|Bank of England
|Scotland Yard;Metropolitan Police;Met Police
|House of Commons;House of Lords
|Foreign Office
|Home Office
|Labour Party;Conservative Party;Liberal Democrats;Liberal Democratic Party
SNP|Scottish National Party
DUP|Democratic Unionist Party
UKIP;Ukip|UK Independence Party
|Sinn Fein
IRA|Irish Republican Army
CDU|Christian Democratic Union
CSU|Christian Social Union
SPD|Social Democratic Party
AfD|Alternative for Germany;Alternative fuer Deutschland
|Bundestag;Bundesrat;Bundesbank;Knesset;Duma;State Duma;Majlis;Sejm;Verkhovna Rada;Lok Sabha;Rajya Sabha;Riksdag;Storting;Folketing;Loya Jirga;Shura Council
|National Front
KGB|KGB
FSB|Federal Security Service
GRU|GRU
CPC;CCP|Communist Party of China;Chinese Communist Party
CPV|Communist Party of Vietnam;Communist Party of Viet Nam
PLA|People's Liberation Army
NPC|National People's Congress
CPPCC|Chinese People's Political Consultative Conference
|State Council
|Politburo
KMT|Kuomintang
DPP|Democratic Progressive Party
LDP|Liberal Democratic Party of Japan
BJP|Bharatiya Janata Party
AAP|Aam Aadmi Party
|Indian National Congress
RSS|Rashtriya Swayamsevak Sangh
CBI|Central Bureau of Investigation
RBI|Reserve Bank of India
ISRO|Indian Space Research Organisation
ISI|Inter-Services Intelligence
PTI|Pakistan Tehreek-e-Insaf;Press Trust of India
PPP|Pakistan Peoples Party
TTP|Tehreek-e-Taliban Pakistan
LeT|Lashkar-e-Taiba;Lashkar-e-Toiba
|Jaish-e-Mohammed
|Jamaat-ul-Ahrar;Lashkar-e-Jhangvi
IS|Islamic State;Islamic State group
ISIS;Isis|Islamic State of Iraq and Syria
ISIL;Isil|Islamic State of Iraq and the Levant
|Daesh
|Al-Qaeda;Al Qaeda;al-Qaeda;al Qaeda;al-Qaida;Al-Qaida;al Qaida
|Al-Shabaab;al-Shabab;Al Shabaab;al-Shabaab;al Shabaab
|Boko Haram
|Taliban;Afghan Taliban;Pakistani Taliban
|Hezbollah;Hizbollah;Hizbullah
|Hamas
|Fatah
PLO|Palestine Liberation Organization
PA|Palestinian Authority
|Haqqani network;Haqqani Network
|Nusra Front;al-Nusra Front;Al-Nusra Front;Jabhat al-Nusra;Jabhat Fateh al-Sham;Hayat Tahrir al-Sham
FSA|Free Syrian Army
SDF|Syrian Democratic Forces
YPG|People's Protection Units
PKK|Kurdistan Workers' Party;Kurdistan Workers Party
AKP|Justice and Development Party
CHP|Republican People's Party
HDP|Peoples' Democratic Party
MHP|Nationalist Movement Party
|Muslim Brotherhood
|Houthis;Houthi movement
|White Helmets;Syrian Civil Defence;Syrian Civil Defense;Syria Civil Defence
SOHR|Syrian Observatory for Human Rights
IRGC|Islamic Revolutionary Guard Corps;Revolutionary Guards;Revolutionary Guard
IDF|Israel Defense Forces;Israeli Defense Forces;Israel Defence Forces
|Mossad;Shin Bet;Likud
FARC;Farc|Revolutionary Armed Forces of Colombia
ELN|National Liberation Army
ETA|ETA
ANC|African National Congress
DA|Democratic Alliance
EFF|Economic Freedom Fighters
ZANU-PF;Zanu-PF|ZANU-PF
NLD|National League for Democracy
UMNO;Umno|United Malays National Organisation
|Amnesty International;Human Rights Watch;Greenpeace;Oxfam;Save the Children;Transparency International;Freedom House
HRW|Human Rights Watch
WWF|World Wildlife Fund;World Wide Fund for Nature
TUC|Trades Union Congress
AFL-CIO|AFL-CIO
BP|BP
IBM|IBM
GM|General Motors
GE|General Electric
HSBC|HSBC
AMD|Advanced Micro Devices
AT&T|AT&T
VW|Volkswagen
BMW|BMW
TSMC|Taiwan Semiconductor Manufacturing Company
EADS|European Aeronautic Defence and Space Company
P&G|Procter & Gamble
JPMorgan|JPMorgan Chase;JP Morgan
|Boeing;Airbus;Apple;Apple Inc;Apple Inc.;Google;Microsoft;Amazon.com;Facebook;Twitter;Intel;Samsung;Samsung Electronics;Sony;Toyota;Toyota Motor;Honda;Nissan;Hyundai;Volkswagen;Daimler;Siemens;Lockheed Martin;Northrop Grumman;Raytheon;General Motors;ExxonMobil;Exxon Mobil;Chevron;Royal Dutch Shell;Gazprom;Rosneft;Lukoil;Huawei;Alibaba;Tencent;Xiaomi;Lenovo;Uber;Airbnb;Netflix;Tesla;SpaceX;Walmart;Wal-Mart;Starbucks;McDonald's;Coca-Cola;PepsiCo;Pfizer;AstraZeneca;Moderna;Novartis;Roche;Bayer;Goldman Sachs;Wells Fargo;Keefe Bruyette & Woods;Morgan Stanley;Citigroup;Deutsche Bank;Barclays;Credit Suisse;Lufthansa;Emirates airline;Air France;British Airways;Ryanair;EasyJet;Vietnam Airlines;Vietjet Air;Vietjet;Qantas;Malaysia Airlines;AirAsia;Delta Air Lines;United Airlines;American Airlines;EgyptAir;Aeroflot;Singapore Airlines;Petrovietnam;Vingroup;Viettel;FPT;VinFast;Vietcombank;Sinopec;PetroChina;Foxconn;Nokia;Ericsson;Nestle;Unilever;Yahoo;YouTube;WikiLeaks;Wikileaks;Wikipedia;WhatsApp;Telegram;Instagram;TikTok;OpenAI;Nvidia;Adobe;Oracle;Cisco;Dell;Hewlett-Packard;Rolls-Royce;Embraer;Bombardier;Rio Tinto;BHP Billiton;Saudi Aramco;Energy Transfer Partners;Dakota Access;Northrop;Sukhoi;Renault;Peugeot;Fiat;Chrysler;Ferrari;Heathrow Airport Holdings;Lehman Brothers;Berkshire Hathaway;BlackRock;Standard & Poor's;Moody's;Nasdaq;New York Stock Exchange;London Stock Exchange;Harvard;Harvard University;Yale;MIT;Princeton;Stanford University;Oxford University;Cambridge University;Manchester United;Manchester City;Real Madrid;FC Barcelona;Arsenal;Liverpool FC;Juventus;AC Milan;Bayern Munich;Chelsea FC;Tottenham Hotspur;New York Yankees;Chicago Cubs;Cleveland Indians
RCEP|Regional Comprehensive Economic Partnership
VFF|Vietnam Fatherland Front
PFLP|Popular Front for the Liberation of Palestine
";

/// Agencies, papers and stations: `abbreviations | names`.
const MEDIA: &str = "\
AP|Associated Press;The Associated Press
AFP|Agence France-Presse;Agence France Presse
|Reuters;Thomson Reuters;Bloomberg;Bloomberg News;Xinhua;Interfax;Sputnik;TASS;Itar-Tass;Ria Novosti;RIA Novosti;Kyodo;Kyodo News;Jiji Press;Yonhap;Yonhap News Agency;Anadolu;Anadolu Agency;Bernama;Antara;Mehr;Fars;Fars News Agency;Tasnim;Press TV;Al Jazeera;Al-Jazeera;Al Arabiya;Al-Arabiya;Al Mayadeen;Al Manar;Sky News;Fox News;Deutsche Welle;Der Spiegel;Le Monde;Le Figaro;Liberation newspaper;El Pais;El Mundo;La Repubblica;Corriere della Sera;The Guardian;Guardian;The Independent;The Daily Telegraph;Daily Telegraph;Daily Mail;Daily Mirror;The Sun newspaper;The Times of London;Financial Times;The Economist;New York Times;The New York Times;Washington Post;The Washington Post;Wall Street Journal;The Wall Street Journal;Los Angeles Times;Chicago Tribune;USA Today;Politico;Time magazine;Newsweek;The Hill;HuffPost;Huffington Post;BuzzFeed;Breitbart;Breitbart News;Haaretz;Jerusalem Post;The Times of Israel;Times of India;The Hindu;Hindustan Times;Indian Express;Dawn newspaper;Straits Times;South China Morning Post;Global Times;People's Daily;China Daily;Nhan Dan;VietnamPlus;Viet Nam News;VietNamNet;Vietnam News Agency;Viet Nam News Agency;Tuoi Tre;Thanh Nien;VnExpress;Voice of Vietnam;Vietnam Television;Bangkok Post;Jakarta Post;Kompas;Asahi Shimbun;Yomiuri Shimbun;Hurriyet;Novaya Gazeta;Izvestia;Kommersant;Pravda;Radio Free Europe;Voice of America;Radio Free Asia;Canadian Press;Globe and Mail;Toronto Star;Sydney Morning Herald;The Australian;Channel NewsAsia;Rappler;Amaq;Daily Beast;National Geographic;Vanity Fair;Evening Standard;Daily Express;Daily Mirror;Getty Images;The New Yorker;The Atlantic;Hollywood Reporter;Rolling Stone;Bild;Die Welt;Die Zeit;Sueddeutsche Zeitung;Frankfurter Allgemeine Zeitung
VNA|Vietnam News Agency
VNS|Viet Nam News Service
VOV|Voice of Vietnam
VTV|Vietnam Television
BBC|British Broadcasting Corporation
ITV|ITV
CNN|Cable News Network
NBC|National Broadcasting Company
MSNBC|MSNBC
CNBC|CNBC
CBS|CBS News
ABC|ABC News
PBS|PBS
NPR|National Public Radio
C-SPAN|C-SPAN
UPI|United Press International
DPA;dpa|Deutsche Presse-Agentur
ANSA|ANSA
EFE|EFE
SPA|Saudi Press Agency
SANA|Syrian Arab News Agency
MENA|Middle East News Agency
IRNA|Islamic Republic News Agency
ISNA|ISNA
KCNA|Korean Central News Agency
NHK|Nippon Hoso Kyokai
CCTV|China Central Television
CGTN|China Global Television Network
SCMP|South China Morning Post
RT|Russia Today
DW|Deutsche Welle
PA Media|Press Association
NTV|NTV
RTE|RTE
ARD|ARD
ZDF|ZDF
WSJ|Wall Street Journal
FT|Financial Times
VOA|Voice of America
CBC|Canadian Broadcasting Corporation
NDTV|NDTV
ANI|Asian News International
APTN|APTN
";

/// Words that end an organisation's name.
const TAILS: &str = "ministry party committee commission council university college institute institution academy school corp corp. corporation inc inc. ltd ltd. llc plc co co. company companies group holdings fc court tribunal agency association bank fund union federation foundation organization organisation office department bureau administration authority board center centre club congress parliament assembly senate league alliance movement front army navy force forces police guard guards corps brigade division battalion regiment command service services society trust network press news times post daily tribune herald journal gazette magazine radio television tv broadcasting airlines airways airline motors industries systems technologies technology electronics energy petroleum oil pharmaceuticals laboratories lab hospital clinic orchestra museum library exchange partners capital securities insurance records studios entertainment pictures software semiconductor telecom telecommunications communications bloc coalition confederation consortium secretariat politburo embassy consulate delegation mission task-force team united city rovers athletic wanderers militia brigades cartel gang front ensemble theatre theater church diocese archdiocese sdn bhd gmbh ag sa spa nv kk ab oyj asa cabinet government presidency directorate inspectorate ombudsman fellowship faculty chamber initiative project program programme campaign caucus partnership forum sangh dal morcha parishad sabha";

/// Tails that say little alone: their words are common ("China Daily" is a paper, "Daily" alone nothing).
const WEAK_TAILS: &str = "school center centre group office service services force forces police news times post daily front board united city team mission energy oil technology systems press journal exchange project program programme campaign delegation government company companies church forum command division initiative partnership capital network presidency sa spa ag ab asa co partners coalition movement exchange initiative radio chamber gang cabinet";

/// Words that open an organisation's name when "of", "for" or "on" follows: "Ministry of Public Works".
const HEADS: &str = "ministry party committee commission council university college institute institution academy school court tribunal agency association bank fund union federation foundation organization organisation office department bureau administration authority board center centre chamber congress parliament assembly league alliance movement front army navy force forces society secretariat embassy consulate confederation community conference faculty house institutes museum library church archdiocese diocese directorate directorate-general inspectorate cabinet consortium coalition network council-general consulate-general ministry-general group forum partnership";

fn parse(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter_map(|line| line.split_once('|'))
}

struct Index {
    abbreviations: HashMap<&'static str, &'static str>,
    names: HashMap<String, &'static str>,
    media: HashSet<String>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index {
        abbreviations: HashMap::default(),
        names: HashMap::default(),
        media: HashSet::default(),
    };
    for (table, is_media) in [(KNOWN, false), (MEDIA, true)] {
        for (abbreviations, names) in parse(table) {
            let first = names.split(';').next().unwrap_or("");
            for a in abbreviations.split(';').filter(|a| !a.is_empty()) {
                index.abbreviations.entry(a).or_insert(first);
                if is_media {
                    index.media.insert(fold(a));
                }
            }
            for name in names.split(';') {
                let canonical = if abbreviations.is_empty() { name } else { first };
                let plain = name.strip_prefix("The ").unwrap_or(name);
                index.names.entry(fold(plain)).or_insert(canonical);
                if is_media {
                    index.media.insert(fold(plain));
                }
            }
        }
    }
    index
});

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

static TAIL_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(TAILS));
static WEAK_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(WEAK_TAILS));
static HEAD_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(HEADS));

/// The full name behind a well-known abbreviation, as written ("WHO", not "who").
#[must_use]
pub fn by_abbreviation(word: &str) -> Option<&'static str> {
    INDEX.abbreviations.get(word).copied()
}

/// The first name of a well-known organisation, by any of its folded names.
#[must_use]
pub fn by_name(folded: &str) -> Option<&'static str> {
    INDEX.names.get(folded).copied()
}

/// Whether a folded name or abbreviation is that of a news agency, paper or station.
#[must_use]
pub fn is_medium(folded: &str) -> bool {
    INDEX.media.contains(folded)
}

/// Whether a folded word ends names of organisations.
#[must_use]
pub fn is_tail(folded: &str) -> bool {
    TAIL_SET.contains(folded)
}

/// Whether a tail is too common a word to decide alone.
#[must_use]
pub fn is_weak_tail(folded: &str) -> bool {
    WEAK_SET.contains(folded)
}

/// Whether a folded word opens names of organisations before "of", "for" or "on".
#[must_use]
pub fn is_head(folded: &str) -> bool {
    HEAD_SET.contains(folded)
}

/// Every known name, folded.
#[allow(dead_code, reason = "read by the name finder")]
pub(crate) fn folded() -> impl Iterator<Item = &'static str> {
    INDEX.names.keys().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_lead_to_names() {
        for (word, name) in [
            ("UN", Some("United Nations")),
            ("WHO", Some("World Health Organization")),
            ("who", None),
            ("Asean", Some("Association of Southeast Asian Nations")),
            ("QQQ", None),
        ] {
            assert_eq!(by_abbreviation(word), name, "{word}");
        }
        assert_eq!(
            by_name("world health organisation"),
            Some("World Health Organization")
        );
        assert!(is_medium("reuters") && is_medium("new york times") && !is_medium("united nations"));
        assert!(is_tail("ministry") && is_head("bank") && !is_tail("river"));
    }
}

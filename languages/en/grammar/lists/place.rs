//! Places other than countries: cities, regions, waters; and the words that head a place's name.

use std::sync::LazyLock;

use super::fold::fold;
use super::hash::{HashMap, HashSet};

/// `code: cities and regions of that country`, names with `;`. Names that are commoner as something else
/// ("Nice", "Reading", "Orange") are left out.
const BY_COUNTRY: &str = "\
AE: Dubai;Sharjah;Ajman;Fujairah;Ras Al Khaimah;Al Ain
AF: Kandahar;Herat;Mazar-i-Sharif;Jalalabad;Kunduz;Helmand;Ghazni;Nangarhar;Lashkar Gah;Bagram;Panjshir;Paktika;Khost
AL: Durres;Vlore
AO: Cabinda;Huambo;Lobito
AM: Gyumri
AZ: Nagorno-Karabakh;Ganja;Stepanakert;Sumgait;Nakhchivan;Shusha
AR: Cordoba;Rosario;Mendoza;Patagonia;Ushuaia;Mar del Plata;Santa Fe
AT: Salzburg;Graz;Innsbruck;Linz;Tyrol
AU: Sydney;Melbourne;Brisbane;Perth;Adelaide;Hobart;Darwin;New South Wales;Queensland;Tasmania;Northern Territory;Western Australia;South Australia;Gold Coast;Cairns;Geelong;Wollongong;Bondi Beach
BD: Chittagong;Chattogram;Cox's Bazar;Sylhet;Khulna;Rajshahi
BE: Antwerp;Ghent;Bruges;Liege;Flanders;Wallonia;Zaventem;Molenbeek;Charleroi;Mons;Leuven;Ypres
BA: Srebrenica;Banja Luka;Mostar;Republika Srpska;Tuzla
BG: Plovdiv;Varna;Burgas
BO: Santa Cruz de la Sierra;Cochabamba;El Alto
BR: Sao Paulo;Rio de Janeiro;Rio;Salvador;Fortaleza;Belo Horizonte;Manaus;Recife;Porto Alegre;Curitiba;Minas Gerais;Amazonas;Belem;Goias;Mato Grosso
BY: Gomel;Brest;Grodno;Vitebsk
CA: Toronto;Montreal;Vancouver;Calgary;Edmonton;Winnipeg;Quebec;Quebec City;Ontario;British Columbia;Alberta;Saskatchewan;Manitoba;Nova Scotia;New Brunswick;Newfoundland;Labrador;Newfoundland and Labrador;Halifax;Yukon;Nunavut;Northwest Territories;Prince Edward Island;Fort McMurray;Saskatoon;Mississauga;Kananaskis
CH: Geneva;Zurich;Basel;Lausanne;Lugano;Davos;Lucerne;St. Gallen;Ticino;Montreux
CL: Valparaiso;Concepcion;Antofagasta;Atacama
CM: Douala;Bamenda
CN: Shanghai;Guangzhou;Shenzhen;Tianjin;Wuhan;Chongqing;Chengdu;Nanjing;Xi'an;Hangzhou;Suzhou;Qingdao;Dalian;Shenyang;Harbin;Changsha;Zhengzhou;Kunming;Fuzhou;Xiamen;Jinan;Hefei;Nanchang;Nanning;Guiyang;Lanzhou;Urumqi;Lhasa;Hohhot;Yinchuan;Xining;Haikou;Sanya;Taiyuan;Shijiazhuang;Changchun;Ningbo;Wuxi;Dongguan;Foshan;Zhuhai;Wenzhou;Guangdong;Guangxi;Yunnan;Sichuan;Hunan;Hubei;Henan;Hebei;Shandong;Shanxi;Shaanxi;Jiangsu;Zhejiang;Jiangxi;Anhui;Fujian;Guizhou;Gansu;Qinghai;Hainan;Liaoning;Jilin;Heilongjiang;Xinjiang;Tibet;Ningxia;Inner Mongolia;Xinjiang Uygur Autonomous Region;Xinjiang Uyghur Autonomous Region;Guangxi Zhuang Autonomous Region;Tibet Autonomous Region;Pingxiang;Hekou;Dongxing;Beidaihe;Zhongnanhai;Boao;Yiwu;Kashgar;Guilin;Tiananmen Square;Great Hall of the People;Pudong
CI: Abidjan;Bouake
CO: Medellin;Cali;Cartagena;Barranquilla;Cucuta;Antioquia
CD: Lubumbashi;Goma;Bukavu;North Kivu;South Kivu;Katanga;Ituri;Kasai;Kivu;Kisangani
CU: Guantanamo;Guantanamo Bay;Santiago de Cuba
CY: Limassol;Larnaca;Northern Cyprus
CZ: Brno;Ostrava;Plzen;Bohemia;Moravia
DE: Munich;Hamburg;Frankfurt;Cologne;Stuttgart;Dusseldorf;Duesseldorf;Dortmund;Essen;Leipzig;Dresden;Bremen;Hanover;Nuremberg;Bonn;Mannheim;Karlsruhe;Bavaria;Saxony;Baden-Wuerttemberg;Baden-Württemberg;Hesse;Rhineland-Palatinate;North Rhine-Westphalia;Saarland;Thuringia;Brandenburg;Lower Saxony;Schleswig-Holstein;Mecklenburg-Vorpommern;Saxony-Anhalt;Potsdam;Kiel;Chemnitz;Weimar;Heidelberg;Freiburg;Augsburg;Ramstein;Halle;Wolfsburg
DK: Aarhus;Odense
DZ: Oran;Tindouf;Constantine
EC: Guayaquil;Galapagos;Cuenca
EG: Alexandria;Giza;Sinai;Sharm el-Sheikh;Sharm El Sheikh;Luxor;Port Said;Suez;Aswan;Rafah;Tahrir Square;El Arish
ES: Barcelona;Valencia;Seville;Bilbao;Malaga;Zaragoza;Granada;Catalonia;Andalusia;Galicia;Basque Country;Navarre;Majorca;Mallorca;Ibiza;Canary Islands;Balearic Islands;Tenerife;Ceuta;Melilla;San Sebastian;Pamplona;Aragon;Castile
ET: Tigray;Amhara;Oromia;Mekelle;Afar
FI: Turku;Tampere;Espoo
FR: Marseille;Lyon;Toulouse;Strasbourg;Bordeaux;Lille;Nantes;Rennes;Calais;Cannes;Grenoble;Montpellier;Normandy;Brittany;Corsica;Alsace;Provence;Burgundy;Dunkirk;Versailles;Le Havre;Lorraine;Saint-Denis;Rouen;Reims;Bayonne;Biarritz;Verdun;Vichy;Dijon;Lourdes;Avignon
GB: Manchester;Birmingham;Liverpool;Leeds;Sheffield;Bristol;Newcastle;Nottingham;Leicester;Edinburgh;Glasgow;Aberdeen;Dundee;Cardiff;Swansea;Belfast;Derry;Londonderry;England;Scotland;Wales;Northern Ireland;Ulster;Oxford;Cambridge;Cornwall;Yorkshire;Essex;Sussex;Surrey;Norfolk;Suffolk;Devon;Dorset;Somerset;Hampshire;Lancashire;Cumbria;Merseyside;Salisbury;Southampton;Portsmouth;Plymouth;Brighton;Coventry;Canterbury;Downing Street;10 Downing Street;Westminster;Whitehall;Balmoral;Heathrow;Gatwick;Stansted;Wimbledon;Grenfell Tower;Buckingham Palace;Windsor;West Midlands;East Anglia;Greater Manchester;Northumberland;Sunderland;Wolverhampton;Luton;Hackney;Croydon;Hertfordshire;Lincolnshire;Wiltshire;Inverness;Shetland;Orkney;Southend
GE: Abkhazia;South Ossetia;Batumi;Gori;Sukhumi;Tskhinvali
GH: Kumasi;Tamale
GR: Thessaloniki;Crete;Lesbos;Piraeus;Rhodes;Corfu;Peloponnese;Kos;Idomeni
HK: Kowloon;Victoria Harbour;Lantau;Mong Kok;Wan Chai
HR: Dubrovnik;Rijeka;Dalmatia;Vukovar
HU: Debrecen;Szeged
ID: Bali;Java;Sumatra;Sulawesi;Kalimantan;Borneo;Papua;West Papua;Aceh;Surabaya;Bandung;Medan;Semarang;Yogyakarta;Makassar;Denpasar;Lombok;Batam;Bogor;Palembang;Jayapura;Palu;Ambon;Flores;Bekasi;Padang;Central Java;West Java;East Java;Banten;Riau;Nusa Tenggara;Maluku;Banda Aceh
IE: Cork;Galway;Limerick;Waterford
IL: Tel Aviv;Haifa;Eilat;Ashkelon;Ashdod;Beersheba;Golan Heights;Golan;Galilee;Negev;Sderot;East Jerusalem;West Jerusalem;Temple Mount;Al-Aqsa Mosque
IN: Delhi;Mumbai;Bombay;Kolkata;Calcutta;Chennai;Madras;Bangalore;Bengaluru;Hyderabad;Ahmedabad;Pune;Jaipur;Lucknow;Kanpur;Nagpur;Bhopal;Patna;Srinagar;Kashmir;Jammu;Jammu and Kashmir;Punjab;Gujarat;Rajasthan;Maharashtra;Karnataka;Kerala;Tamil Nadu;Andhra Pradesh;Telangana;Odisha;West Bengal;Bihar;Uttar Pradesh;Madhya Pradesh;Haryana;Assam;Manipur;Goa;Ladakh;Uttarakhand;Himachal Pradesh;Jharkhand;Chhattisgarh;Nagaland;Mizoram;Tripura;Sikkim;Arunachal Pradesh;Amritsar;Agra;Varanasi;Chandigarh;Surat;Kochi;Pondicherry;Ayodhya;Uri;Pathankot;Pahalgam
IQ: Mosul;Basra;Fallujah;Kirkuk;Erbil;Tikrit;Ramadi;Najaf;Karbala;Anbar;Sinjar;Iraqi Kurdistan;Samarra;Diyala;Nineveh;Tal Afar;Baquba;Kurdistan;Kurdistan Region;Sulaymaniyah;Sadr City;Abu Ghraib
IR: Isfahan;Mashhad;Shiraz;Tabriz;Qom;Natanz;Fordow;Bushehr;Arak;Kermanshah;Ahvaz;Bandar Abbas
IT: Milan;Naples;Turin;Venice;Florence;Genoa;Bologna;Palermo;Sicily;Sardinia;Tuscany;Lombardy;Lampedusa;Veneto;Calabria;Umbria;Piedmont;Bari;Catania;Verona;Trieste;Amatrice;Pisa;Parma;Padua;Emilia-Romagna;Lazio;Apulia;Campania
JO: Aqaba;Zarqa;Zaatari
JP: Osaka;Kyoto;Nagoya;Yokohama;Kobe;Sapporo;Fukuoka;Hiroshima;Nagasaki;Fukushima;Okinawa;Hokkaido;Honshu;Kyushu;Sendai;Kumamoto;Shikoku;Kawasaki;Narita;Ise-Shima;Nara;Niigata;Saitama;Chiba;Yasukuni Shrine;Hakodate
KE: Mombasa;Kisumu;Garissa;Dadaab;Eldoret;Nakuru;Lamu
KG: Osh
KH: Siem Reap;Sihanoukville;Angkor Wat;Battambang;Kampot;Poipet;Preah Vihear;Svay Rieng;Angkor
KP: Kaesong;Yongbyon;Wonsan;Punggye-ri;Sinuiju;Hamhung
KR: Busan;Incheon;Daegu;Gwangju;Daejeon;Ulsan;Jeju;Jeju Island;Pyeongchang;Gyeongju;Seongju;Blue House;Suwon;Sejong;Gyeonggi;Panmunjom;Pohang
KZ: Almaty;Baikonur;Shymkent;Aktau
LA: Luang Prabang;Savannakhet;Pakse;Champasak;Bokeo;Oudomxay
LB: Sidon;Tyre;Baalbek;Bekaa Valley
LK: Kandy;Jaffna;Galle;Hambantota;Trincomalee
LY: Benghazi;Misrata;Sirte;Tobruk;Derna;Cyrenaica;Zawiya;Zintan
LT: Kaunas;Klaipeda
LV: Daugavpils
MA: Casablanca;Marrakech;Marrakesh;Fez;Tangier;Agadir
MD: Transnistria;Transdniestria;Tiraspol;Gagauzia
MM: Yangon;Rangoon;Mandalay;Rakhine;Shan State;Kachin;Sagaing;Sittwe;Karen State;Maungdaw;Myitkyina;Naypyidaw
ML: Timbuktu;Gao;Kidal;Azawad
MX: Tijuana;Monterrey;Guadalajara;Acapulco;Cancun;Ciudad Juarez;Chiapas;Oaxaca;Jalisco;Veracruz;Michoacan;Sinaloa;Puebla;Yucatan;Sonora;Chihuahua;Juarez;Culiacan
MY: Penang;Johor;Johor Bahru;Sabah;Sarawak;Malacca;Melaka;Selangor;Perak;Kelantan;Terengganu;Langkawi;Kuching;Kota Kinabalu;Ipoh;Kedah;Pahang
MZ: Beira;Cabo Delgado;Nampula
NG: Lagos;Kano;Kaduna;Borno;Maiduguri;Chibok;Ibadan;Port Harcourt;Niger Delta;Jos;Yobe;Adamawa;Biafra;Plateau State;Benue;Ogun;Sokoto;Katsina;Zamfara;Enugu
NL: Rotterdam;Utrecht;Eindhoven;Maastricht;Groningen;Schiphol;Leiden;Delft
NO: Bergen;Trondheim;Stavanger;Utoya;Tromso
NP: Pokhara
NZ: Auckland;Christchurch;Dunedin;Hamilton;Kaikoura;Queenstown
OM: Salalah;Sohar
PA: Panama Canal
PE: Arequipa;Cusco;Cuzco;Trujillo;Machu Picchu
PG: Bougainville;Lae
PH: Mindanao;Luzon;Davao;Davao City;Cebu;Quezon City;Visayas;Palawan;Zamboanga;Marawi;Jolo;Sulu;Tacloban;Subic Bay;Leyte;Makati;Baguio;Malacanang;Samar;Scarborough Shoal;Second Thomas Shoal;Negros
PK: Karachi;Lahore;Peshawar;Quetta;Rawalpindi;Abbottabad;Faisalabad;Multan;Sindh;Balochistan;Khyber Pakhtunkhwa;Waziristan;North Waziristan;South Waziristan;Gwadar;Gilgit-Baltistan;Swat Valley
PL: Krakow;Cracow;Gdansk;Wroclaw;Poznan;Lodz;Katowice;Lublin;Szczecin;Auschwitz;Bialystok;Rzeszow;Silesia
PS: Gaza;Gaza Strip;the Gaza Strip;Gaza City;West Bank;the West Bank;Hebron;Nablus;Jenin;Bethlehem;Jericho;Khan Younis;Khan Yunis;Deir al-Balah;Jabalia;Tulkarm
PT: Porto;Madeira;Azores;Algarve;Coimbra;
RO: Cluj;Cluj-Napoca;Timisoara;Constanta;Transylvania;Iasi;Brasov
RS: Novi Sad;Nis;Vojvodina
RU: Saint Petersburg;St. Petersburg;St Petersburg;Leningrad;Novosibirsk;Yekaterinburg;Kazan;Nizhny Novgorod;Vladivostok;Sochi;Chechnya;Dagestan;Siberia;Kaliningrad;Grozny;Rostov;Rostov-on-Don;Volgograd;Stalingrad;Tatarstan;Bashkortostan;Beslan;Ingushetia;North Ossetia;Kamchatka;Sakhalin;Murmansk;Kremlin;Red Square;Kursk;Belgorod;Bryansk;Samara;Omsk;Irkutsk;Voronezh;Ufa;Makhachkala;Kuril Islands;Khabarovsk;Krasnodar;Krasnoyarsk;Domodedovo;Sheremetyevo;Barents Sea
SA: Jeddah;Mecca;Medina;Dammam;Dhahran;Qatif;Neom;Taif;Hejaz
SD: Darfur;Port Sudan;Omdurman;El Fasher;Kordofan;South Kordofan;Blue Nile;Abyei
SE: Gothenburg;Malmo;Uppsala
SO: Puntland;Somaliland;Kismayo;Jubaland;Hargeisa;Baidoa
SS: Malakal;Bentiu
SY: Aleppo;Homs;Raqqa;Idlib;Palmyra;Latakia;Deir ez-Zor;Deir al-Zor;Daraa;Kobani;Kobane;Hama;Afrin;Manbij;Ghouta;Eastern Ghouta;Eastern Aleppo;Hasakah;Tartus;Rojava;Al-Bab;Al Bab;Dabiq;Khan Sheikhoun;Madaya
TH: Chiang Mai;Phuket;Pattaya;Pattani;Yala;Narathiwat;Songkhla;Chiang Rai;Hua Hin;Koh Samui;Nakhon Ratchasima;Udon Thani;Hat Yai;Ayutthaya;Khon Kaen
TN: Sousse;Sfax;Sidi Bouzid
TR: Istanbul;Izmir;Antalya;Diyarbakir;Gaziantep;Incirlik;Anatolia;Bosphorus;Bosporus;Gallipoli;Adana;Bursa;Konya;Sirnak;Cizre;Kayseri;Trabzon;Hatay;Mersin;Kilis;Ataturk Airport;Taksim Square;Gezi Park;Mardin;Thrace;Suruc
TW: Kaohsiung;Taichung;Tainan;Kinmen;Hualien;Keelung;Hsinchu
TZ: Dar es Salaam;Zanzibar;Arusha
UA: Kharkiv;Kharkov;Odessa;Odesa;Lviv;Dnipro;Donetsk;Luhansk;Lugansk;Donbas;Donbass;Crimea;Mariupol;Zaporizhzhia;Kherson;Sevastopol;Bakhmut;Chernobyl;Chornobyl;Debaltseve;Simferopol;Slavyansk;Sloviansk;Zhytomyr;Sumy;Poltava;Chernihiv;Ilovaisk;Avdiivka;Kramatorsk;Dnipropetrovsk;Yalta;Pokrovsk;Vinnytsia;Mykolaiv;Ivano-Frankivsk
UG: Entebbe;Gulu
US: New York;New York City;Los Angeles;Chicago;Houston;Phoenix;Philadelphia;San Antonio;San Diego;Dallas;Austin;Jacksonville;San Francisco;Fort Worth;Indianapolis;Charlotte;Seattle;Denver;Boston;El Paso;Nashville;Detroit;Oklahoma City;Portland;Las Vegas;Memphis;Louisville;Baltimore;Milwaukee;Albuquerque;Tucson;Fresno;Sacramento;Atlanta;Kansas City;Miami;Omaha;Oakland;Minneapolis;Tulsa;Cleveland;New Orleans;Tampa;Honolulu;Anaheim;St. Louis;St Louis;Pittsburgh;Cincinnati;Anchorage;Orlando;Newark;Buffalo;Baton Rouge;Ferguson;Charleston;Dallas-Fort Worth;San Bernardino;Sandy Hook;Newtown;Silicon Valley;Hollywood;Manhattan;Brooklyn;the Bronx;Bronx;Staten Island;Harlem;Long Island;Wall Street;Capitol Hill;White House;the White House;Oval Office;Camp David;Pentagon;Ground Zero;Times Square;Central Park;Guantánamo;Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York State;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming;Washington State;District of Columbia;Washington;D.C.;DC;Salt Lake City;Colorado Springs;Palo Alto;Mountain View;Cupertino;Menlo Park;Redmond;Des Moines;Fort Hood;Pearl Harbor;Mar-a-Lago;Trump Tower;Cape Canaveral;Kennedy Space Center;Virginia Beach;Jersey City;Fairfax;Long Beach;San Jose;Beverly Hills;Santa Monica;Boulder;Ann Arbor;Tallahassee;Fort Lauderdale;Palm Beach;Savannah;Little Rock;Birmingham, Alabama;Aurora;Standing Rock;Quantico;Roswell;Dulles;LaGuardia;Arlington;Alexandria;Berkeley;Pasadena;Stanford;Tampa Bay;New England;Midwest;Cape Cod;Appalachia;Charlottesville;Milwaukee;Parkland;Uvalde
UZ: Tashkent;Samarkand;Bukhara;Andijan;Fergana Valley;Karakalpakstan
VA: St. Peter's Square;St Peter's Square
VE: Caracas;Maracaibo
VN: Ho Chi Minh City;HCM City;Saigon;Hai Phong;Haiphong;Da Nang;Danang;Can Tho;Hue City;Nha Trang;Da Lat;Dalat;Vung Tau;Quang Ninh;Lao Cai;Lang Son;Mong Cai;Dong Dang;Ha Long;Halong;Ha Long Bay;Ha Giang;Cao Bang;Dien Bien;Dien Bien Phu;Lai Chau;Son La;Yen Bai;Thai Nguyen;Bac Giang;Bac Ninh;Hai Duong;Hung Yen;Nam Dinh;Thai Binh;Ninh Binh;Thanh Hoa;Nghe An;Ha Tinh;Quang Binh;Quang Tri;Quang Nam;Quang Ngai;Binh Dinh;Phu Yen;Khanh Hoa;Ninh Thuan;Binh Thuan;Kon Tum;Gia Lai;Dak Lak;Dak Nong;Lam Dong;Binh Phuoc;Tay Ninh;Binh Duong;Dong Nai;Ba Ria-Vung Tau;Long An;Tien Giang;Ben Tre;Tra Vinh;Vinh Long;Dong Thap;An Giang;Kien Giang;Hau Giang;Soc Trang;Bac Lieu;Ca Mau;Phu Quoc;Con Dao;Hoa Binh;Phu Tho;Vinh Phuc;Tuyen Quang;Bac Kan;Ha Nam;Quy Nhon;Bien Hoa;Truong Sa;Hoang Sa;Huu Nghi;Sa Pa;Sapa;Hoi An;Cam Ranh;Cam Ranh Bay;Buon Ma Thuot;Pleiku;Noi Bai;Tan Son Nhat;Long Thanh;Dung Quat;Ba Dinh;Ly Son;Phong Nha;Thu Duc;Van Don;Cat Bi;Mekong Delta;Red River Delta;Central Highlands;My Son;Hoa Lac;Lach Huyen
YE: Aden;Taiz;Hodeidah;Hodeida;Marib;Saada;Hadramawt;Hadramaut;Mukalla;Socotra
ZA: Johannesburg;Durban;Soweto;Gauteng;KwaZulu-Natal;Western Cape;Eastern Cape;Port Elizabeth;Bloemfontein;Marikana;Limpopo;Mpumalanga;Robben Island
ZW: Bulawayo
ZM: Kitwe
TD: Lake Chad
PR: Vieques
KN: Nevis
RS: Presevo
AG: Barbuda
MK: Gevgelija
MT: Gozo
";

/// Places of no single country.
const OTHER: &str = "\
Africa;Asia;Europe;North America;South America;Latin America;Central America;Oceania;Antarctic;Arctic;the Arctic;Arctic Circle;Middle East;the Middle East;Near East;Far East;Southeast Asia;South-East Asia;South East Asia;East Asia;Northeast Asia;North-East Asia;South Asia;Central Asia;West Asia;Western Asia;Asia-Pacific;Asia Pacific;Indo-Pacific;Pacific;the Pacific;Atlantic;the Atlantic;Eastern Europe;Western Europe;Central Europe;Northern Europe;Southern Europe;Southeastern Europe;Balkans;the Balkans;Western Balkans;Baltics;Baltic States;Baltic states;Caucasus;the Caucasus;North Caucasus;South Caucasus;Scandinavia;Maghreb;Levant;the Levant;Sahel;the Sahel;Sahara;Sub-Saharan Africa;sub-Saharan Africa;West Africa;East Africa;North Africa;Southern Africa;Central Africa;Horn of Africa;the Horn of Africa;the Gulf;Persian Gulf;Arabian Gulf;Arabian Peninsula;Korean Peninsula;Korean peninsula;Iberian Peninsula;Crimean Peninsula;Sinai Peninsula;Indochina;Indochinese Peninsula;Caribbean;the Caribbean;West Indies;Mediterranean;the Mediterranean;Mediterranean Sea;Black Sea;Red Sea;Caspian Sea;Baltic Sea;North Sea;South China Sea;East China Sea;East Sea;East Vietnam Sea;Yellow Sea;Sea of Japan;Arabian Sea;Aegean Sea;Aegean;Adriatic;Adriatic Sea;Dead Sea;Sea of Azov;Bering Sea;Caribbean Sea;Java Sea;Sulu Sea;Andaman Sea;Celebes Sea;Bay of Bengal;Gulf of Aden;Gulf of Mexico;Gulf of Oman;Gulf of Tonkin;Gulf of Thailand;Gulf of Guinea;Strait of Hormuz;Taiwan Strait;Strait of Malacca;Malacca Strait;Bab el-Mandeb;Kerch Strait;English Channel;the English Channel;Pacific Ocean;Atlantic Ocean;Indian Ocean;Arctic Ocean;Southern Ocean;South Pacific;North Atlantic;South Atlantic;Western Pacific;Suez Canal;Bosphorus Strait;Dardanelles;Mekong;Mekong River;Lancang-Mekong;Nile;Nile River;River Nile;Amazon River;Amazon rainforest;Danube;Rhine;Volga;Thames;River Thames;Yangtze;Yangtze River;Yellow River;Red River;Ganges;Indus;Euphrates;Tigris;Congo River;Mississippi River;Rio Grande;Dnieper;Dnipro River;Jordan River;Himalayas;the Himalayas;Himalaya;Alps;the Alps;Andes;the Andes;Pyrenees;Urals;Rocky Mountains;Rockies;Appalachian Mountains;Hindu Kush;Kilimanjaro;Mount Everest;Everest;Mount Fuji;Kurdistan;Palestine;Korea;Balochistan;Bengal;Mesopotamia;Amazon Basin;Eurasia;Euro-Atlantic;Transatlantic;Global South;the Global South;Paracel Islands;Paracels;Spratly Islands;Spratlys;Senkaku Islands;Diaoyu Islands;Hoang Sa archipelago;Truong Sa archipelago;Persian Empire;Soviet Union;USSR;U.S.S.R.;Yugoslavia;Czechoslovakia;East Germany;West Germany;GDR;Ottoman Empire;Roman Empire;British Empire;Prussia;Austria-Hungary;Serbia and Montenegro;South Vietnam;North Vietnam;North Yemen;South Yemen;Earth;Mars;Jupiter;Saturn;Venus;Milky Way;Eurozone;eurozone;Schengen Area;Schengen area;Durand Line;Line of Control;Green Line;Demilitarized Zone;DMZ;Radcliffe Line;Gulf states;British Isles;Holy Land;Golden Triangle;Mekong sub-region;Greater Mekong Subregion;Gulf Coast;East Coast;West Coast;Benelux;Visegrad;Cordillera;Nordic countries;New World;Old World";

/// Words that end a place's name: "Pear River", "Hanoi Airport".
const TAILS: &str = "ave ave. blvd blvd. field base river rivers province city airport island islands street avenue road boulevard square valley mountain mountains peninsula bay sea ocean strait straits gulf channel canal lake lakes park beach hills hill heights county district prefecture region territory territories oblast krai governorate municipality village town township borough ward commune desert forest coast delta basin plateau reef reefs shoal shoals archipelago atoll bridge tunnel port harbour harbor station stadium arena palace castle tower towers cathedral mosque temple church monastery cemetery memorial plaza mall lane drive highway freeway motorway expressway railway speedway dam falls waterfall volcano glacier cape crossing checkpoint border camp zone quarter suburb settlement prison shrine museum zoo gardens garden hotel hall house building center centre resort isle isles creek canyon ridge peak pass springs suburbs state republic kingdom emirate sultanate federation empire dynasty pagoda metro waterway corridor observatory";

/// Tails that name an organisation as readily as a place; context and other words decide.
const WEAK_TAILS: &str = "house hall center centre station port camp state republic federation museum hotel church temple palace park memorial zoo building tower plaza mall border zone pass quarter empire dynasty prison";

/// Words that open a place's name: "Lake Huron", "Mount Elgon", "Port Louis".
const OPENERS: &str = "lake mount mt mt. port fort cape gulf bay strait isle river san santa santo sao saint st st. los las el la le les new north south east west northern southern eastern western central upper lower greater camp villa rio puerto monte costa ile porto ras wadi tel tell kfar beit jabal jebel deir ain koh nova novo nuevo nueva phnom";

static CITIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut map = HashMap::default();
    for line in BY_COUNTRY.lines() {
        let Some((code, names)) = line.split_once(": ") else {
            continue;
        };
        for name in names.split(';') {
            let name = name.strip_prefix("the ").unwrap_or(name);
            map.entry(fold(name)).or_insert(code);
        }
    }
    map
});

static REGIONS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    OTHER
        .split(';')
        .map(|s| fold(s.strip_prefix("the ").unwrap_or(s)))
        .collect()
});

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

static TAIL_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(TAILS));
static WEAK_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(WEAK_TAILS));
static OPENER_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(OPENERS));

/// ISO code of the country that a folded city, state or province lies in.
#[must_use]
pub fn country_of(folded: &str) -> Option<&'static str> {
    CITIES.get(folded).copied()
}

/// Whether a folded name is a known place, countries and capitals left aside.
#[must_use]
pub fn is_known(folded: &str) -> bool {
    CITIES.contains_key(folded) || REGIONS.contains(folded)
}

/// Whether a folded word ends names of places.
#[must_use]
pub fn is_tail(folded: &str) -> bool {
    TAIL_SET.contains(folded)
}

/// Whether a folded tail ends names of organisations, too.
#[must_use]
pub fn is_weak_tail(folded: &str) -> bool {
    WEAK_SET.contains(folded)
}

/// Whether a folded word opens names of places.
#[must_use]
pub fn is_opener(folded: &str) -> bool {
    OPENER_SET.contains(folded)
}

/// Every known place, folded.
#[allow(dead_code, reason = "read by the name finder")]
pub(crate) fn folded() -> impl Iterator<Item = &'static str> {
    CITIES
        .keys()
        .map(String::as_str)
        .chain(REGIONS.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_lie_in_countries() {
        for (name, code) in [
            ("shanghai", Some("CN")),
            ("hai phong", Some("VN")),
            ("texas", Some("US")),
            ("atlantis", None),
        ] {
            assert_eq!(country_of(name), code, "{name}");
        }
        assert!(is_known("south china sea") && is_known("gaza strip") && !is_known("korean"));
        assert!(is_tail("river") && is_opener("lake") && !is_tail("party"));
    }
}

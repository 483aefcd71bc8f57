//! The world's countries and territories, one a line.

/// `code | short name | other names | abbreviations | demonyms | capitals`, lists with `;`.
///
/// Names and capitals are compared without diacritics and case; abbreviations as they stand. Of demonyms the
/// singular is given; a regular plural is made by rule. A demonym that two countries share stands at the
/// one that news means by it. Codes are ISO 3166-1 alpha-2, and the user-assigned `XK` for Kosovo.
pub(super) const TABLE: &str = "\
AD|Andorra|Principality of Andorra||Andorran|Andorra la Vella
AE|United Arab Emirates|Emirates;the Emirates|UAE;U.A.E.|Emirati;Emirian|Abu Dhabi
AF|Afghanistan|Islamic Emirate of Afghanistan;Islamic Republic of Afghanistan||Afghan;Afghani|Kabul
AG|Antigua and Barbuda|Antigua & Barbuda||Antiguan;Barbudan|Saint John's;St. John's
AI|Anguilla|||Anguillan|The Valley
AL|Albania|Republic of Albania||Albanian|Tirana
AM|Armenia|Republic of Armenia||Armenian|Yerevan
AO|Angola|Republic of Angola||Angolan|Luanda
AQ|Antarctica||||
AR|Argentina|Argentine Republic;the Argentine||Argentine;Argentinian;Argentinean|Buenos Aires
AS|American Samoa|||American Samoan|Pago Pago
AT|Austria|Republic of Austria||Austrian|Vienna;Wien
AU|Australia|Commonwealth of Australia||Australian;Aussie|Canberra
AW|Aruba|||Aruban|Oranjestad
AX|Aland Islands|Aland||Alander|Mariehamn
AZ|Azerbaijan|Republic of Azerbaijan||Azerbaijani;Azeri|Baku
BA|Bosnia and Herzegovina|Bosnia;Bosnia-Herzegovina;Bosnia & Herzegovina|BiH|Bosnian;Herzegovinian|Sarajevo
BB|Barbados|||Barbadian;Bajan|Bridgetown
BD|Bangladesh|People's Republic of Bangladesh||Bangladeshi|Dhaka;Dacca
BE|Belgium|Kingdom of Belgium||Belgian|Brussels;Bruxelles
BF|Burkina Faso|Upper Volta;Burkina||Burkinabe;Burkinan|Ouagadougou
BG|Bulgaria|Republic of Bulgaria||Bulgarian|Sofia
BH|Bahrain|Kingdom of Bahrain||Bahraini|Manama
BI|Burundi|Republic of Burundi||Burundian|Gitega;Bujumbura
BJ|Benin|Republic of Benin;Dahomey||Beninese;Beninois|Porto-Novo
BL|Saint Barthelemy|St. Barthelemy;St Barts||Barthelemois|Gustavia
BM|Bermuda|||Bermudian;Bermudan|
BN|Brunei|Brunei Darussalam||Bruneian|Bandar Seri Begawan
BO|Bolivia|Plurinational State of Bolivia||Bolivian|La Paz;Sucre
BQ|Caribbean Netherlands|Bonaire, Sint Eustatius and Saba;Bonaire|||Kralendijk
BR|Brazil|Brasil;Federative Republic of Brazil||Brazilian|Brasilia
BS|Bahamas|the Bahamas;Commonwealth of the Bahamas||Bahamian|Nassau
BT|Bhutan|Kingdom of Bhutan||Bhutanese|Thimphu
BV|Bouvet Island||||
BW|Botswana|Republic of Botswana||Botswanan;Motswana;Batswana|Gaborone
BY|Belarus|Byelorussia;Belorussia;Republic of Belarus||Belarusian;Belarussian;Byelorussian|Minsk
BZ|Belize|British Honduras||Belizean|Belmopan
CA|Canada|||Canadian|Ottawa
CC|Cocos (Keeling) Islands|Cocos Islands;Keeling Islands|||
CD|Democratic Republic of the Congo|DR Congo;Democratic Republic of Congo;Congo-Kinshasa;Zaire;Congo, Democratic Republic of the|DRC;D.R.C.;DRCongo|Congolese;Zairean|Kinshasa
CF|Central African Republic||CAR|Central African|Bangui
CG|Republic of the Congo|Republic of Congo;Congo-Brazzaville;Congo Republic|||Brazzaville
CH|Switzerland|Swiss Confederation;Helvetia||Swiss|Bern;Berne
CI|Ivory Coast|Cote d'Ivoire;Republic of Cote d'Ivoire||Ivorian;Ivoirian|Yamoussoukro
CK|Cook Islands|||Cook Islander|Avarua
CL|Chile|Republic of Chile||Chilean|Santiago;Santiago de Chile
CM|Cameroon|Cameroun;Republic of Cameroon||Cameroonian|Yaounde
CN|China|People's Republic of China;mainland China;PR China;Mainland China;Chinese mainland;Communist China;Red China|PRC;P.R.C.;P.R. China|Chinese|Beijing;Peking
CO|Colombia|Republic of Colombia||Colombian|Bogota
CR|Costa Rica|Republic of Costa Rica||Costa Rican|San Jose
CU|Cuba|Republic of Cuba||Cuban|Havana;La Habana
CV|Cape Verde|Cabo Verde||Cape Verdean;Cabo Verdean|Praia
CW|Curacao|||Curacaoan|Willemstad
CX|Christmas Island||||
CY|Cyprus|Republic of Cyprus||Cypriot|Nicosia
CZ|Czech Republic|Czechia;the Czech Republic||Czech|Prague;Praha
DE|Germany|Federal Republic of Germany;Deutschland|FRG|German|Berlin
DJ|Djibouti|Republic of Djibouti||Djiboutian|
DK|Denmark|Kingdom of Denmark||Danish;Dane|Copenhagen
DM|Dominica|Commonwealth of Dominica|||Roseau
DO|Dominican Republic|||Dominican|Santo Domingo
DZ|Algeria|People's Democratic Republic of Algeria||Algerian|Algiers
EC|Ecuador|Republic of Ecuador||Ecuadorian;Ecuadorean;Ecuadoran|Quito
EE|Estonia|Republic of Estonia||Estonian|Tallinn
EG|Egypt|Arab Republic of Egypt||Egyptian|Cairo
EH|Western Sahara|Sahrawi Arab Democratic Republic|SADR|Sahrawi;Saharawi|Laayoune;El Aaiun
ER|Eritrea|State of Eritrea||Eritrean|Asmara
ES|Spain|Kingdom of Spain;Espana||Spanish;Spaniard|Madrid
ET|Ethiopia|Abyssinia||Ethiopian|Addis Ababa
FI|Finland|Republic of Finland||Finnish;Finn|Helsinki
FJ|Fiji|Republic of Fiji||Fijian|Suva
FK|Falkland Islands|Falklands;the Falklands;Malvinas;Islas Malvinas||Falkland Islander|Port Stanley
FM|Micronesia|Federated States of Micronesia|FSM|Micronesian|Palikir
FO|Faroe Islands|Faroes;Faeroe Islands||Faroese|Torshavn
FR|France|French Republic||French;Frenchman;Frenchmen;Frenchwoman;Frenchwomen|Paris
GA|Gabon|Gabonese Republic||Gabonese|Libreville
GB|United Kingdom|Britain;Great Britain;United Kingdom of Great Britain and Northern Ireland|UK;U.K.;GB|British;Briton;Brit;English;Scottish;Welsh;Englishman;Englishmen;Englishwoman;Scot;Scotsman;Scots;Welshman;Northern Irish|London
GD|Grenada|||Grenadian|
GE|Georgia|Republic of Georgia;Sakartvelo||Georgian|Tbilisi
GF|French Guiana|French Guyana||French Guianese|Cayenne
GG|Guernsey||||Saint Peter Port
GH|Ghana|Republic of Ghana||Ghanaian|Accra
GI|Gibraltar|||Gibraltarian|
GL|Greenland|Kalaallit Nunaat||Greenlandic;Greenlander|Nuuk
GM|Gambia|the Gambia;The Gambia||Gambian|Banjul
GN|Guinea|Republic of Guinea;Guinea-Conakry||Guinean|Conakry
GP|Guadeloupe|||Guadeloupean|Basse-Terre
GQ|Equatorial Guinea|||Equatorial Guinean;Equatoguinean|Malabo
GR|Greece|Hellenic Republic;Hellas||Greek|Athens
GS|South Georgia and the South Sandwich Islands|South Georgia|||
GT|Guatemala|Republic of Guatemala||Guatemalan|Guatemala City
GU|Guam|||Guamanian|Hagatna
GW|Guinea-Bissau|Guinea Bissau||Bissau-Guinean|Bissau
GY|Guyana|British Guiana||Guyanese|
HK|Hong Kong|Hongkong;Hong Kong SAR;Hong Kong Special Administrative Region|HKSAR|Hong Konger;Hongkonger;Hong Kongese|
HM|Heard Island and McDonald Islands||||
HN|Honduras|Republic of Honduras||Honduran|Tegucigalpa
HR|Croatia|Republic of Croatia||Croatian;Croat|Zagreb
HT|Haiti|Republic of Haiti||Haitian|Port-au-Prince
HU|Hungary|||Hungarian|Budapest
ID|Indonesia|Republic of Indonesia;Dutch East Indies||Indonesian|Jakarta;Nusantara
IE|Ireland|Republic of Ireland;Eire;Irish Republic||Irish;Irishman;Irishmen;Irishwoman|Dublin
IL|Israel|State of Israel||Israeli|Jerusalem
IM|Isle of Man|||Manx|
IN|India|Republic of India;Bharat||Indian|New Delhi
IO|British Indian Ocean Territory|Chagos Islands;Chagos Archipelago;Chagos||Chagossian|
IQ|Iraq|Republic of Iraq||Iraqi|Baghdad
IR|Iran|Islamic Republic of Iran;Persia||Iranian|Tehran;Teheran
IS|Iceland|||Icelandic;Icelander|Reykjavik
IT|Italy|Italian Republic;Italia||Italian|Rome;Roma
JE|Jersey||||Saint Helier
JM|Jamaica|||Jamaican|
JO|Jordan|Hashemite Kingdom of Jordan;Hashemite Kingdom||Jordanian|Amman
JP|Japan|Nippon||Japanese|Tokyo
KE|Kenya|Republic of Kenya||Kenyan|Nairobi
KG|Kyrgyzstan|Kyrgyz Republic;Kirghizia;Kirgizia||Kyrgyz;Kyrgyzstani|Bishkek
KH|Cambodia|Kingdom of Cambodia;Kampuchea;Democratic Kampuchea;Khmer Republic||Cambodian;Khmer;Kampuchean|Phnom Penh
KI|Kiribati|Republic of Kiribati||I-Kiribati|South Tarawa
KM|Comoros|Union of the Comoros;Comoro Islands||Comorian;Comoran|Moroni
KN|Saint Kitts and Nevis|St. Kitts and Nevis;St Kitts and Nevis;St Kitts & Nevis||Kittitian;Nevisian|Basseterre
KP|North Korea|Democratic People's Republic of Korea;N. Korea;N Korea;N.Korea;NKorea|DPRK;D.P.R.K.|North Korean;N. Korean;N Korean;N.Korean|Pyongyang
KR|South Korea|Republic of Korea;Korea Republic;S. Korea;S Korea;S.Korea;SKorea|ROK;R.O.K.|South Korean;S. Korean;S Korean;S.Korean|Seoul
KW|Kuwait|State of Kuwait||Kuwaiti|Kuwait City
KY|Cayman Islands|the Caymans||Caymanian|George Town
KZ|Kazakhstan|Republic of Kazakhstan;Kazakstan||Kazakh;Kazakhstani|Astana;Nur-Sultan
LA|Laos|Lao PDR;Lao People's Democratic Republic|LPDR|Laotian;Lao|Vientiane
LB|Lebanon|Lebanese Republic||Lebanese|Beirut
LC|Saint Lucia|St. Lucia;St Lucia||Saint Lucian;St Lucian|Castries
LI|Liechtenstein|||Liechtensteiner|Vaduz
LK|Sri Lanka|Ceylon;Democratic Socialist Republic of Sri Lanka||Sri Lankan;Ceylonese|Colombo;Sri Jayawardenepura Kotte
LR|Liberia|Republic of Liberia||Liberian|Monrovia
LS|Lesotho|Kingdom of Lesotho;Basutoland||Basotho;Mosotho|Maseru
LT|Lithuania|Republic of Lithuania||Lithuanian|Vilnius
LU|Luxembourg|Luxemburg;Grand Duchy of Luxembourg||Luxembourger;Luxembourgish|
LV|Latvia|Republic of Latvia||Latvian|Riga
LY|Libya|State of Libya;Libyan Arab Jamahiriya||Libyan|Tripoli
MA|Morocco|Kingdom of Morocco||Moroccan|Rabat
MC|Monaco|Principality of Monaco||Monegasque;Monacan|
MD|Moldova|Moldavia;Republic of Moldova||Moldovan;Moldavian|Chisinau;Kishinev
ME|Montenegro|||Montenegrin|Podgorica
MF|Saint Martin|St. Martin|||Marigot
MG|Madagascar|Malagasy Republic||Malagasy;Madagascan|Antananarivo
MH|Marshall Islands|Republic of the Marshall Islands||Marshallese|Majuro
MK|North Macedonia|Macedonia;Former Yugoslav Republic of Macedonia;Republic of North Macedonia|FYROM|Macedonian;North Macedonian|Skopje
ML|Mali|Republic of Mali||Malian|Bamako
MM|Myanmar|Burma;Republic of the Union of Myanmar;Union of Myanmar;Union of Burma||Burmese;Myanmarese;Myanma|Naypyidaw;Nay Pyi Taw;Naypyitaw
MN|Mongolia|Mongolian People's Republic;Outer Mongolia||Mongolian;Mongol|Ulaanbaatar;Ulan Bator
MO|Macao|Macau;Macao SAR;Macau SAR||Macanese|
MP|Northern Mariana Islands|Northern Marianas|||Saipan
MQ|Martinique|||Martinican;Martiniquais|Fort-de-France
MR|Mauritania|Islamic Republic of Mauritania||Mauritanian|Nouakchott
MS|Montserrat|||Montserratian|
MT|Malta|Republic of Malta||Maltese|Valletta
MU|Mauritius|Republic of Mauritius||Mauritian|Port Louis
MV|Maldives|the Maldives;Republic of Maldives;Maldive Islands||Maldivian|
MW|Malawi|Nyasaland;Republic of Malawi||Malawian|Lilongwe
MX|Mexico|United Mexican States||Mexican|Mexico City
MY|Malaysia|||Malaysian|Kuala Lumpur;Putrajaya
MZ|Mozambique|Republic of Mozambique||Mozambican|Maputo
NA|Namibia|South West Africa;South-West Africa;Republic of Namibia||Namibian|Windhoek
NC|New Caledonia|||New Caledonian|Noumea
NE|Niger|Republic of Niger;the Niger||Nigerien|Niamey
NF|Norfolk Island||||
NG|Nigeria|Federal Republic of Nigeria||Nigerian|Abuja
NI|Nicaragua|Republic of Nicaragua||Nicaraguan|Managua
NL|Netherlands|the Netherlands;The Netherlands;Holland;Kingdom of the Netherlands||Dutch;Dutchman;Dutchmen;Dutchwoman;Netherlander|Amsterdam;The Hague
NO|Norway|Kingdom of Norway||Norwegian|Oslo
NP|Nepal|Federal Democratic Republic of Nepal||Nepali;Nepalese|Kathmandu;Katmandu
NR|Nauru|||Nauruan|Yaren
NU|Niue|||Niuean|Alofi
NZ|New Zealand|Aotearoa|NZ;N.Z.|New Zealander;Kiwi|Wellington
OM|Oman|Sultanate of Oman||Omani|Muscat
PA|Panama|Republic of Panama||Panamanian|Panama City
PE|Peru|Republic of Peru||Peruvian|Lima
PF|French Polynesia|Tahiti||Tahitian;French Polynesian|Papeete
PG|Papua New Guinea||PNG|Papua New Guinean|Port Moresby
PH|Philippines|the Philippines;Republic of the Philippines||Filipino;Filipina;Philippine|Manila
PK|Pakistan|Islamic Republic of Pakistan||Pakistani|Islamabad
PL|Poland|Republic of Poland;Polska||Polish;Pole|Warsaw;Warszawa
PM|Saint Pierre and Miquelon|St. Pierre and Miquelon|||
PN|Pitcairn|Pitcairn Islands||Pitcairner|Adamstown
PR|Puerto Rico|||Puerto Rican|San Juan
PS|Palestine|State of Palestine;Palestinian Territories;Palestinian territories;Occupied Palestinian Territory||Palestinian|Ramallah
PT|Portugal|Portuguese Republic||Portuguese|Lisbon;Lisboa
PW|Palau|Belau||Palauan|Ngerulmud
PY|Paraguay|Republic of Paraguay||Paraguayan|Asuncion
QA|Qatar|State of Qatar||Qatari|Doha
RE|Reunion|La Reunion|||
RO|Romania|Rumania;Roumania||Romanian;Rumanian|Bucharest
RS|Serbia|Republic of Serbia||Serbian;Serb|Belgrade
RU|Russia|Russian Federation||Russian|Moscow
RW|Rwanda|Republic of Rwanda;Ruanda||Rwandan;Rwandese|Kigali
SA|Saudi Arabia|Kingdom of Saudi Arabia|KSA|Saudi;Saudi Arabian|Riyadh
SB|Solomon Islands|the Solomons||Solomon Islander|Honiara
SC|Seychelles|the Seychelles||Seychellois|
SD|Sudan|the Sudan;Republic of the Sudan||Sudanese|Khartoum
SE|Sweden|Kingdom of Sweden||Swedish;Swede|Stockholm
SG|Singapore|Republic of Singapore||Singaporean|
SH|Saint Helena|St. Helena;St Helena||Saint Helenian|Jamestown
SI|Slovenia|Republic of Slovenia||Slovenian;Slovene|Ljubljana
SJ|Svalbard and Jan Mayen|Svalbard|||Longyearbyen
SK|Slovakia|Slovak Republic||Slovak;Slovakian|Bratislava
SL|Sierra Leone|Republic of Sierra Leone||Sierra Leonean|Freetown
SM|San Marino|||Sammarinese|
SN|Senegal|Republic of Senegal||Senegalese|Dakar
SO|Somalia|Federal Republic of Somalia||Somali;Somalian|Mogadishu
SR|Suriname|Surinam;Dutch Guiana||Surinamese|Paramaribo
SS|South Sudan|Republic of South Sudan||South Sudanese|Juba
ST|Sao Tome and Principe|Sao Tome & Principe||Sao Tomean;Santomean|Sao Tome
SV|El Salvador|Republic of El Salvador||Salvadoran;Salvadorean;Salvadorian|San Salvador
SX|Sint Maarten|||Sint Maartener|Philipsburg
SY|Syria|Syrian Arab Republic||Syrian|Damascus
SZ|Eswatini|Swaziland;Kingdom of Eswatini||Swazi|Mbabane
TC|Turks and Caicos Islands|Turks and Caicos|||Cockburn Town
TD|Chad|Republic of Chad||Chadian|N'Djamena;Ndjamena
TF|French Southern Territories|French Southern and Antarctic Lands|||
TG|Togo|Togolese Republic||Togolese|Lome
TH|Thailand|Kingdom of Thailand;Siam||Thai;Siamese|Bangkok
TJ|Tajikistan|Tadzhikistan;Republic of Tajikistan||Tajik;Tajikistani|Dushanbe
TK|Tokelau|||Tokelauan|
TL|Timor-Leste|East Timor;Timor Leste||Timorese;East Timorese|Dili
TM|Turkmenistan|Turkmenia||Turkmen;Turkmenistani|Ashgabat
TN|Tunisia|Republic of Tunisia||Tunisian|Tunis
TO|Tonga|Kingdom of Tonga||Tongan|Nuku'alofa
TR|Turkey|Turkiye;Republic of Turkey;Republic of Turkiye||Turkish;Turk|Ankara
TT|Trinidad and Tobago|Trinidad & Tobago;Trinidad||Trinidadian;Tobagonian;Trinbagonian|Port of Spain
TV|Tuvalu|||Tuvaluan|Funafuti
TW|Taiwan|Republic of China;Chinese Taipei;Formosa|ROC|Taiwanese|Taipei
TZ|Tanzania|United Republic of Tanzania;Tanganyika||Tanzanian|Dodoma
UA|Ukraine|the Ukraine||Ukrainian|Kyiv;Kiev
UG|Uganda|Republic of Uganda||Ugandan|Kampala
UM|United States Minor Outlying Islands||||
US|United States|United States of America;America;Estados Unidos|US;U.S.;USA;U.S.A.;U.S;U. S.|American;US-American|Washington, D.C.;Washington DC;Washington D.C.;Washington, DC
UY|Uruguay|||Uruguayan|Montevideo
UZ|Uzbekistan|Republic of Uzbekistan||Uzbek;Uzbekistani|Tashkent
VA|Vatican City|Holy See;the Vatican;Vatican;Vatican City State|||
VC|Saint Vincent and the Grenadines|St. Vincent and the Grenadines;St Vincent and the Grenadines||Vincentian|Kingstown
VE|Venezuela|Bolivarian Republic of Venezuela||Venezuelan|Caracas
VG|British Virgin Islands||BVI||Road Town
VI|United States Virgin Islands|US Virgin Islands;U.S. Virgin Islands|||Charlotte Amalie
VN|Vietnam|Viet Nam;Socialist Republic of Vietnam;Socialist Republic of Viet Nam|SRV|Vietnamese;Viet|Hanoi;Ha Noi
VU|Vanuatu|New Hebrides;Republic of Vanuatu||Ni-Vanuatu;Vanuatuan|Port Vila;Port-Vila
WF|Wallis and Futuna|||Wallisian|Mata-Utu
WS|Samoa|Western Samoa||Samoan|Apia
XK|Kosovo|Republic of Kosovo||Kosovar;Kosovan;Kosovo Albanian|Pristina
YE|Yemen|Republic of Yemen||Yemeni;Yemenite|Sanaa;Sana'a
YT|Mayotte|||Mahoran|Mamoudzou
ZA|South Africa|Republic of South Africa|RSA|South African|Pretoria;Cape Town
ZM|Zambia|Northern Rhodesia;Republic of Zambia||Zambian|Lusaka
ZW|Zimbabwe|Southern Rhodesia;Rhodesia;Republic of Zimbabwe||Zimbabwean;Rhodesian|Harare
";

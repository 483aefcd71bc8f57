//! Which encodings and languages are told from bytes and words alone: one short report in each language, in each of the
//! encodings that it was or is written in on the web.

use std::ops::ControlFlow;

use dossier_ingest::{Options, read};
use dossier_model::Article;
use encoding_rs::Encoding;

/// BCP 47 tag, a report, the encodings beside UTF-8.
const TEXTS: &[(&str, &str, &str)] = &[
    (
        "en",
        "Ministers of the two coasts agreed on Monday to open a ferry line in May. “The harbour is ready for the first ship,” the mayor said at the café on the pier, and tickets will cost £20 for each passenger.",
        "windows-1252",
    ),
    (
        "de",
        "Die Minister der beiden Küsten haben sich am Montag darauf geeinigt, im Mai eine Fährlinie zu eröffnen. „Der Hafen ist für das erste Schiff bereit“, sagte die Bürgermeisterin, und für Fußgänger sei die Überfahrt kostenlos.",
        "windows-1252",
    ),
    (
        "fr",
        "Les ministres des deux côtes se sont mis d'accord lundi pour ouvrir une ligne de ferry en mai. « Le port est prêt à accueillir le premier bateau », a déclaré la maire, qui espère que l'été sera animé après des années d'attente.",
        "windows-1252",
    ),
    (
        "es",
        "Los ministros de las dos costas acordaron el lunes abrir una línea de transbordadores en mayo. «El puerto está listo para el primer barco», señaló la alcaldesa, y añadió que los niños viajarán gratis durante todo el año.",
        "windows-1252",
    ),
    (
        "pt",
        "Os ministros das duas costas decidiram na segunda-feira abrir uma ligação de balsa em maio. “O porto está pronto para a primeira embarcação”, disse a prefeita, e acrescentou que as crianças não pagarão passagem até o verão.",
        "windows-1252",
    ),
    (
        "it",
        "I ministri delle due coste hanno deciso lunedì di aprire una linea di traghetti a maggio. «Il porto è pronto per la prima nave», ha detto la sindaca, perché la città aspetta da anni e l'attività dei pescatori non può più fermarsi.",
        "windows-1252",
    ),
    (
        "nl",
        "De ministers van beide kusten zijn het maandag eens geworden over een veerdienst die in mei begint. “De haven is klaar voor het eerste schip”, zei de burgemeester in het café, en kinderen reizen dit jaar gratis mee naar België.",
        "windows-1252",
    ),
    (
        "sv",
        "Ministrarna från de båda kusterna enades på måndagen om att öppna en färjelinje i maj. ”Hamnen är klar för det första fartyget”, sade borgmästaren, och tillade att resan över sundet ska kosta mindre än förra året.",
        "windows-1252",
    ),
    (
        "da",
        "Ministrene fra de to kyster blev mandag enige om at åbne en færgerute i maj. »Havnen er klar til det første skib,« sagde borgmesteren, og hun tilføjede, at børn kan rejse gratis over sundet hele sommeren.",
        "windows-1252",
    ),
    (
        "nb",
        "Ministrene fra de to kystene ble mandag enige om å åpne en fergelinje i mai. «Havnen er klar for det første skipet», sa ordføreren, og hun la til at barn kan reise gratis over sundet hele sommeren etter at de nye kaiene er ferdige.",
        "windows-1252",
    ),
    (
        "fi",
        "Kahden rannikon ministerit sopivat maanantaina lauttalinjan avaamisesta toukokuussa. ”Satama on valmis ensimmäiselle laivalle”, pormestari sanoi ja lisäsi, että lapset pääsevät tänä kesänä yli ilman maksua.",
        "windows-1252",
    ),
    (
        "pl",
        "Ministrowie obu wybrzeży uzgodnili w poniedziałek, że w maju ruszy linia promowa. „Port jest gotowy na przyjęcie pierwszego statku” – powiedziała burmistrzyni i dodała, że przejazd dla dzieci będzie w tym roku bezpłatny, także w święta.",
        "windows-1250 iso-8859-2",
    ),
    (
        "cs",
        "Ministři obou pobřeží se v pondělí dohodli, že v květnu zahájí provoz trajektové linky. „Přístav je připraven na první loď,“ řekla starostka a dodala, že děti budou letos jezdit zdarma a že se město těší na nové návštěvníky.",
        "windows-1250 iso-8859-2",
    ),
    (
        "hu",
        "A két part miniszterei hétfőn megállapodtak arról, hogy májusban elindul a kompjárat. „A kikötő készen áll az első hajó fogadására” – mondta a polgármester, és hozzátette, hogy a gyerekek idén díjmentesen utazhatnak a túlsó partra.",
        "windows-1250 iso-8859-2",
    ),
    (
        "ro",
        "Miniștrii de pe cele două coaste au convenit luni să deschidă o linie de feribot în luna mai. „Portul este pregătit pentru prima navă”, a declarat primarul, care a adăugat că și copiii vor călători gratuit până la sfârșitul verii.",
        "",
    ),
    (
        "tr",
        "İki kıyının bakanları pazartesi günü mayıs ayında bir feribot hattı açılması konusunda anlaştı. Belediye başkanı, limanın ilk gemiye hazır olduğunu söyledi ve çocukların bu yıl karşıya ücretsiz geçeceğini ekledi.",
        "windows-1254",
    ),
    (
        "lt",
        "Abiejų pakrančių ministrai pirmadienį susitarė gegužę atidaryti keltų liniją. „Uostas pasirengęs priimti pirmąjį laivą“, – sakė merė ir pridūrė, kad vaikai šiais metais keliaus nemokamai, o žvejai gaus savo krantinę.",
        "windows-1257",
    ),
    (
        "lv",
        "Abu piekrastu ministri pirmdien vienojās maijā atklāt prāmju līniju. “Osta ir gatava uzņemt pirmo kuģi,” sacīja mēre un piebilda, ka bērni šogad brauks bez maksas, bet zvejnieki iegūs savu piestātni pie jaunā mola.",
        "windows-1257",
    ),
    (
        "ru",
        "Министры двух побережий договорились в понедельник открыть в мае паромную линию. «Порт готов принять первое судно», — сказала мэр и добавила, что дети в этом году будут ездить бесплатно, а рыбаки получат новый причал.",
        "windows-1251 koi8-r ibm866 iso-8859-5",
    ),
    (
        "uk",
        "Міністри двох узбереж домовилися в понеділок відкрити у травні поромну лінію. «Порт готовий прийняти перше судно», — сказала мерка і додала, що діти цього року їздитимуть безкоштовно, а її місто чекає на гостей із Європи.",
        "windows-1251 koi8-u",
    ),
    (
        "bg",
        "Министрите от двата бряга се споразумяха в понеделник да открият фериботна линия през май. „Пристанището е готово за първия кораб“, каза кметицата и добави, че тази година децата ще пътуват безплатно до другия бряг.",
        "windows-1251",
    ),
    (
        "el",
        "Οι υπουργοί των δύο ακτών συμφώνησαν τη Δευτέρα να ανοίξουν τον Μάιο μια γραμμή πορθμείων. «Το λιμάνι είναι έτοιμο για το πρώτο πλοίο», είπε η δήμαρχος και πρόσθεσε ότι τα παιδιά θα ταξιδεύουν φέτος δωρεάν.",
        "windows-1253 iso-8859-7",
    ),
    (
        "he",
        "שרי שני החופים הסכימו ביום שני לפתוח קו מעבורת בחודש מאי. ראש העיר אמרה כי הנמל מוכן לאונייה הראשונה, והוסיפה שילדים ייסעו השנה ללא תשלום ושהדייגים יקבלו רציף חדש ליד המגדלור הישן.",
        "windows-1255",
    ),
    (
        "ar",
        "اتفق وزراء الساحلين يوم الاثنين على افتتاح خط للعبارات في شهر مايو. وقالت رئيسة البلدية إن الميناء جاهز لاستقبال السفينة الأولى، وأضافت أن الأطفال سيسافرون مجانا هذا العام إلى الضفة الأخرى من الخليج.",
        "windows-1256 iso-8859-6",
    ),
    (
        "fa",
        "وزیران دو ساحل روز دوشنبه توافق کردند که در ماه مه یک خط کشتی مسافربری راه‌اندازی شود. شهردار گفت که بندر برای پذیرش نخستین کشتی آماده است و افزود که کودکان امسال رایگان سفر می‌کنند.",
        "",
    ),
    (
        "hi",
        "दोनों तटों के मंत्रियों ने सोमवार को मई में एक नौका सेवा शुरू करने पर सहमति जताई। महापौर ने कहा कि बंदरगाह पहले जहाज़ के लिए तैयार है और इस साल बच्चों को यात्रा के लिए कोई किराया नहीं देना होगा।",
        "",
    ),
    (
        "th",
        "รัฐมนตรีของทั้งสองฝั่งตกลงกันเมื่อวันจันทร์ว่าจะเปิดเส้นทางเรือข้ามฟากในเดือนพฤษภาคม นายกเทศมนตรีกล่าวว่าท่าเรือพร้อมรับเรือลำแรกแล้ว และเด็กจะเดินทางได้โดยไม่เสียค่าใช้จ่ายในปีนี้",
        "windows-874",
    ),
    (
        "vi",
        "Bộ trưởng hai nước hôm thứ Hai đã thống nhất mở một tuyến phà vào tháng Năm. Thị trưởng cho biết bến cảng đã sẵn sàng đón con tàu đầu tiên, và những đứa trẻ sẽ được đi lại miễn phí trong năm nay cùng với người dân của thành phố.",
        "",
    ),
    (
        "id",
        "Para menteri dari kedua pesisir sepakat pada hari Senin untuk membuka jalur feri pada bulan Mei. Wali kota mengatakan bahwa pelabuhan sudah siap menerima kapal pertama, dan anak-anak akan menyeberang tanpa biaya sepanjang tahun ini.",
        "",
    ),
    (
        "ms",
        "Menteri dari kedua-dua pantai bersetuju pada Isnin untuk membuka laluan feri pada bulan Mei. Datuk bandar berkata pelabuhan sudah bersedia untuk kapal pertama, dan kanak-kanak boleh menyeberang secara percuma kerana kerajaan menanggung kosnya.",
        "",
    ),
    (
        "ja",
        "両岸の閣僚は月曜日、五月にフェリー航路を開設することで合意した。市長は「港は最初の船を迎える準備ができている」と述べ、今年は子どもの運賃を無料にすると付け加えた。漁師たちには新しい桟橋が用意される。",
        "shift_jis euc-jp iso-2022-jp",
    ),
    (
        "zh",
        "两岸的部长们星期一同意在五月开通一条渡轮航线。市长说，港口已经准备好迎接第一艘船，并表示今年儿童可以免费乘坐。渔民们将在旧灯塔旁边得到一个新的码头，工程预计在夏天之前完成。",
        "gbk gb18030",
    ),
    (
        "zh",
        "兩岸的部長們星期一同意在五月開通一條渡輪航線。市長說，港口已經準備好迎接第一艘船，並表示今年兒童可以免費乘坐。漁民們將在舊燈塔旁邊得到一個新的碼頭，工程預計在夏天之前完成。",
        "big5",
    ),
    (
        "ko",
        "두 해안의 장관들은 월요일 오월에 여객선 항로를 열기로 합의했다. 시장은 항구가 첫 배를 맞을 준비를 마쳤다고 말하고 올해 어린이는 요금을 내지 않는다고 덧붙였다. 어민들은 오래된 등대 옆에 새 부두를 얻게 된다.",
        "euc-kr",
    ),
];

fn only(bytes: &[u8]) -> Option<Article> {
    let mut found = None;
    let mut reader = bytes;
    read("a", &mut reader, &Options::default(), &mut |f| {
        found = f.into_article();
        ControlFlow::Continue(())
    });
    found
}

fn page(text: &str) -> String {
    format!("<html><head><title>x</title></head><body><article><p>{text}</p></article></body></html>")
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| {
        if little {
            unit.to_le_bytes()
        } else {
            unit.to_be_bytes()
        }
    };
    text.encode_utf16().flat_map(bytes).collect()
}

/// The text in an encoding; quotation marks and dashes that it lacks become plain ones.
fn written(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let plain = |c| match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' => '-',
        c => c,
    };
    let (bytes, _, lost) = encoding.encode(text);
    if !lost {
        return bytes.into_owned();
    }
    let text: String = text.chars().map(plain).collect();
    let (bytes, _, lost) = encoding.encode(&text);
    assert!(!lost, "{} cannot write {text}", encoding.name());
    bytes.into_owned()
}

fn ways(text: &str, encodings: &str) -> Vec<(String, Vec<u8>)> {
    let mut ways = vec![
        ("utf-8".to_owned(), text.as_bytes().to_vec()),
        ("utf-16le".to_owned(), utf16(text, true)),
        ("utf-16be".to_owned(), utf16(text, false)),
    ];
    for name in encodings.split_whitespace() {
        let encoding = Encoding::for_label(name.as_bytes()).expect("a label");
        ways.push((name.to_owned(), written(encoding, text)));
    }
    ways
}

/// Letters and figures alone.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn encodings_and_languages_are_told_without_a_label() {
    let mut missed = Vec::new();
    let mut all = 0;
    for (tag, text, encodings) in TEXTS {
        for (kind, form) in [("text", format!("{text}\n")), ("page", page(text))] {
            for (name, bytes) in ways(&form, encodings) {
                all += 1;
                let article = only(&bytes).unwrap_or_else(|| panic!("{tag} {kind} {name}"));
                let language = article.meta.language.as_deref();
                if !letters(article.text()).ends_with(&letters(text)) || language != Some(*tag) {
                    missed.push(format!("{tag} {kind} {name}: {language:?} {}", article.text()));
                }
            }
        }
    }
    assert!(all > 250);
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
